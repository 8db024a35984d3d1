import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { decodeHeader, encodeHeader, type Header } from '#main/casefile/header.ts';
import { sealSlotTable } from '#main/casefile/slot-table.ts';
import { healHeader, newHeader, unlockHeader, wrongSecret } from '#main/casefile/unlocking.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { good } from '#tests/harness/stored-case.ts';

const caseKey = Buffer.alloc(32, 1);
const caseId = Buffer.alloc(16, 2);
const proof = { kind: 'case-key', bytes: caseKey } as const;
const first = await newHeader(caseKey, caseId, leastKdfCost, [], 5);
const fields = (bytes = first): Header => {
  const decoded = decodeHeader(bytes);
  if (decoded.state !== 'whole') throw new Error('the header is not whole');
  return decoded.header;
};
const generation = (number: number, key = caseKey) => encodeHeader({ ...fields(), generation: number }, key);
const spoilt = (bytes: Buffer) => Buffer.from(bytes).fill(7, 3000, 3004);
const diskWith = (copies: { readonly a?: Buffer; readonly b?: Buffer }) =>
  recordingDisk({ folders: ['log'], files: new Map(Object.entries(copies).map(([letter, bytes]) => [`case.${letter}`, bytes])) });
const damaged = { ok: false, problem: { kind: 'case-damaged', part: 'header' } };

describe('a header that is opened', () => {
  it('with the key of the case gives the newer of its copies, its table, and no slot', async () => {
    const { fileSystem } = diskWith({ a: first, b: generation(2) });
    expect(await unlockHeader(fileSystem, proof)).toMatchObject({
      ok: true,
      value: { caseKey, newest: { name: 'case.b' }, slotIndex: -1, table: Array.from({ length: 8 }, () => null), unequal: true, findings: [] },
    });
  });

  it('is as it should be with two equal copies, and then nothing is healed', async () => {
    const disk = diskWith({ a: first, b: first });
    const unlocked = good(await unlockHeader(disk.fileSystem, proof));
    expect(unlocked).toMatchObject({ unequal: false, findings: [] });
    expect(healHeader(disk.fileSystem, unlocked)).toEqual([]);
    expect(disk.operations).toEqual([]);
  });

  it.each([
    ['older', { a: first, b: generation(2) }, 'case.a', []],
    ['older, the other way round', { a: generation(2), b: first }, 'case.b', []],
    ['damaged', { a: first, b: spoilt(first) }, 'case.b', [{ severity: 'warning', code: 'header-copy-damaged', subject: 'case.b' }]],
    ['gone', { b: first }, 'case.a', [{ severity: 'warning', code: 'header-copy-damaged', subject: 'case.a' }]],
    ['forged', { a: generation(9, Buffer.alloc(32, 9)), b: first }, 'case.a', [{ severity: 'damage', code: 'header-copy-damaged', subject: 'case.a' }]],
  ])('beside a copy that is %s says so, and makes both equal again', async (_, copies, subject, findings) => {
    const disk = diskWith(copies);
    const unlocked = good(await unlockHeader(disk.fileSystem, proof));
    expect(unlocked).toMatchObject({ unequal: true, findings });
    expect(healHeader(disk.fileSystem, unlocked)).toEqual([{ severity: 'info', code: 'header-copy-healed', subject }]);
    const { files } = disk.content();
    expect(files.get('case.a')).toEqual(unlocked.newest.bytes);
    expect(files.get('case.b')).toEqual(unlocked.newest.bytes);
    expect(good(await unlockHeader(disk.fileSystem, proof)).unequal).toBe(false);
  });

  it('is damage when nobody with the key wrote it, or when its table does not open', async () => {
    const forged = generation(1, Buffer.alloc(32, 9));
    expect(await unlockHeader(diskWith({ a: forged, b: forged }).fileSystem, proof)).toEqual(damaged);
    const slotTable = sealSlotTable([], caseKeys(Buffer.alloc(32, 9), caseId).header, caseId);
    const unreadable = encodeHeader({ ...fields(), slotTable }, caseKey);
    expect(await unlockHeader(diskWith({ a: unreadable, b: unreadable }).fileSystem, proof)).toEqual(damaged);
    expect(await unlockHeader(diskWith({ a: spoilt(first), b: spoilt(first) }).fileSystem, proof)).toEqual(damaged);
  });

  it('is a wrong secret when no slot opens, whatever else is wrong with it', async () => {
    const forged = generation(1, Buffer.alloc(32, 9));
    const secret = { kind: 'passphrase', bytes: Buffer.from('wrong') } as const;
    expect(await unlockHeader(diskWith({ a: forged, b: first }).fileSystem, secret)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
  });
});

it.each([
  ['passphrase', 'wrong-passphrase'],
  ['key-file', 'wrong-key-file'],
  ['shares', 'wrong-shares'],
  ['recovery', 'wrong-recovery-code'],
  ['case-key', 'wrong-recovery-code'],
] as const)('a secret that is a %s and opens nothing is told as %s', (kind, told) => {
  expect(wrongSecret(kind)).toEqual({ kind: told });
});

describe('the header of a new case', () => {
  it('has a slot and a line for each secret in order, and the rest for nobody', async () => {
    const secrets = [{ kind: 'passphrase', bytes: Buffer.from('mine'), label: 'Анна' } as const, { kind: 'recovery', bytes: Buffer.alloc(32, 7) } as const];
    const bytes = await newHeader(caseKey, caseId, leastKdfCost, secrets, 5);
    expect(fields(bytes)).toMatchObject({ generation: 1, caseId, cost: leastKdfCost });
    expect(fields(bytes).slots.map(({ length }) => length)).toEqual(Array.from({ length: 8 }, () => 136));
    const { fileSystem } = diskWith({ a: bytes, b: bytes });
    const line = { madeAt: 5, needed: 0, of: 0, slotId: expect.any(Buffer) };
    for (const [index, { label: _, ...secret }] of secrets.map((each) => ({ label: '', ...each })).entries()) {
      const unlocked = good(await unlockHeader(fileSystem, secret));
      expect(unlocked).toMatchObject({ slotIndex: index, caseKey });
      expect(unlocked.table).toEqual([
        { ...line, kind: 'passphrase', label: 'Анна' },
        { ...line, kind: 'recovery', label: '' },
        null,
        null,
        null,
        null,
        null,
        null,
      ]);
      expect(unlocked.table[0]?.slotId).not.toEqual(unlocked.table[1]?.slotId);
    }
  });

  it('has chance in the slots of nobody, other chance in each', async () => {
    expect(new Set(fields().slots.map((slot) => slot.toString('hex'))).size).toBe(8);
  });

  it('is salted anew each time', async () => {
    expect(fields(await newHeader(caseKey, caseId, leastKdfCost, [], 5)).salt).not.toEqual(fields().salt);
    expect(fields().salt).toHaveLength(16);
  });
});
