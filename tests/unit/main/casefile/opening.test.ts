import { describe, expect, it } from 'vitest';
import { noCare } from '#main/casefile/care-state.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { type Opening, readOpening, readSegments, segmentFindings, wayBeside } from '#main/casefile/opening.ts';
import { readSnapshot, type SnapshotHead, writeSnapshot } from '#main/casefile/snapshot.ts';
import type { SnapshotLine } from '#main/casefile/snapshot-tables.ts';
import { logKeys as keys, logFiles, type MadeSegment, madeSegment, noHead } from '#tests/harness/log-segments.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';

const close = { t: 'close' };
const end = ({ heads }: MadeSegment) => heads.at(-1) ?? '';
const diskOf = (...made: readonly MadeSegment[]) => recordingDisk({ folders: ['log', 'snap', 'blob'], files: logFiles(...made) });
const headAt = (head: string, seq: number, segmentNumber: number, more: Partial<SnapshotHead> = {}): SnapshotHead => ({
  v: 1,
  head,
  seq,
  segmentNumber,
  generation: 1,
  closed: true,
  ...more,
});
const withSnapshot = (on: RecordingDisk, number: number, head: SnapshotHead, lines: readonly SnapshotLine[] = ['"line"']) =>
  writeSnapshot(on.fileSystem, keys, number, head, lines).name;
function opened(on: RecordingDisk, generation = 1, branch: string | null = null): Opening {
  const opening = readOpening(on.fileSystem, keys, generation, branch);
  if ('kind' in opening) throw new Error(JSON.stringify(opening));
  return opening;
}
const found = ({ findings }: Opening) => findings.map(({ severity, code, subject }) => `${severity} ${code} ${subject}`);

const first = madeSegment(1, noHead, [1, 2, close]);
const second = madeSegment(2, end(first), [3, 4, close], { seq: 2 });
const third = madeSegment(3, end(second), [5, close], { seq: 4 });

describe('a case as it is read', () => {
  it('is nothing when there is neither log nor snapshot, and says which of them is damaged', () => {
    expect(readOpening(diskOf().fileSystem, keys, 1)).toEqual({ kind: 'case-damaged', part: 'log' });
    const on = diskOf();
    on.fileSystem.create('snap/00000003-0011aabb').close();
    expect(readOpening(on.fileSystem, keys, 1)).toEqual({ kind: 'case-damaged', part: 'snapshot' });
  });

  it('is what the log says, edit by edit', () => {
    const opening = opened(diskOf(first, second));
    expect(opening).toMatchObject({
      snapshot: null,
      newestSnapshotNumber: 0,
      unread: [],
      bodies: ['edit 1', 'edit 2', 'edit 3', 'edit 4'],
      seq: 4,
      newestSegmentNumber: 2,
      findings: [],
      branches: [],
      forked: false,
      doubtful: false,
    });
    expect(opening.care).toEqual(noCare);
    expect(opening.segments.map(({ name }) => name)).toEqual([first.name, second.name]);
  });

  it('is what the newest snapshot says, and the log behind it', () => {
    const on = diskOf(first, second, third);
    withSnapshot(on, 4, headAt(end(first), 2, 1));
    withSnapshot(on, 5, headAt(end(second), 4, 2));
    const opening = opened(on);
    expect(opening).toMatchObject({ snapshot: { number: 5 }, newestSnapshotNumber: 5, bodies: ['edit 5'], seq: 5, newestSegmentNumber: 3, findings: [] });
  });

  it('is what the snapshot says alone, when nothing came behind it', () => {
    const on = diskOf();
    const name = withSnapshot(on, 5, headAt(end(second), 4, 7));
    expect(opened(on)).toMatchObject({ bodies: [], seq: 4, newestSegmentNumber: 7, findings: [], doubtful: false });
    const before = diskOf();
    const open = withSnapshot(before, 5, headAt(end(second), 4, 7, { closed: false }));
    expect(found(opened(before))).toEqual([`warning unclean-end ${open}`]);
    expect(name).not.toBe(open);
  });

  it('did not end cleanly without a close record, or with something behind it', () => {
    const without = madeSegment(2, end(first), [3], { seq: 2 });
    expect(found(opened(diskOf(first, without)))).toEqual([`warning unclean-end ${without.name}`]);
    const on = diskOf({ ...first, log: Buffer.concat([first.log, Buffer.alloc(64)]) });
    expect(found(opened(on))).toEqual([`warning segment-damaged ${first.name}`, `warning unclean-end ${first.name}`]);
  });

  it('names a newer snapshot that cannot be used, and goes on from the one before', () => {
    const on = diskOf(first, second, third);
    withSnapshot(on, 4, headAt(end(first), 2, 1));
    on.fileSystem.create('snap/00000006-0011aabb').close();
    const opening = opened(on);
    expect(opening).toMatchObject({ snapshot: { number: 4 }, newestSnapshotNumber: 6, bodies: ['edit 3', 'edit 4', 'edit 5'] });
    expect(found(opening)).toEqual(['damage snapshot-unusable 00000006-0011aabb']);
  });

  it('misses edits where the log does, and may not be written on then', () => {
    const opening = opened(diskOf(first, third));
    expect(opening).toMatchObject({ bodies: ['edit 1', 'edit 2', 'edit 5'], seq: 5, doubtful: true });
    expect(opening.findings).toEqual([
      { severity: 'damage', code: 'segment-gap', subject: third.name },
      { severity: 'damage', code: 'edits-lost', subject: 'log', lostEdits: [{ from: 3, to: 4 }] },
    ]);
    const salvaged = opened(diskOf(madeSegment(1, noHead, [1, { t: 'header', generation: 1 }, 2, close], { damaged: [2] })));
    expect([salvaged.doubtful, salvaged.lineage.lost]).toEqual([true, []]);
    const gap = opened(diskOf(first, madeSegment(3, 'ab'.repeat(32), [close], { seq: 1 })));
    expect([gap.doubtful, gap.lineage.lost, gap.lineage.salvaged]).toEqual([true, [], false]);
  });

  it('has an older header than it should when the log knows of a newer one', () => {
    const older = ['damage header-older-than-log case.a'];
    const noted = madeSegment(2, end(first), [{ t: 'header', generation: 4 }, close], { seq: 2, generation: 3 });
    expect([4, 3, 2].map((generation) => found(opened(diskOf(first, noted), generation)))).toEqual([[], older, older]);
    const begun = madeSegment(2, end(first), [close], { seq: 2, generation: 5 });
    expect([5, 4].map((generation) => found(opened(diskOf(first, begun), generation)))).toEqual([[], older]);
    const on = diskOf();
    withSnapshot(on, 1, headAt(end(first), 2, 1, { generation: 9 }));
    expect([9, 8].map((generation) => found(opened(on, generation)))).toEqual([[], older]);
  });

  it('keeps in mind what the last record of that says, or the snapshot', () => {
    const care = (id: string) => ({ noticed: [], settled: [id] });
    const on = diskOf(madeSegment(2, end(first), [{ t: 'care', care: care('aaaaaaaaaaaa') }, { t: 'care', care: care('bbbbbbbbbbbb') }, 3, close], { seq: 2 }));
    withSnapshot(on, 1, headAt(end(first), 2, 1, { care: care('cccccccccccc') }));
    expect(opened(on).care).toEqual(care('bbbbbbbbbbbb'));
    const alone = diskOf();
    withSnapshot(alone, 1, headAt(end(first), 2, 1, { care: care('cccccccccccc') }));
    expect(opened(alone).care).toEqual(care('cccccccccccc'));
  });
});

