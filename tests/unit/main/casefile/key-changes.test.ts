import { beforeAll, describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { encodeHeader } from '#main/casefile/header.ts';
import { readHeaderCopies, writeHeaderCopies } from '#main/casefile/header-copies.ts';
import { addsKey, type DecideKeys, readKeyring, removesKeys, replacesSecret, rewriteKeys, setsPassphrase } from '#main/casefile/key-changes.ts';
import { emptySlot, keyOfSecret, openSlots, type SlotSecret } from '#main/casefile/key-slots.ts';
import { type SlotLine, sealSlotTable } from '#main/casefile/slot-table.ts';
import { newHeader } from '#main/casefile/unlocking.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { good } from '#tests/harness/stored-case.ts';

const caseKey = Buffer.alloc(32, 1);
const caseId = Buffer.alloc(16, 2);
const secret = (kind: SlotSecret['kind'], text: string): SlotSecret => ({ kind, bytes: Buffer.from(text) });
const mine = secret('passphrase', 'mine');
const mine2 = secret('passphrase', 'of another kind');
const code = secret('recovery', 'c'.repeat(32));
const rule = (name: string) => ({ ok: false, problem: { kind: 'refused', rule: name } });
let content: DiskContent;

/** The two header copies of a case with a passphrase and a code, and nothing else: keys are all that is changed here. */
beforeAll(async () => {
  const disk = recordingDisk();
  disk.fileSystem.createFolder('log');
  const header = await newHeader(caseKey, caseId, leastKdfCost, [{ ...mine, label: 'Анна' }, code], 5);
  writeHeaderCopies(disk.fileSystem, header, 'case.a');
  content = disk.content();
}, 60_000);

const fresh = (): FileSystem => recordingDisk(content).fileSystem;
const lines = async (files: FileSystem) => good(await readKeyring(files, caseKey)).table.map((line) => (line ? `${line.kind} ${line.label}`.trim() : ''));
/** Salt and cost stay, so each secret is derived once. */
const derived = new Map<string, Promise<Buffer>>();
const opensBy = async (files: FileSystem, offered: SlotSecret) => {
  const { header } = good(readHeaderCopies(files)).whole[0];
  const name = `${offered.kind} ${Buffer.from(offered.bytes).toString('hex')}`;
  const key = derived.get(name) ?? keyOfSecret(header, offered);
  derived.set(name, key);
  return openSlots(header, await key)?.index ?? -1;
};
const idOf = async (files: FileSystem, at: number) => good(await readKeyring(files, caseKey)).table[at]?.slotId ?? Buffer.alloc(16);
const change = async <T>(files: FileSystem, decide: DecideKeys<T>) => rewriteKeys(files, caseKey, decide);

describe('a change of keys', { timeout: 120_000 }, () => {
  it('begins with what a new case has: its secrets in order, with labels, the rest free', async () => {
    expect(await lines(fresh())).toEqual(['passphrase Анна', 'recovery', '', '', '', '', '', '']);
    expect(good(await readKeyring(fresh(), caseKey)).table[1]).toMatchObject({ kind: 'recovery', madeAt: 5, label: '', needed: 0, of: 0 });
    expect(await readKeyring(fresh(), Buffer.alloc(32, 9))).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'header' } });
  });

  it('is one new generation in both copies; case id, salt, cost and the slots that stay are as before', async () => {
    const files = fresh();
    const before = good(readHeaderCopies(files)).whole[0].header;
    const added = good(
      await change(files, addsKey({ secret: secret('shares', 's'.repeat(32)), kind: 'shares', label: 'friends', madeAt: 7, needed: 2, of: 3 })),
    );
    expect(added).toMatchObject({ generation: 2, value: { kind: 'shares', label: 'friends', madeAt: 7, needed: 2, of: 3 } });
    const [a, b] = good(readHeaderCopies(files)).whole;
    expect(b?.bytes.equals(a.bytes)).toBe(true);
    expect(a.header).toMatchObject({ generation: 2, caseId, salt: before.salt, cost: before.cost });
    expect(a.header.slots.flatMap((slot, index) => (before.slots[index]?.equals(slot) ? [] : [index]))).toEqual([2]);
    expect(await opensBy(files, secret('shares', 's'.repeat(32)))).toBe(2);
    expect(await opensBy(files, mine)).toBe(0);
  });

  it('that is refused writes nothing', async () => {
    const disk = recordingDisk(content);
    const from = disk.operations.length;
    const refusals: readonly (readonly [DecideKeys<unknown>, object])[] = [
      [addsKey({ secret: mine, kind: 'passphrase', label: '', madeAt: 7 }), rule('key-exists')],
      [addsKey({ secret: code, kind: 'escrow', label: '', madeAt: 7 }), rule('key-exists')],
      [replacesSecret(await idOf(disk.fileSystem, 0), { ...code, kind: 'recovery' }, 7), rule('key-exists')],
      [replacesSecret(Buffer.alloc(16, 7), mine, 7), { ok: false, problem: { kind: 'not-found', what: 'key', id: '07'.repeat(16) } }],
      [removesKeys(() => false), { ok: false, problem: { kind: 'not-found', what: 'key', id: '' } }],
      [removesKeys(() => true), rule('last-key')],
      [setsPassphrase(mine.bytes, 7, 'keep'), rule('key-exists')],
    ];
    for (const [decide, refusal] of refusals) expect(await change(disk.fileSystem, decide)).toEqual(refusal);
    expect(disk.operations.length).toBe(from);
  });

  it('of a secret keeps the slot with its id, kind and label, and takes the same secret once more', async () => {
    const files = fresh();
    const slotId = await idOf(files, 0);
    const next = secret('passphrase', 'another');
    expect(good(await change(files, replacesSecret(slotId, next, 9))).value).toMatchObject({ kind: 'passphrase', label: 'Анна', madeAt: 9, slotId });
    expect([await opensBy(files, mine), await opensBy(files, next)]).toEqual([-1, 0]);
    expect(good(await change(files, replacesSecret(slotId, next, 11))).generation).toBe(3);
    expect(await opensBy(files, next)).toBe(0);
  });

  it('that removes fills slots with chance and frees their lines', async () => {
    const files = fresh();
    const before = good(readHeaderCopies(files)).whole[0].header.slots;
    const removed = good(
      await change(
        files,
        removesKeys(({ kind }) => kind === 'passphrase'),
      ),
    ).value;
    expect(removed.map(({ label }: SlotLine) => label)).toEqual(['Анна']);
    expect(await lines(files)).toEqual(['', 'recovery', '', '', '', '', '', '']);
    const after = good(readHeaderCopies(files)).whole[0].header.slots;
    expect(after[0]?.length).toBe(136);
    expect(after[0]?.equals(before[0] ?? Buffer.alloc(0))).toBe(false);
    expect([await opensBy(files, mine), await opensBy(files, code)]).toEqual([-1, 1]);
    good(await change(files, addsKey({ secret: mine, kind: 'passphrase', label: 'anew', madeAt: 7 })));
    expect(await lines(files)).toEqual(['passphrase anew', 'recovery', '', '', '', '', '', '']);
  });

  it('after a loss replaces a lone passphrase under its label, keeps several when told to, and removes all when told to', async () => {
    const files = fresh();
    const [second, third, fourth] = ['second', 'third', 'fourth'].map((text) => secret('passphrase', text));
    if (!second || !third || !fourth) throw new Error('no secrets');
    expect(good(await change(files, setsPassphrase(second.bytes, 7, undefined))).value).toMatchObject({ label: 'Анна', madeAt: 7 });
    expect([await opensBy(files, mine), await opensBy(files, second)]).toEqual([-1, 0]);
    good(await change(files, setsPassphrase(third.bytes, 8, 'keep')));
    good(await change(files, addsKey({ secret: secret('key-file', 'f'), kind: 'key-file', label: 'stick', madeAt: 8 })));
    expect(await lines(files)).toEqual(['passphrase Анна', 'recovery', 'passphrase', 'key-file stick', '', '', '', '']);
    expect(await change(files, setsPassphrase(fourth.bytes, 9, undefined))).toEqual(rule('other-passphrases'));
    // One that stays until now may be the new one: nothing of it stays.
    expect(good(await change(files, setsPassphrase(third.bytes, 9, 'remove'))).value).toMatchObject({ label: '', madeAt: 9 });
    expect(await lines(files)).toEqual(['passphrase', 'recovery', '', '', '', '', '', '']);
    for (const gone of [second, secret('key-file', 'f')]) expect(await opensBy(files, gone)).toBe(-1);
    expect(await opensBy(files, third)).toBe(0);
  });

  it('after a loss goes into the first place among several that leave, and into a free one beside codes alone', async () => {
    const files = fresh();
    good(await change(files, addsKey({ secret: secret('passphrase', 'second'), kind: 'passphrase', label: 'b', madeAt: 7 })));
    const set = good(await change(files, setsPassphrase(Buffer.from('new'), 9, 'remove'))).value;
    expect(await lines(files)).toEqual(['passphrase', 'recovery', '', '', '', '', '', '']);
    expect(await idOf(files, 0)).toEqual(set.slotId);
    good(
      await change(
        files,
        removesKeys(({ kind }) => kind === 'passphrase'),
      ),
    );
    expect(good(await change(files, setsPassphrase(Buffer.from('again'), 11, undefined))).value).toMatchObject({ kind: 'passphrase', label: '', madeAt: 11 });
    expect(await lines(files)).toEqual(['passphrase', 'recovery', '', '', '', '', '', '']);
  });

  it('after a loss does not take what opens a place of another kind', async () => {
    const files = fresh();
    const slot = good(await change(files, addsKey({ secret: mine2, kind: 'recovery', label: '', madeAt: 7 }))).value;
    expect(slot.kind).toBe('recovery');
    expect(await change(files, setsPassphrase(mine2.bytes, 9, 'remove'))).toEqual(rule('key-exists'));
    expect(await change(files, setsPassphrase(mine2.bytes, 9, undefined))).toEqual(rule('key-exists'));
  });

  it('finds no room in a full table, neither for a key nor for a passphrase beside eight codes', async () => {
    const files = fresh();
    const [{ header }] = good(readHeaderCopies(files)).whole;
    const table = Array.from({ length: 8 }, (_, at): SlotLine => ({ kind: 'recovery', slotId: Buffer.alloc(16, at), madeAt: 5, label: '', needed: 0, of: 0 }));
    const slotTable = sealSlotTable(table, caseKeys(caseKey, caseId).header, caseId);
    const full = encodeHeader({ ...header, generation: 2, slots: Array.from({ length: 8 }, emptySlot), slotTable }, caseKey);
    writeHeaderCopies(files, full, 'case.a');
    expect(await change(files, addsKey({ secret: mine, kind: 'passphrase', label: '', madeAt: 7 }))).toEqual(rule('no-free-key'));
    for (const others of ['keep', 'remove', undefined] as const)
      expect(await change(files, setsPassphrase(mine.bytes, 7, others))).toEqual(rule('no-free-key'));
  });

  it('does not build on a header that nobody with the key wrote', async () => {
    const files = fresh();
    const [{ header }] = good(readHeaderCopies(files)).whole;
    const forged = encodeHeader({ ...header, generation: 9 }, Buffer.alloc(32, 9));
    writeHeaderCopies(files, forged, 'case.a');
    expect(await change(files, addsKey({ secret: secret('passphrase', 'x'), kind: 'passphrase', label: '', madeAt: 7 }))).toEqual({
      ok: false,
      problem: { kind: 'case-damaged', part: 'header' },
    });
  });
});
