import { gcm } from '@noble/ciphers/aes.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha512 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chunkBytes, headBytes, seal, sealedChunkBytes, sealedLength, sealWithSalt, startOpening, startSealing, unseal } from '#main/crypto/cobblestone.ts';
import { sha256Hex } from '#main/crypto/digests.ts';

/** The construction again, from another implementation of AES-GCM, HMAC and SHA-512. */
function nobleSeal(key: Uint8Array, context: Uint8Array, plaintext: Uint8Array, salt: Uint8Array): Buffer {
  const okm = nobleKeys(key, context, salt);
  const pieces: Uint8Array[] = [salt, okm.subarray(44, 76)];
  for (let index = 0; index <= Math.floor(plaintext.length / 16_384); index += 1)
    pieces.push(nobleChunk(okm, index, plaintext.subarray(index * 16_384, (index + 1) * 16_384)));
  return Buffer.concat(pieces);
}
function nobleKeys(key: Uint8Array, context: Uint8Array, salt: Uint8Array): Uint8Array {
  const info = Buffer.concat([Buffer.from('c2sp.org/chunked-encryption@v1+AEAD_AES_256_GCM\0'), salt, context]);
  const first = hmac(sha512, key, Buffer.concat([info, Uint8Array.of(1)]));
  return Buffer.concat([first, hmac(sha512, key, Buffer.concat([first, info, Uint8Array.of(2)]))]);
}
function nobleChunk(okm: Uint8Array, index: number, plaintext: Uint8Array): Uint8Array {
  const nonce = Uint8Array.from(okm.subarray(32, 44));
  let rest = BigInt(index);
  for (let at = 11; at >= 7; at -= 1) {
    nonce[at] = (nonce[at] ?? 0) ^ Number(rest & 255n);
    rest >>= 8n;
  }
  return gcm(okm.subarray(0, 32), nonce).encrypt(plaintext);
}

const bytesOf = (length: number, seed: number) => Buffer.from(Uint8Array.from({ length }, (_, index) => (index * 7 + seed * 13 + (index >> 8)) & 0xff));
const lengths = [0, 1, 15, 16, 100, 16_383, 16_384, 16_385, 32_768, 20_480, 100_000];

