import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKeys, sealContext } from '#main/casefile/case-keys.ts';
import { encodeHeader, type Header } from '#main/casefile/header.ts';
import { emptySlot, fillSlot, keyOfSecret, openSlots } from '#main/casefile/key-slots.ts';
import { openSlotTable, type SlotLine, type SlotTable, sealSlotTable } from '#main/casefile/slot-table.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { seal } from '#main/crypto/cobblestone.ts';
import { keyKinds } from '#shared/contract/keys.ts';

const caseKey = Buffer.alloc(32, 1);
const caseId = Buffer.alloc(16, 2);
const slotId = Buffer.alloc(16, 3);
const keys = caseKeys(caseKey, caseId);
const kek = Buffer.alloc(32, 5);
const header = (slots: readonly Buffer[], slotTable: Buffer = Buffer.alloc(968)): Header => ({
  generation: 1,
  caseId,
  cost: leastKdfCost,
  salt: Buffer.alloc(16),
  slots,
  slotTable,
});
const eight = (at: number, slot: Buffer): Buffer[] => Array.from({ length: 8 }, (_, index) => (index === at ? slot : emptySlot()));

describe('a slot', () => {
  it('opens in its own place, with its own key, for its own case, and gives the case key', () => {
    for (let at = 0; at < 8; at += 1) {
      const slot = fillSlot(kek, at, caseId, caseKey, 'recovery', slotId);
      expect(slot.length).toBe(136);
      expect(openSlots(header(eight(at, slot)), kek)).toMatchObject({ caseKey, index: at });
      expect(openSlots(header(eight((at + 1) % 8, slot)), kek)).toBeNull();
      expect(openSlots(header(eight(at, slot)), Buffer.alloc(32, 6))).toBeNull();
      expect(openSlots({ ...header(eight(at, slot)), caseId: Buffer.alloc(16, 9) }, kek)).toBeNull();
    }
  });

  it('that is empty is as long as a full one, never the same twice, and opens for nobody', () => {
    const empty = Array.from({ length: 50 }, emptySlot);
    expect(new Set(empty.map((slot) => slot.toString('hex'))).size).toBe(50);
    expect(new Set(empty.map(({ length }) => length))).toEqual(new Set([136]));
    expect(openSlots(header(empty.slice(0, 8)), kek)).toBeNull();
  });

  it('is the first that opens, should several', () => {
    const slots = eight(6, fillSlot(kek, 6, caseId, Buffer.alloc(32, 8), 'passphrase', slotId)).with(
      2,
      fillSlot(kek, 2, caseId, caseKey, 'passphrase', slotId),
    );
    expect(openSlots(header(slots), kek)).toMatchObject({ caseKey, index: 2 });
  });

  it('is opened by a key of its kind: the same bytes as another kind of secret give another key', async () => {
    const bytes = Buffer.alloc(32, 7);
    const of = async (kind: 'passphrase' | 'recovery' | 'key-file' | 'shares') =>
      (await keyOfSecret({ salt: Buffer.alloc(16, 1), cost: leastKdfCost }, { kind, bytes })).toString('hex');
    expect(new Set([await of('passphrase'), await of('recovery'), await of('key-file'), await of('shares')]).size).toBe(4);
    expect(bytes).toEqual(Buffer.alloc(32, 7));
  });
});

describe('the slot table', () => {
  const line: fc.Arbitrary<SlotLine> = fc.record({
    kind: fc.constantFrom(...keyKinds),
    slotId: fc.uint8Array({ minLength: 16, maxLength: 16 }).map((bytes) => Buffer.from(bytes)),
    madeAt: fc.integer({ min: 0, max: 2 ** 48 }),
    label: fc.string({ unit: 'grapheme', maxLength: 30 }).filter((text) => Buffer.byteLength(text) <= 48 && Buffer.from(text).toString() === text),
    needed: fc.integer({ min: 0, max: 16 }),
    of: fc.integer({ min: 0, max: 16 }),
  });
  const opened = (table: SlotTable, key = keys.header, id = caseId) =>
    openSlotTable({ ...header([], sealSlotTable(table, keys.header, caseId)), caseId: id }, key);

  it('gives back what was said of each slot', () => {
    fc.assert(
      fc.property(fc.array(fc.option(line), { minLength: 8, maxLength: 8 }), (table) => {
        expect(opened(table)).toEqual(table);
      }),
      { numRuns: 60 },
    );
  });

  const sample: SlotLine = { kind: 'passphrase', slotId, madeAt: 1, label: 'x', needed: 0, of: 0 };
  const table = [sample, ...Array.from({ length: 7 }, () => null)];

  it('opens with the key of this case only, and not after a bit was turned over', () => {
    expect(opened(table)).toEqual(table);
    expect(opened(table, keys.log)).toBeNull();
    expect(opened(table, keys.header, Buffer.alloc(16, 9))).toBeNull();
    const sealed = sealSlotTable(table, keys.header, caseId);
    expect(sealed.length).toBe(968);
    for (const place of [0, 30, 100, 967]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(openSlotTable(header([], changed), keys.header)).toBeNull();
    }
  });

  const raw = (change: (plain: Buffer) => void, length = 896) => {
    const plain = Buffer.alloc(length);
    change(plain);
    return openSlotTable(header([], seal(keys.header, sealContext('slot-table', caseId), plain)), keys.header);
  };
  it('that says what this version does not know is refused, not guessed', () => {
    expect(raw(() => undefined)).toEqual(Array.from({ length: 8 }, () => null));
    expect(raw((plain) => plain.writeUInt8(5, 0))).toMatchObject([{ kind: 'escrow' }, null, null, null, null, null, null, null]);
    expect(raw((plain) => plain.writeUInt8(6, 0))).toBeNull();
    expect(raw((plain) => plain.writeUInt8(255, 7 * 112))).toBeNull();
    expect(raw((plain) => plain.writeUInt8(49, 3))).toBeNull();
    const longest = raw((plain) => plain.writeUInt32LE(0x3000_0001, 112));
    expect(longest?.[1]?.label).toBe('\0'.repeat(48));
    expect(raw(() => undefined, 895)).toBeNull();
    expect(raw(() => undefined, 1_008)).toBeNull();
  });

  it('keeps the digest of an escrow file, and none where none lies in the folder', () => {
    const digest = Buffer.alloc(32, 7);
    const escrow: SlotLine = { ...sample, kind: 'escrow', fileDigest: digest };
    expect(opened([escrow, ...table.slice(1)])?.[0]).toEqual(escrow);
    expect(opened(table)?.[0]).not.toHaveProperty('fileDigest');
  });

  it('takes labels of 48 bytes and no longer ones', () => {
    expect(opened([{ ...sample, label: 'я'.repeat(24) }, ...table.slice(1)])?.[0]?.label).toBe('я'.repeat(24));
    expect(() => opened([{ ...sample, label: 'я'.repeat(25) }, ...table.slice(1)])).toThrow('a label is too long');
  });

  it('lies in the header where it is read from again', () => {
    const slotTable = sealSlotTable(table, keys.header, caseId);
    const encoded = encodeHeader(header(eight(0, fillSlot(kek, 0, caseId, caseKey, 'passphrase', slotId)), slotTable), caseKey);
    expect(encoded.subarray(1_152, 2_120)).toEqual(slotTable);
  });
});