describe('a case that two wrote', () => {
  const theirs = madeSegment(2, first.heads[1] ?? '', [2, close], { seq: 1, writer: 'theirs' });
  const branch = end(theirs).slice(0, 12);
  const settledBy = (...settled: readonly string[]) => madeSegment(3, end(second), [{ t: 'care', care: { noticed: [], settled } }, close], { seq: 4 });

  it('says so until somebody has settled it', () => {
    const opening = opened(diskOf(first, second, theirs));
    expect([found(opening), opening.forked, opening.branches.map(({ id }) => id)]).toEqual([[`damage fork ${theirs.name}`], true, [branch]]);
    const settled = opened(diskOf(first, second, theirs, settledBy(branch)));
    expect([found(settled), settled.forked]).toEqual([[`info fork ${theirs.name}`], false]);
    const other = opened(diskOf(first, second, theirs, settledBy('0123456789ab')));
    expect([found(other), other.forked]).toEqual([[`damage fork ${theirs.name}`], true]);
  });

  it('is settled when every line through a segment is', () => {
    const [one, two] = [1, 2].map((chance) => madeSegment(3, end(theirs), [3, close], { seq: 2, writer: 'theirs', chance }));
    if (!one || !two) throw new Error('no segments');
    const ids = [one, two].map((each) => end(each).slice(0, 12));
    const trunk = (...settled: readonly string[]) => madeSegment(4, end(second), [{ t: 'care', care: { noticed: [], settled } }, close], { seq: 4 });
    const findingsWith = (...settled: readonly string[]) => found(opened(diskOf(first, second, theirs, one, two, trunk(...settled))));
    expect(findingsWith(...ids)).toEqual([theirs, one, two].map(({ name }) => `info fork ${name}`).sort((a, b) => a.slice(-50).localeCompare(b.slice(-50))));
    expect(findingsWith(ids[0] ?? '').filter((each) => each.startsWith('damage'))).toHaveLength(2);
  });

  it('can be read along the other line, without writing, and only by a name it has', () => {
    const on = diskOf(first, second, theirs);
    const opening = opened(on, 1, branch);
    expect(opening).toMatchObject({ bodies: ['edit 1', 'edit 2'], seq: 2, doubtful: true, lineage: { head: end(theirs) } });
    expect(found(opening)).toEqual([`damage fork ${theirs.name}`]);
    expect(opened(on, 1, end(second).slice(0, 12))).toMatchObject({ seq: 4, doubtful: false });
    expect(readOpening(on.fileSystem, keys, 1, '0123456789ab')).toEqual({ kind: 'not-found', what: 'branch', id: '0123456789ab' });
    expect(readOpening(diskOf().fileSystem, keys, 1, branch)).toEqual({ kind: 'case-damaged', part: 'log' });
  });

  it('says which edits a line misses', () => {
    const further = madeSegment(3, 'ab'.repeat(32), [2, 9], { seq: 1, writer: 'theirs' });
    const on = diskOf(first, second, further);
    const opening = opened(on, 1, opened(on).branches[0]?.id ?? null);
    expect(opening.findings).toContainEqual({
      severity: 'damage',
      code: 'edits-lost',
      subject: 'log',
      lostEdits: [
        { from: 1, to: 1 },
        { from: 3, to: 8 },
      ],
    });
    expect(opening.doubtful).toBe(true);
  });
});