describe('a sealed message', () => {
  it('is what another implementation makes of the same key, salt and context', () => {
    for (const length of lengths) {
      const [key, salt, context, plain] = [bytesOf(32, 1), bytesOf(24, 2), bytesOf(length % 60, 3), bytesOf(length, 4)];
      const ours = sealWithSalt(key, context, plain, salt);
      expect(ours.equals(nobleSeal(key, context, plain, salt)), `${length} bytes`).toBe(true);
      expect(ours.length).toBe(sealedLength(length));
      expect(unseal(key, context, ours)?.equals(plain)).toBe(true);
    }
  });

  it('has not changed since the format was frozen', () => {
    expect(sha256Hex(sealWithSalt(Buffer.alloc(32, 1), Buffer.from('ctx'), Buffer.alloc(20_480, 3), Buffer.alloc(24, 2)))).toBe(
      '9eeb3bdfec0f45fc97da7ab445de8e93585ac879b29138e7f249a48a8115bd61',
    );
    expect(sealWithSalt(Buffer.alloc(32, 1), Buffer.from('ctx'), Buffer.alloc(0), Buffer.alloc(24, 2)).toString('hex')).toBe(
      '0202020202020202020202020202020202020202020202025541944b449b32798266039cb4d976bb436e8cac387c28e3a5905bb2ea404c74755add54d0840ae8df67f4aa9d1547de',
    );
  });

  it('opens to what was sealed, for any key, context and length', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 32, maxLength: 32 }),
        fc.uint8Array({ maxLength: 80 }),
        fc.uint8Array({ maxLength: 40_000 }),
        (key, context, plain) => {
          const sealed = seal(key, context, plain);
          expect(unseal(key, context, sealed)?.equals(plain)).toBe(true);
          expect(unseal(key, Buffer.concat([context, Buffer.from('x')]), sealed)).toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('does not open after any byte of it is changed, cut off or added', () => {
    for (const length of [0, 300, 20_480]) {
      const [key, context] = [bytesOf(32, 1), Buffer.from('context')];
      const sealed = seal(key, context, bytesOf(length, 9));
      const step = length > 1_000 ? 7 : 1;
      for (let at = 0; at < sealed.length; at += step) {
        const changed = Buffer.from(sealed);
        changed.writeUInt8(changed.readUInt8(at) ^ (1 << (at % 8)), at);
        expect(unseal(key, context, changed), `byte ${at}`).toBeNull();
        expect(unseal(key, context, sealed.subarray(0, at)), `cut at ${at}`).toBeNull();
      }
      expect(unseal(key, context, Buffer.concat([sealed, Buffer.alloc(1)]))).toBeNull();
      expect(unseal(key, context, Buffer.concat([sealed, Buffer.alloc(16)]))).toBeNull();
    }
  });

  it('does not open with chunks swapped or the last one dropped', () => {
    const [key, context] = [bytesOf(32, 1), Buffer.from('context')];
    const sealed = seal(key, context, bytesOf(2 * chunkBytes, 1));
    const [first, second] = [
      sealed.subarray(headBytes, headBytes + sealedChunkBytes),
      sealed.subarray(headBytes + sealedChunkBytes, headBytes + 2 * sealedChunkBytes),
    ];
    expect(unseal(key, context, Buffer.concat([sealed.subarray(0, headBytes), second, first, sealed.subarray(headBytes + 2 * sealedChunkBytes)]))).toBeNull();
    expect(unseal(key, context, sealed.subarray(0, headBytes + 2 * sealedChunkBytes))).toBeNull();
  });

  it('lets any chunk be opened alone, and only at its own place', () => {
    const [key, context, plain] = [bytesOf(32, 1), Buffer.from('context'), bytesOf(3 * chunkBytes + 5, 1)];
    const sealed = seal(key, context, plain);
    const opener = startOpening(key, context, sealed.subarray(0, headBytes));
    const chunk = sealed.subarray(headBytes + 2 * sealedChunkBytes, headBytes + 3 * sealedChunkBytes);
    expect(opener?.openChunk(2, chunk)?.equals(plain.subarray(2 * chunkBytes, 3 * chunkBytes))).toBe(true);
    expect(opener?.openChunk(1, chunk)).toBeNull();
    expect(opener?.openChunk(2, chunk.subarray(0, 10))).toBeNull();
    expect(startOpening(bytesOf(32, 2), context, sealed.subarray(0, headBytes))).toBeNull();
    expect(startOpening(key, context, sealed.subarray(0, headBytes - 1))).toBeNull();
  });

  it('counts its chunks in forty bits, as another implementation does', () => {
    const [key, salt, context] = [bytesOf(32, 1), bytesOf(24, 2), Buffer.from('context')];
    const { sealChunk } = startSealing(key, context, salt);
    for (const index of [0, 255, 256, 65_535, 65_536, 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 5, 3 * 2 ** 37 + 7, 2 ** 40 - 1]) {
      expect(sealChunk(index, Buffer.from('chunk')).equals(nobleChunk(nobleKeys(key, context, salt), index, Buffer.from('chunk'))), `chunk ${index}`).toBe(
        true,
      );
    }
  });

  it('is made with a key of 32 bytes and no other', () => {
    for (const length of [0, 16, 31, 33, 64]) {
      expect(() => seal(Buffer.alloc(length), Buffer.alloc(0), Buffer.from('text'))).toThrow('the key must have 32 bytes');
      expect(() => unseal(Buffer.alloc(length), Buffer.alloc(0), seal(Buffer.alloc(32), Buffer.alloc(0), Buffer.from('text')))).toThrow(RangeError);
    }
  });

  it('has a salt of its own each time, so that no two are alike', () => {
    const made = Array.from({ length: 200 }, () => seal(Buffer.alloc(32, 1), Buffer.from('context'), Buffer.from('the same text')));
    expect(new Set(made.map((message) => message.toString('hex', 0, 24))).size).toBe(200);
    expect(new Set(made.map((message) => message.toString('hex', headBytes))).size).toBe(200);
  });

  it('is the same in two implementations for any length around the ends of chunks', () => {
    const nearChunkEnds = fc
      .tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: -17, max: 17 }))
      .map(([chunks, more]) => Math.max(0, chunks * chunkBytes + more));
    const inputs = [
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ minLength: 24, maxLength: 24 }),
      fc.uint8Array({ maxLength: 70 }),
      nearChunkEnds,
    ] as const;
    fc.assert(
      fc.property(...inputs, fc.integer({ min: 0, max: 255 }), (key, salt, context, length, seed) => {
        const plain = bytesOf(length, seed);
        const theirs = nobleSeal(key, context, plain, salt);
        expect(sealWithSalt(key, context, plain, salt).equals(theirs)).toBe(true);
        expect(unseal(key, context, theirs)?.equals(plain)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('does not open after any one bit of it was turned over', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), fc.nat(), (plain, place) => {
        const [key, context] = [bytesOf(32, 1), Buffer.from('context')];
        const sealed = seal(key, context, plain);
        const bit = place % (sealed.length * 8);
        sealed.writeUInt8(sealed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(unseal(key, context, sealed)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
