import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKeys, sealContext, u32 } from '#main/casefile/case-keys.ts';
import { decodeHeader, encodeHeader, type Header, headerBytes, isHeaderGenuine } from '#main/casefile/header.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { subkey } from '#main/crypto/subkey.ts';

const caseKey = Buffer.alloc(32, 1);
const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length }).map((given) => Buffer.from(given));
const anyHeader: fc.Arbitrary<Header> = fc.record({
  generation: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  caseId: bytes(16),
  cost: fc.record({ memoryKiB: fc.integer({ min: 65_536, max: 2_097_152 }), passes: fc.integer({ min: 2, max: 64 }) }),
  salt: bytes(16),
  slots: fc.array(bytes(136), { minLength: 8, maxLength: 8 }),
  slotTable: bytes(968),
});
const sample: Header = {
  generation: 3,
  caseId: Buffer.alloc(16, 2),
  cost: { memoryKiB: 65_536, passes: 2 },
  salt: Buffer.alloc(16, 4),
  slots: Array.from({ length: 8 }, (_, index) => Buffer.alloc(136, index + 10)),
  slotTable: Buffer.alloc(968, 5),
};

/** The header with something else in it and a digest that fits, as anyone can make it without a key. */
function rewritten(change: (header: Buffer) => void): Buffer {
  const header = Buffer.from(encodeHeader(sample, caseKey));
  change(header);
  sha256(header.subarray(0, headerBytes - 32)).copy(header, headerBytes - 32);
  return header;
}
const stateOf = (header: Buffer) => decodeHeader(header).state;

