import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Ed25519 (RFC 8032). A private key is its 32-byte seed, a public key 32 bytes, a signature 64. */
// The DER around a raw key: PKCS #8 and SubjectPublicKeyInfo with the Ed25519 object identifier (RFC 8410 §4, §7).
const pkcs8Prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex');

function privateKeyOf(seed: Uint8Array) {
  if (seed.length !== 32) throw new RangeError('Ed25519: the seed must have 32 bytes');
  return createPrivateKey({ key: Buffer.concat([pkcs8Prefix, seed]), format: 'der', type: 'pkcs8' });
}

/** The public key that belongs to a seed. */
export function ed25519PublicKey(seed: Uint8Array): Buffer {
  return createPublicKey(privateKeyOf(seed)).export({ format: 'der', type: 'spki' }).subarray(spkiPrefix.length);
}

/** Signature of `message` (pure Ed25519, no pre-hash). */
export function signEd25519(seed: Uint8Array, message: Uint8Array): Buffer {
  return sign(null, message, privateKeyOf(seed));
}

/** Whether `signature` is `publicKey`'s over `message`. Wrong lengths and impossible points answer `false`, never throw. */
export function verifyEd25519(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  if (publicKey.length !== 32 || signature.length !== 64) return false;
  try {
    return verify(null, message, createPublicKey({ key: Buffer.concat([spkiPrefix, publicKey]), format: 'der', type: 'spki' }), signature);
  } catch {
    // A public key that is no point of the curve is refused by throwing in some engines.
    return false;
  }
}

/** The public key as a PEM file that openssl reads (RFC 8410 §10.1). */
export function ed25519Pem(publicKey: Uint8Array): string {
  return `${pemBegin}\n${Buffer.concat([spkiPrefix, publicKey]).toString('base64')}\n${pemEnd}\n`;
}

/** Reads such a file; `null` when it is not written exactly as {@link ed25519Pem} writes it. */
export function parseEd25519Pem(pem: string): Uint8Array | null {
  const publicKey = Uint8Array.from(Buffer.from(pem.split('\n')[1] ?? '', 'base64').subarray(spkiPrefix.length));
  return publicKey.length === 32 && ed25519Pem(publicKey) === pem ? publicKey : null;
}
const pemBegin = '-----BEGIN PUBLIC KEY-----';
const pemEnd = '-----END PUBLIC KEY-----';
