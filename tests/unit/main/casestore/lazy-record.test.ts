import { describe, expect, it } from 'vitest';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { createCaseIn } from '#main/casestore/case-store.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { countOf, idsOf, lastIdOf, objectsOf } from '#shared/domain/case/objects-of.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, numberedId, sampleMeta, samplePassphrase, silently, writesNote } from '#tests/harness/stored-case.ts';

const facts = countingFacts();

/** A case of long notes over two snapshots, far larger than what is opened to the last byte at once. */
async function longCase(notes = 600) {
  const disk = recordingDisk();
  const made = good(await createCaseIn(disk.fileSystem, 'a.case', { meta: sampleMeta, passphrase: samplePassphrase, facts, kdf: leastKdfCost })).case;
  for (let number = 1; number <= notes; number += 1) good(await made.commit(writesNote(number, `${number} ${'слово '.repeat(400)}`)));
  good(await made.close());
  const file = good(await openCaseFile(disk.fileSystem, { kind: 'passphrase', bytes: samplePassphrase }, 'write'));
  const caseKey = Buffer.from(file.keys.caseKey);
  const open = good(await openRecord(file, 'a.case', facts));
  good(await open.commit(writesNote(notes + 1)));
  good(await open.close());
  return { caseKey, content: disk.content() };
}
const long = await longCase();

async function opened(content: DiskContent, mode: 'read' | 'write' = 'write') {
  const disk = recordingDisk(content);
  const file = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: long.caseKey }, mode));
  return { disk, file, open: good(await openRecord(file, 'a.case', facts)) };
}
const snapshots = [...long.content.files.keys()].filter((path) => path.startsWith('snap/')).sort();
const newest = snapshots.at(-1) ?? '';

/** The content with wrong bytes in the middle of these files. */
function spoiled(...paths: readonly string[]): DiskContent {
  const files = new Map(long.content.files);
  for (const path of paths) {
    const bytes = Buffer.from(files.get(path) ?? Buffer.alloc(0));
    const at = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    files.set(path, bytes);
  }
  return { ...long.content, files };
}
const asPlain = (record: CaseRecord): unknown => JSON.parse(JSON.stringify(record));

