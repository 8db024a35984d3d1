import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { blake2b } from '@noble/hashes/blake2.js';
import type { Sha256Hex } from '#shared/kernel/units.ts';

/** SHA-256 (FIPS 180-4) of the concatenation of `pieces`: 32 bytes. */
export function sha256(...pieces: readonly Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const piece of pieces) hash.update(piece);
  return hash.digest();
}

/** SHA-256 of bytes as 64 lower-case hexadecimal digits. */
export function sha256Hex(bytes: Uint8Array): Sha256Hex {
  return sha256(bytes).toString('hex') as Sha256Hex;
}

/** SHA-256 of a stream. `finish` may be called once. */
export type RunningSha256 = { readonly update: (bytes: Uint8Array) => void; readonly finish: () => { readonly bytes: Buffer; readonly hex: Sha256Hex } };
export function startSha256(): RunningSha256 {
  const hash = createHash('sha256');
  return {
    update: (bytes) => void hash.update(bytes),
    finish: () => {
      const bytes = hash.digest();
      return { bytes, hex: bytes.toString('hex') as Sha256Hex };
    },
  };
}

/** HMAC-SHA-256 (RFC 2104, FIPS 180-4): 32 bytes. */
export function hmacSha256(key: Uint8Array, ...pieces: readonly Uint8Array[]): Buffer {
  const mac = createHmac('sha256', key);
  for (const piece of pieces) mac.update(piece);
  return mac.digest();
}

/** HMAC-SHA-512 (RFC 2104, FIPS 180-4): 64 bytes. */
export function hmacSha512(key: Uint8Array, ...pieces: readonly Uint8Array[]): Buffer {
  const mac = createHmac('sha512', key);
  for (const piece of pieces) mac.update(piece);
  return mac.digest();
}

/** Whether two secrets or tags are equal; takes the same time wherever they differ. Different lengths are unequal. */
export function equalInConstantTime(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/** BLAKE2b (RFC 7693) of 64 bytes without a key: what minisign signs in the place of a file. Electron's BoringSSL has none. */
export function blake2b512(bytes: Uint8Array): Buffer {
  return Buffer.from(blake2b(bytes, { dkLen: 64 }));
}