describe('damage of a segment', () => {
  const damaged = (later: boolean) => ({
    ...first.segment,
    end: 'damaged' as const,
    later: later ? [{ record: { t: 'close', prev: '' } as const, index: 3, head: null }] : [],
  });
  it.each([
    ['behind the snapshot, with edits behind it, may have cost edits', damaged(true), 0, 'damage'],
    ['behind the snapshot, with nothing behind it, is told', damaged(false), 0, 'warning'],
    ['before the snapshot costs nothing', damaged(true), 1, 'warning'],
    ['outside what is sealed costs nothing', { ...first.segment, outsideDamaged: true }, 0, 'warning'],
    ['is none where there is none', first.segment, 0, null],
    ['is none where a segment is torn', { ...first.segment, end: 'torn' as const }, 0, null],
  ])('%s', (_, segment, coveredUpTo, severity) => {
    expect(segmentFindings(segment, coveredUpTo)).toEqual(severity === null ? [] : [{ severity, code: 'segment-damaged', subject: first.name }]);
  });
});

describe('reading the segments', () => {
  it('leaves out those that are named, other files, and those that went meanwhile; a disk that fails is told', () => {
    const on = diskOf(first, second);
    on.fileSystem.create('log/notes.txt').close();
    const names = (files: FileSystem, but?: readonly string[]) => readSegments(files, keys, but).map(({ name }) => name);
    expect(names(on.fileSystem)).toEqual([first.name, second.name]);
    expect(names(on.fileSystem, [first.name])).toEqual([second.name]);
    expect(names({ ...on.fileSystem, list: () => [first.name, third.name] })).toEqual([first.name]);
    on.failWith(() => ({ code: 'EIO', share: 0 }));
    expect(() => names(on.fileSystem)).toThrow('EIO');
  });
});

describe('another way to what a snapshot holds', () => {
  const snapshotOf = (on: RecordingDisk, name: string) => {
    const snapshot = readSnapshot(on.fileSystem, keys, name);
    if (!snapshot) throw new Error('no snapshot');
    return snapshot;
  };
  const way = (on: RecordingDisk, name: string) => {
    const snapshot = snapshotOf(on, name);
    on.fileSystem.remove(`snap/${name}`);
    const found = wayBeside(on.fileSystem, keys, snapshot);
    return found && { lines: [...found.lines], bodies: found.bodies };
  };
  it('is the log from its beginning', () => {
    const on = diskOf(first, second, third);
    expect(way(on, withSnapshot(on, 1, headAt(end(second), 4, 2)))).toEqual({ lines: [], bodies: ['edit 1', 'edit 2', 'edit 3', 'edit 4'] });
  });

  it('is the snapshot before and the log between', () => {
    const on = diskOf(second, third);
    withSnapshot(on, 1, headAt(end(first), 2, 1), ['"older"']);
    expect(way(on, withSnapshot(on, 2, headAt(end(second), 4, 2)))).toEqual({ lines: ['"older"'], bodies: ['edit 3', 'edit 4'] });
  });

  it('is none where something of it is gone', () => {
    const on = diskOf(second);
    expect(way(on, withSnapshot(on, 1, headAt(end(second), 4, 2)))).toBeNull();
    const damaged = diskOf(madeSegment(1, noHead, [1, 2, close], { damaged: [1] }));
    expect(way(damaged, withSnapshot(damaged, 1, headAt(end(first), 2, 1)))).toBeNull();
    const nothing = diskOf();
    expect(way(nothing, withSnapshot(nothing, 1, headAt(end(first), 2, 1)))).toBeNull();
  });
});