describe('a record that is read on demand', () => {
  it('looks like one in memory: keys, look-ups, order, and what is not there', async () => {
    const { open } = await opened(long.content);
    const { notes } = open.record();
    expect(Object.keys(notes)).toEqual(Array.from({ length: 601 }, (_, at) => numberedId(at + 1)));
    expect(idsOf(notes)).toEqual(Object.keys(notes));
    expect(countOf(notes)).toBe(601);
    expect(lastIdOf(notes)).toBe(numberedId(601));
    expect(Object.hasOwn(notes, numberedId(5))).toBe(true);
    expect(Object.hasOwn(notes, numberedId(5_000))).toBe(false);
    expect(numberedId(7) in notes).toBe(true);
    expect(notes['toString']).toBeUndefined();
    expect(notes[numberedId(5)]?.text.startsWith('5 слово')).toBe(true);
    expect(objectsOf(notes).map(({ id }) => id)).toEqual(Object.values(notes).map(({ id }) => id));
    await open.abandon();
  });

  it('has heads without reading the objects', async () => {
    const { disk, open } = await opened(long.content);
    const heads = objectsOf(open.heads().notes);
    expect(heads).toHaveLength(601);
    expect(heads[4]).toMatchObject({
      id: numberedId(5),
      title: null,
      begins: `5 ${'слово '.repeat(400)}`.slice(0, 400),
      changedAt: '2025-01-12T09:00:00.000Z',
      madeAt: '2025-01-12T09:00:00.000Z',
      by: 'A. Analyst',
      aboutIds: [],
    });
    const before = disk.steps();
    expect(open.heads().notes[numberedId(9)]?.by).toBe('A. Analyst');
    expect(disk.steps()).toBe(before);
    await open.abandon();
  });

  it('shows edits over it: changed in place, added at the end, removed, taken back', async () => {
    const { open } = await opened(long.content);
    good(await open.commit(writesNote(3, 'changed')));
    good(await open.commit(writesNote(700)));
    good(await open.commit(() => ({ ok: true, value: { label: 'remove-note', ops: [{ del: 'notes', id: numberedId(4) }], custody: [] } })));
    const ids = idsOf(open.record().notes);
    expect(ids.slice(0, 4)).toEqual([1, 2, 3, 5].map(numberedId));
    expect(ids.at(-1)).toBe(numberedId(700));
    expect(countOf(open.record().notes)).toBe(601);
    expect(open.heads().notes[numberedId(3)]).toMatchObject({ text: 'changed' });
    good(await open.undo());
    expect(idsOf(open.record().notes).at(-1)).toBe(numberedId(4));
    expect(open.record().notes[numberedId(4)]?.text.startsWith('4 слово')).toBe(true);
    await open.abandon();
  });

  it('is the same after it was closed and opened again, line for line', async () => {
    const { disk, open } = await opened(long.content);
    good(await open.commit(writesNote(3, 'changed')));
    const lines = [...open.lines()];
    const record = asPlain(open.record());
    const heads = objectsOf(open.heads().notes).map(({ id, changedAt }) => ({ id, changedAt }));
    good(await open.close());
    const again = await opened(disk.content());
    const [signers, ...rest] = [...again.open.lines()].toSorted();
    expect([signers, ...rest]).toEqual(expect.arrayContaining(lines.filter((line) => !line.startsWith('["custody"'))));
    expect(asPlain(again.open.record())).toMatchObject(record as object);
    expect(objectsOf(again.open.heads().notes).map(({ id, changedAt }) => ({ id, changedAt }))).toEqual(heads);
    await again.open.abandon();
  });

  it('rests on the snapshot before and the log when a part of it is damaged: nothing is lost, it is told, and work goes on', async () => {
    const { disk, open } = await opened(spoiled(newest));
    expect(open.openingFindings.map(({ code }) => code)).toEqual([]);
    expect(objectsOf(open.record().notes)).toHaveLength(601);
    expect(open.record().notes[numberedId(300)]?.text.startsWith('300 слово')).toBe(true);
    expect(open.openingFindings.map(({ code, subject }) => `${code} ${subject}`)).toEqual([`snapshot-unusable ${newest.slice(5)}`]);
    expect(open.readOnly).toBe(false);
    good(await open.commit(writesNote(800)));
    good(await open.close());
    const again = await opened(disk.content());
    expect(countOf(again.open.record().notes)).toBe(602);
    expect(objectsOf(again.open.record().notes)).toHaveLength(602);
    expect(again.open.readOnly).toBe(false);
    await again.open.abandon();
  });

  it('keeps every other object when both ways are damaged, tells it, and is not written to', async () => {
    const log = [...long.content.files.keys()].filter((path) => path.startsWith('log/'));
    const files = new Map(spoiled(newest).files);
    for (const path of [...log, ...snapshots.slice(0, -1)]) files.delete(path);
    const { open } = await opened({ ...long.content, files });
    const left = objectsOf(open.record().notes).length;
    expect(left).toBeGreaterThan(590);
    expect(left).toBeLessThan(601);
    expect(open.openingFindings.map(({ code }) => code)).toContain('record-invalid');
    expect(open.readOnly).toBe(true);
    await open.abandon();
  });

  it('whose damage nobody met is found by a check', async () => {
    const { open } = await opened(spoiled(newest));
    const { sound, findings } = good(await open.verify(silently));
    expect(sound).toBe(false);
    expect(findings.map(({ code, subject }) => `${code} ${subject}`)).toContain(`snapshot-unusable ${newest.slice(5)}`);
    await open.abandon();
  });

  it('refuses a snapshot that it would have to copy damaged bytes into, and takes it when it knows the other way', async () => {
    const { file, open } = await opened(spoiled(newest));
    good(await open.commit(writesNote(900)));
    expect((await open.close()).ok).toBe(false);
    expect(file.files.list('snap').filter((name) => name.endsWith('.part'))).toEqual([]);
    good(await open.close());
  });
});
