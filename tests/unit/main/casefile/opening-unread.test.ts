import { describe, expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { type Opening, readOpening } from '#main/casefile/opening.ts';
import { openSnapshot, type SnapshotHead, writeSnapshot } from '#main/casefile/snapshot.ts';
import type { SnapshotLine } from '#main/casefile/snapshot-tables.ts';
import { logKeys as keys, logFiles, type MadeSegment, madeSegment, noHead } from '#tests/harness/log-segments.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const close = { t: 'close' };
const end = ({ heads }: MadeSegment) => heads.at(-1) ?? '';
const long = (seq: number, bytes: number) => ({ t: 'tx', seq, body: 'x'.repeat(bytes) });
const placed: SnapshotLine = { text: '["notes","1",{}]', collection: 'notes', key: '1', columns: [], cells: [] };
const first = madeSegment(1, noHead, [long(1, 900_000), close]);
const second = madeSegment(2, end(first), [long(2, 300_000), close], { seq: 1 });
const third = madeSegment(3, end(second), [3, close], { seq: 2 });

/** A case of these segments, with a snapshot after the second that has tables or not, read as an opening does. */
function caseOf(made: readonly MadeSegment[], change: Partial<SnapshotHead> = {}, line: SnapshotLine = placed) {
  const on = recordingDisk({ folders: ['log', 'snap'], files: logFiles(...made) });
  const head: SnapshotHead = { v: 1, head: end(second), seq: 2, segmentNumber: 2, covers: [first.name, second.name], generation: 1, closed: true, ...change };
  writeSnapshot(on.fileSystem, keys, 1, head, [line]);
  const open = new Set<object>();
  const files: FileSystem = {
    ...on.fileSystem,
    open: (path, mode) => {
      const file = on.fileSystem.open(path, mode);
      open.add(file);
      return { ...file, close: () => void open.delete(file) };
    },
  };
  return { opening: (branch: string | null = null) => readOpening(files, keys, 1, branch, openSnapshot), open };
}
function whole(opening: ReturnType<typeof readOpening>): Opening {
  if ('kind' in opening) throw new Error(JSON.stringify(opening));
  return opening;
}
const unread = (...given: Parameters<typeof caseOf>) => {
  const { unread: names, segments, bodies, findings } = whole(caseOf(...given).opening());
  return { unread: names, read: segments.map(({ name }) => name), bodies: bodies.length, findings: findings.map(({ code }) => code) };
};

describe('a long log that a snapshot with tables covers', () => {
  it('is left unread', () => {
    expect(unread([first, second, third])).toEqual({ unread: [first.name, second.name], read: [third.name], bodies: 1, findings: [] });
  });

  it('is read when it is no longer than what is read at once', () => {
    expect(unread([second, third])).toMatchObject({ unread: [], read: [second.name, third.name], findings: [] });
  });

  it('is read when the snapshot has no tables, does not name it, or was taken before', () => {
    const all = [first, second, third];
    const everything = { unread: [], read: all.map(({ name }) => name) };
    expect(unread(all, {}, '["notes","1",{}]')).toMatchObject(everything);
    expect(unread(all, { covers: undefined })).toMatchObject(everything);
    expect(unread(all, { covers: [second.name] })).toMatchObject(everything);
    expect(unread(all, { head: end(first), seq: 1, segmentNumber: 1 })).toMatchObject({ ...everything, bodies: 2 });
  });

  it('is read when what comes behind does not continue from the snapshot', () => {
    const apart = madeSegment(4, 'ab'.repeat(32), [9, close], { seq: 8 });
    expect(unread([first, second, third, apart])).toMatchObject({ unread: [], findings: ['segment-gap', 'edits-lost'] });
    const beside = madeSegment(3, second.heads[1] ?? '', [3, close], { seq: 2, writer: 'theirs' });
    expect(unread([first, second, third, beside])).toMatchObject({ unread: [], findings: expect.arrayContaining(['fork']) });
  });

  it('is read when edits are missing behind it, or were put together', () => {
    const missing = madeSegment(3, end(second), [4, close], { seq: 2 });
    expect(unread([first, second, missing])).toMatchObject({ unread: [], findings: ['edits-lost'] });
    const salvaged = madeSegment(3, end(second), [3, { t: 'header', generation: 1 }, close], { seq: 2, damaged: [2] });
    expect(unread([first, second, salvaged])).toMatchObject({ unread: [] });
  });
});

describe('a snapshot that is not read to its end', () => {
  it('stays open with the case', () => {
    const { opening, open } = caseOf([first, second, third]);
    const { snapshot } = whole(opening());
    expect(open.size).toBe(1);
    snapshot?.indexed?.close();
    expect(open.size).toBe(0);
  });

  it('is closed when the case is of a later version, or another branch is read', () => {
    const needing = caseOf([first, second, madeSegment(3, end(second), [3, close], { seq: 2, needs: ['shares'] })]);
    expect(needing.opening()).toEqual({ kind: 'newer-format', found: 2, known: 1 });
    expect(needing.open.size).toBe(0);
    const beside = madeSegment(3, end(second), [3], { seq: 2, writer: 'theirs' });
    const newest = madeSegment(4, end(third), [4, close], { seq: 3 });
    const forked = caseOf([first, second, third, newest, beside]);
    expect(whole(forked.opening(end(beside).slice(0, 12))).bodies).toHaveLength(1);
    expect(forked.open.size).toBe(0);
    expect(forked.opening('0123456789ab')).toMatchObject({ kind: 'not-found' });
    expect(forked.open.size).toBe(0);
  });
});