describe('the header of a case', () => {
  it('gives back whatever was written into it', () => {
    fc.assert(
      fc.property(anyHeader, (header) => {
        const encoded = encodeHeader(header, caseKey);
        expect(encoded.length).toBe(8_192);
        expect(decodeHeader(encoded)).toEqual({ state: 'whole', header, bytes: encoded });
        expect(isHeaderGenuine(encoded, caseKey)).toBe(true);
        expect(isHeaderGenuine(encoded, Buffer.alloc(32, 2))).toBe(false);
      }),
      { numRuns: 40 },
    );
  });

  it('lies where FORMAT.md §2 says', () => {
    const encoded = encodeHeader(sample, caseKey);
    expect(encoded.toString('latin1', 0, 8)).toBe('CORROCSE');
    expect([encoded.readUInt16LE(8), encoded.readUInt16LE(10), encoded.readUInt32LE(12)]).toEqual([1, 0, 3]);
    expect([encoded.readUInt8(32), encoded.readUInt8(33), encoded.readUInt32LE(36), encoded.readUInt32LE(40)]).toEqual([1, 1, 65_536, 2]);
    expect(encoded.subarray(16, 32)).toEqual(sample.caseId);
    expect(encoded.subarray(48, 64)).toEqual(sample.salt);
    for (let slot = 0; slot < 8; slot += 1) expect(encoded.subarray(64 + slot * 136, 200 + slot * 136)).toEqual(sample.slots[slot]);
    expect(encoded.subarray(1_152, 2_120)).toEqual(sample.slotTable);
    for (const [from, to] of [
      [34, 36],
      [44, 48],
      [2_120, 8_128],
    ])
      expect(encoded.subarray(from, to).every((byte) => byte === 0)).toBe(true);
    expect(encoded.subarray(8_160)).toEqual(sha256(encoded.subarray(0, 8_160)));
  });

  it('is damaged after any one bit was turned over, and foreign to nobody', () => {
    const encoded = encodeHeader(sample, caseKey);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: headerBytes * 8 - 1 }), (bit) => {
        const changed = Buffer.from(encoded);
        changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
        expect(stateOf(changed)).toBe('damaged');
      }),
      { numRuns: 300 },
    );
  });

  it('with a fitting digest but without the key is not genuine, whatever was changed', () => {
    for (const at of [8, 12, 16, 32, 48, 64, 1_152, 1_900, 8_127, 8_128, 8_159]) {
      const changed = rewritten((header) => header.writeUInt8(header.readUInt8(at) ^ 1, at));
      expect(isHeaderGenuine(changed, caseKey), `byte ${at}`).toBe(false);
    }
  });

  it('of a newer version is told as such, at any length, if its digest fits', () => {
    expect(decodeHeader(rewritten((header) => header.writeUInt16LE(7, 8)))).toEqual({ state: 'newer', major: 7 });
    const short = Buffer.alloc(100);
    short.write('CORROCSE', 'latin1');
    short.writeUInt16LE(2, 8);
    sha256(short.subarray(0, 68)).copy(short, 68);
    expect(decodeHeader(short)).toEqual({ state: 'newer', major: 2 });
    short.writeUInt8(1, 50);
    expect(stateOf(short)).toBe('damaged');
    // A later minor version of ours is read.
    expect(stateOf(rewritten((header) => header.writeUInt16LE(9, 10)))).toBe('whole');
  });

  it.each<readonly [string, (header: Buffer) => void]>([
    ['version 0', (header) => header.writeUInt16LE(0, 8)],
    ['another key derivation', (header) => header.writeUInt8(2, 32)],
    ['more lanes', (header) => header.writeUInt8(2, 33)],
    ['too little memory', (header) => header.writeUInt32LE(65_535, 36)],
    ['too much memory', (header) => header.writeUInt32LE(2_097_153, 36)],
    ['too few passes', (header) => header.writeUInt32LE(1, 40)],
    ['too many passes', (header) => header.writeUInt32LE(65, 40)],
  ])('that asks for %s is damaged', (_, change) => {
    expect(stateOf(rewritten(change))).toBe('damaged');
  });

  it('of our version but of another length is damaged', () => {
    const encoded = encodeHeader(sample, caseKey);
    const longer = Buffer.concat([encoded.subarray(0, 8_160), Buffer.alloc(64)]);
    sha256(longer.subarray(0, longer.length - 32)).copy(longer, longer.length - 32);
    expect(stateOf(longer)).toBe('damaged');
    for (const length of [8_191, 4_000, 65, 64, 12]) expect(stateOf(encoded.subarray(0, length)), `${length}`).toBe('damaged');
  });

  it('that never was one is foreign, unless it has the length of one', () => {
    expect(stateOf(Buffer.alloc(headerBytes))).toBe('damaged');
    for (const strange of [
      Buffer.alloc(0),
      Buffer.from('CORROCSE'),
      Buffer.alloc(headerBytes - 1),
      Buffer.from('PK\u0003\u0004 some archive'),
      Buffer.alloc(200, 'x'),
    ])
      expect(stateOf(strange)).toBe('foreign');
  });
});

describe('keys and contexts', () => {
  it('are eight for one case, each its own, and bound to kind, case and place', () => {
    const keys = caseKeys(caseKey, Buffer.alloc(16, 2));
    const { caseKey: held, caseId, ...uses } = keys;
    expect([held, caseId]).toEqual([caseKey, Buffer.alloc(16, 2)]);
    expect(Object.keys(uses).sort()).toEqual(['anchor', 'blob', 'blob-name', 'header', 'index', 'log', 'sign', 'snapshot']);
    expect(new Set(Object.values(uses).map((key) => key.toString('hex'))).size).toBe(8);
    for (const [use, key] of Object.entries(uses)) expect(key, use).toEqual(subkey(caseKey, use as keyof typeof uses));
    expect(sealContext('frame', Buffer.alloc(2, 2), Buffer.from('place'), u32(258)).toString('latin1')).toBe(
      'corroborate/v1/frame\0\u0002\u0002place\u0002\u0001\0\0',
    );
    expect(sealContext('slot-table', Buffer.alloc(2, 2)).toString('latin1')).toBe('corroborate/v1/slot-table\0\u0002\u0002');
    expect(u32(0xffff_fffe)).toEqual(Buffer.from([0xfe, 0xff, 0xff, 0xff]));
  });
});
