import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32c } from '#main/casefile/crc32c.ts';
import { padded, padme, unpadded } from '#main/casefile/padme.ts';

it('padding never shortens, costs at most an eighth, and settles', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 45 }), (length) => {
      const rounded = padme(length);
      expect(rounded).toBeGreaterThanOrEqual(length);
      expect(rounded).toBeLessThanOrEqual(length * 1.125 + 1);
      expect(padme(rounded)).toBe(rounded);
    }),
  );
  expect([0, 1, 8, 9, 100, 1_000, 1_000_000].map(padme)).toEqual([0, 1, 8, 10, 104, 1_024, 1_015_808]);
});

it('padding is what the words of the paper give in whole numbers', () => {
  const bitsOf = (value: bigint) => BigInt(value.toString(2).length);
  const byTheWords = (length: bigint) => {
    if (length < 2n) return length;
    const exponent = bitsOf(length) - 1n;
    const kept = bitsOf(exponent);
    if (exponent <= kept) return length;
    const step = 1n << (exponent - kept);
    return ((length + step - 1n) / step) * step;
  };
  for (let length = 0; length < 3_000; length += 1) expect(padme(length)).toBe(Number(byTheWords(BigInt(length))));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 45 }), (length) => {
      expect(padme(length)).toBe(Number(byTheWords(BigInt(length))));
    }),
  );
  // Around powers of two, where a logarithm could be off by one.
  for (let power = 1; power < 50; power += 1)
    for (const near of [-1, 0, 1]) expect(padme(2 ** power + near), `2^${power} + ${near}`).toBe(Number(byTheWords((1n << BigInt(power)) + BigInt(near))));
});

it('lengths fall together: a million of them have few sizes', () => {
  const sizes = new Set<number>();
  for (let length = 1_000_000; length < 2_000_000; length += 1) sizes.add(padme(length));
  expect(sizes.size).toBeLessThan(40);
});

it('padding is taken off again, and nothing else is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), fc.constantFrom(0, 256, 1_024), (bytes, least) => {
      const plain = padded(bytes, least);
      expect(unpadded(plain)).toEqual(Buffer.from(bytes));
      expect(plain.length).toBe(padme(Math.max(least, bytes.length + 4)));
      expect(plain.subarray(0, 4).readUInt32LE()).toBe(bytes.length);
      expect(plain.subarray(4 + bytes.length).every((byte) => byte === 0)).toBe(true);
    }),
  );
  expect(unpadded(Buffer.from([255, 255, 255, 255, 0]))).toBeNull();
  expect(unpadded(Buffer.alloc(3))).toBeNull();
  expect(unpadded(Buffer.alloc(4))).toEqual(Buffer.alloc(0));
  expect(unpadded(Buffer.from([1, 0, 0, 0, 7]))).toEqual(Buffer.from([7]));
  expect(unpadded(Buffer.from([2, 0, 0, 0, 7]))).toBeNull();
});

it('frames are found by the checksum of RFC 3720 appendix B.4', () => {
  expect(crc32c(Buffer.alloc(0))).toBe(0);
  expect(crc32c(Buffer.alloc(32)).toString(16)).toBe('8a9136aa');
  expect(crc32c(Buffer.alloc(32, 0xff)).toString(16)).toBe('62a8ab43');
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, index) => index)).toString(16)).toBe('46dd794e');
  expect(crc32c(Uint8Array.from({ length: 32 }, (_, index) => 31 - index)).toString(16)).toBe('113fdb5c');
  expect(crc32c(Buffer.from('123456789')).toString(16)).toBe('e3069283');
});
