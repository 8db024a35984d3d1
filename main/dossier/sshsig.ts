import { sha256 } from '#main/crypto/digests.ts';
import { verifyEd25519 } from '#main/crypto/ed25519.ts';

/**
 * Detached signatures as `ssh-keygen -Y` makes and checks them (OpenSSH, PROTOCOL.sshsig), with Ed25519 keys (RFC 8709), the
 * namespace `dossier` and SHA-256 as the digest of the message. Integers are 32 bits, big-endian; strings carry their length
 * in front (RFC 4251, 5).
 */
export const namespace = 'dossier';
/** Name the signer goes by in `allowed_signers`. It tells nothing: who holds the key has to be learnt by another way. */
export const principal = 'corroborate';

/** Signs with a key that stays where it is: 64 bytes of Ed25519 over what it is given. `publicKey` has 32 bytes. */
export type Signer = { readonly sign: (bytes: Uint8Array) => Uint8Array; readonly publicKey: () => Uint8Array };

const magic = Buffer.from('SSHSIG', 'latin1');
const begin = '-----BEGIN SSH SIGNATURE-----';
const end = '-----END SSH SIGNATURE-----';

/** The armored signature file over `message`. Ed25519 signs without chance, so the same message gives the same file. */
export function signSshsig(message: Uint8Array, signer: Signer): string {
  return armored(signer.publicKey(), signer.sign(signedBytes(message)));
}

/**
 * The 32-byte public key whose signature over `message` the armored file is; null when it is not one, or not written exactly as
 * {@link signSshsig} writes it: a spare bit in its base64 or a blank line would be a change that nobody notices.
 */
export function verifySshsig(file: string, message: Uint8Array): Uint8Array | null {
  const lines = file.split('\n');
  const blob = Buffer.from(lines.slice(1, -2).join(''), 'base64');
  const key = blob.subarray(publicKeyAt, publicKeyAt + 32);
  const signature = blob.subarray(-64);
  if (key.length !== 32 || signature.length !== 64 || armored(key, signature) !== file) return null;
  return verifyEd25519(key, signedBytes(message), signature) ? Uint8Array.from(key) : null;
}

/** One line of an OpenSSH public key file. */
export function publicKeyLine(publicKey: Uint8Array): string {
  return `ssh-ed25519 ${keyBlob(publicKey).toString('base64')} ${principal}\n`;
}

/** The `allowed_signers` file that lets this one key sign dossiers and nothing else (ssh-keygen(1), ALLOWED SIGNERS). */
export function allowedSigners(publicKey: Uint8Array): string {
  return `${principal} namespaces="${namespace}" ssh-ed25519 ${keyBlob(publicKey).toString('base64')}\n`;
}

/** The fingerprint as `ssh-keygen -l` prints it: to be compared by voice or on paper. */
export function fingerprint(publicKey: Uint8Array): string {
  return `SHA256:${sha256(keyBlob(publicKey)).toString('base64').replace(/=+$/, '')}`;
}

function signedBytes(message: Uint8Array): Buffer {
  return Buffer.concat([magic, text(namespace), text(''), text('sha256'), string(sha256(message))]);
}

function armored(publicKey: Uint8Array, signature: Uint8Array): string {
  const version = Buffer.from([0, 0, 0, 1]);
  const signed = string(Buffer.concat([text('ssh-ed25519'), string(signature)]));
  const blob = Buffer.concat([magic, version, string(keyBlob(publicKey)), text(namespace), text(''), text('sha256'), signed]);
  const lines = blob.toString('base64').match(/.{1,70}/g) ?? [];
  return `${[begin, ...lines, end].join('\n')}\n`;
}

/** Where the raw key stands in the blob: behind magic, version, the length of the key blob, `ssh-ed25519` and its own length. */
const publicKeyAt = magic.length + 4 + 4 + (4 + 'ssh-ed25519'.length) + 4;

function keyBlob(publicKey: Uint8Array): Buffer {
  return Buffer.concat([text('ssh-ed25519'), string(publicKey)]);
}

function text(value: string): Buffer {
  return string(Buffer.from(value, 'latin1'));
}

function string(value: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(value.length);
  return Buffer.concat([length, value]);
}
