import { hmacSha512 } from './digests.ts';

/** HKDF-Expand with SHA-512 (RFC 5869 §2.3). `length` is at most 255 × 64 bytes; more throws, as the RFC forbids it. */
export function hkdfExpandSha512(pseudoRandomKey: Uint8Array, info: Uint8Array, length: number): Buffer {
  if (length > 255 * 64) throw new RangeError('HKDF-Expand: more than 255 blocks asked');
  const out: Buffer[] = [];
  let block: Buffer = Buffer.alloc(0);
  for (let counter = 1, made = 0; made < length; counter += 1, made += block.length) {
    block = hmacSha512(pseudoRandomKey, block, info, Uint8Array.of(counter));
    out.push(block);
  }
  return Buffer.concat(out).subarray(0, length);
}
