import { blake2b512, sha256 } from '#main/crypto/digests.ts';
import { verifyEd25519 } from '#main/crypto/ed25519.ts';
import type { Signer } from './sshsig.ts';

/**
 * Signatures as minisign makes and checks them (jedisct1.github.io/minisign, hashed form `ED`), by the same key as SSHSIG. What each
 * signs differs in its beginning (`SSHSIG`, or 64 bytes of BLAKE2b), so that none can be taken for the other.
 */
const algorithm = Buffer.from('Ed', 'latin1');
const hashedAlgorithm = Buffer.from('ED', 'latin1');

/** The detached signature of `message`. `trusted` stands in it and is signed too; it tells nothing but the name of the file. */
export function minisignature(message: Uint8Array, file: string, signer: Signer): string {
  const signature = signer.sign(blake2b512(message));
  return written(signer.publicKey(), file, signature, signer.sign(withComment(signature, file)));
}

/** Whether `text` is the signature of `message` by this key, written exactly as {@link minisignature} writes it. */
export function verifyMinisignature(text: string, message: Uint8Array, file: string, publicKey: Uint8Array): boolean {
  const lines = text.split('\n');
  const signature = Buffer.from(lines[1] ?? '', 'base64').subarray(10);
  const whole = Buffer.from(lines[3] ?? '', 'base64');
  if (signature.length !== 64 || whole.length !== 64 || written(publicKey, file, signature, whole) !== text) return false;
  return verifyEd25519(publicKey, blake2b512(message), signature) && verifyEd25519(publicKey, withComment(signature, file), whole);
}

function written(publicKey: Uint8Array, file: string, signature: Uint8Array, whole: Uint8Array): string {
  const signed = Buffer.concat([hashedAlgorithm, keyId(publicKey), signature]).toString('base64');
  return `untrusted comment: signature of a dossier\n${signed}\ntrusted comment: ${trusted(file)}\n${Buffer.from(whole).toString('base64')}\n`;
}

function withComment(signature: Uint8Array, file: string): Buffer {
  return Buffer.concat([signature, Buffer.from(trusted(file), 'latin1')]);
}

function trusted(file: string): string {
  return `file:${file}\thashed`;
}

/** The public key as `minisign -p` takes it. */
export function minisignKey(publicKey: Uint8Array): string {
  const key = Buffer.concat([algorithm, keyId(publicKey), publicKey]);
  return `untrusted comment: minisign public key of a dossier\n${key.toString('base64')}\n`;
}

/** Eight bytes that tell keys apart: drawn from the key, so that they are the same each time. */
function keyId(publicKey: Uint8Array): Buffer {
  return sha256(Buffer.from('minisign key id', 'latin1'), publicKey).subarray(0, 8);
}
