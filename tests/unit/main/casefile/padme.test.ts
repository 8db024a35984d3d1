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

it('padding is taken off again, and nothing else is', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (bytes) => {
      expect(unpadded(padded(bytes, 256))).toEqual(Buffer.from(bytes));
    }),
  );
  expect(unpadded(Buffer.from([255, 255, 255, 255, 0]))).toBeNull();
  expect(unpadded(Buffer.alloc(3))).toBeNull();
});

it('frames are found by the checksum of RFC 3720 appendix B.4', () => {
  expect(crc32c(Buffer.alloc(32)).toString(16)).toBe('8a9136aa');
  expect(crc32c(Buffer.alloc(32, 0xff)).toString(16)).toBe('62a8ab43');
  expect(crc32c(Buffer.from('123456789')).toString(16)).toBe('e3069283');
});
