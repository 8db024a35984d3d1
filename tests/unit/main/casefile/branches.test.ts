import { describe, expect, it } from 'vitest';
import { type BranchLine, branchLines, branchView, stateBefore, transactionsAfter, trunkPath } from '#main/casefile/branches.ts';
import { traceLineage } from '#main/casefile/lineage.ts';
import type { Stretch } from '#main/casefile/log-graph.ts';
import { writeSnapshot } from '#main/casefile/snapshot.ts';
import { logKeys, type MadeSegment, madeSegment, noHead, writers } from '#tests/harness/log-segments.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const close = { t: 'close' };
const first = madeSegment(1, noHead, [1, 2, close]);
const ours = madeSegment(2, first.heads[3] ?? '', [3, 4], { seq: 2 });
const newer = madeSegment(3, ours.heads[2] ?? '', [5], { seq: 4 });
const theirs = madeSegment(2, first.heads[1] ?? '', [2, 3], { seq: 1, writer: 'theirs' });
const theirsNext = madeSegment(3, theirs.heads[2] ?? '', [4], { seq: 3, writer: 'theirs' });
const end = ({ heads }: MadeSegment) => heads.at(-1) ?? '';
const told = (stretches: readonly Stretch[]) => stretches.map(({ segment, from, to }) => [segment.name, from, to]);
const segmentsOf = (made: readonly MadeSegment[]) => made.map(({ segment }) => segment);

function linesOf(made: readonly MadeSegment[], base = { head: noHead, segmentNumber: 0, seq: 0 }): readonly BranchLine[] {
  const segments = segmentsOf(made);
  return branchLines(segments, traceLineage(segments, base), base.head);
}
function onlyLine(made: readonly MadeSegment[], base?: Parameters<typeof linesOf>[1]): BranchLine {
  const [line, ...others] = linesOf(made, base);
  if (!line || others.length > 0) throw new Error('not one line');
  return line;
}

describe('the lines that were written beside the trunk', () => {
  it('are none where nothing was', () => {
    expect(linesOf([first, ours, newer])).toEqual([]);
  });

  it('are each known by the first digits of its head, with what it has in common with the trunk and what is its own', () => {
    const line = onlyLine([first, ours, newer, theirs]);
    expect(line).toEqual({
      id: end(theirs).slice(0, 12),
      stretches: [
        { segment: first.segment, from: 0, to: 1 },
        { segment: theirs.segment, from: 0, to: 2 },
      ],
      root: noHead,
      common: { head: first.heads[1], seq: 1 },
      own: [theirs.segment],
    });
  });

  it('go on through several segments, and are told once', () => {
    const line = onlyLine([first, ours, newer, theirs, theirsNext].filter((each) => each !== newer).concat(madeSegment(4, end(ours), [5], { seq: 4 })));
    expect([line.id, told(line.stretches)]).toEqual([
      end(theirsNext).slice(0, 12),
      [
        [first.name, 0, 1],
        [theirs.name, 0, 2],
        [theirsNext.name, 0, 1],
      ],
    ]);
    expect(line.own.map(({ name }) => name)).toEqual([theirs.name, theirsNext.name]);
  });

  it('are several where one of them was forked again', () => {
    const again = madeSegment(3, theirs.heads[1] ?? '', [3, 4], { seq: 2, writer: 'theirs', chance: 5 });
    const trunk = madeSegment(4, end(newer), [6], { seq: 5 });
    const lines = linesOf([first, ours, newer, trunk, theirs, theirsNext, again]);
    expect(lines.map(({ id }) => id).sort()).toEqual([end(theirsNext), end(again)].map((head) => head.slice(0, 12)).sort());
  });

  it('are those of the part of a segment that another writer did not go on from', () => {
    const other = madeSegment(2, first.heads[1] ?? '', [2, 3, 4], { seq: 1, writer: 'theirs' });
    const line = onlyLine([first, other]);
    expect(line).toMatchObject({ id: end(first).slice(0, 12), common: { head: first.heads[1], seq: 1 }, own: [{ name: first.name }] });
  });

  it('are known by the id of their last segment where damage hides the head', () => {
    const hidden = madeSegment(2, first.heads[1] ?? '', [2, 3, 4], { seq: 1, writer: 'theirs', damaged: [1, 2] });
    const line = onlyLine([first, ours, newer, hidden]);
    expect(line.id).toBe(hidden.name.slice(9, 21));
    expect(told(line.stretches)).toEqual([
      [first.name, 0, 1],
      [hidden.name, 0, 1],
    ]);
    expect(line).toMatchObject({ root: noHead, common: { head: first.heads[1], seq: 1 } });
    expect(line.own.map(({ name }) => name)).toEqual([hidden.name]);
  });

  it('have nothing in common with the trunk that is still there when what they begin at is gone', () => {
    const base = { head: end(first), segmentNumber: 1, seq: 2 };
    const line = onlyLine([ours, newer, theirs], { ...base, covers: new Set([first.name]) } as typeof base);
    expect(line).toMatchObject({ root: first.heads[1], common: null, own: [{ name: theirs.name }] });
    const hidden = madeSegment(2, 'ab'.repeat(32), [2, 3, 4], { seq: 1, writer: 'theirs', damaged: [1, 2] });
    expect(linesOf([first, ours, newer, hidden]).map(({ root, stretches }) => [root, told(stretches)])).toEqual([['ab'.repeat(32), [[hidden.name, 0, 1]]]]);
  });

  it('have in common what was edited before the record at which they part, whatever record that is', () => {
    const beside = madeSegment(2, end(first), [3], { seq: 2, writer: 'theirs' });
    expect(onlyLine([first, ours, newer, beside]).common).toEqual({ head: end(first), seq: 2 });
  });

  it('begin at the snapshot the trunk begins at, too', () => {
    const base = { head: end(first), segmentNumber: 1, seq: 2 };
    const beside = madeSegment(2, end(first), [3], { seq: 2, writer: 'theirs' });
    const line = onlyLine([ours, newer, beside], base);
    expect(line).toMatchObject({ root: end(first), common: { head: end(first), seq: 2 }, own: [{ name: beside.name }] });
  });
});

describe('the edits of a line', () => {
  const { stretches } = onlyLine([first, ours, newer, theirs]);
  const seqs = (head: string | null) => transactionsAfter(stretches, head).map(({ seq, writer, body }) => [seq, writer, body]);
  const all = [
    [1, writers.ours, 'edit 1'],
    [2, writers.theirs, 'edit 2'],
    [3, writers.theirs, 'edit 3'],
  ];
  it('are those behind a head, or all where it does not lead through it', () => {
    expect(seqs(null)).toEqual(all);
    expect(seqs('ab'.repeat(32))).toEqual(all);
    expect(seqs(first.heads[0] ?? '')).toEqual(all);
    expect(seqs(first.heads[1] ?? '')).toEqual(all.slice(1));
    expect(seqs(theirs.heads[1] ?? '')).toEqual(all.slice(2));
    expect(seqs(end(theirs))).toEqual([]);
    // This head lies behind the place at which the line left the segment.
    expect(seqs(first.heads[2] ?? '')).toEqual(all);
  });

  it('name nobody where the segment does not say who wrote it', () => {
    const headless = madeSegment(2, noHead, [2, 3], { damaged: [0] });
    expect(transactionsAfter([{ segment: headless.segment, from: 0, to: 1 }], null)).toEqual([
      { seq: 2, writer: '', body: 'edit 2' },
      { seq: 3, writer: '', body: 'edit 3' },
    ]);
  });
});

describe('what is shown of a branch', () => {
  const headOf = (of: MadeSegment, index: number, seq: number) =>
    ({ v: 1, head: of.heads[index] ?? '', seq, segmentNumber: 1, generation: 1, closed: false }) as const;
  const withSnapshots = (...taken: readonly (readonly [number, ReturnType<typeof headOf>, string])[]) => {
    const disk = recordingDisk({ folders: ['snap'], files: new Map() });
    for (const [number, head, line] of taken) writeSnapshot(disk.fileSystem, logKeys, number, head, [line]);
    return disk.fileSystem;
  };
  const line = onlyLine([first, ours, newer, theirs]);
  const view = (files = withSnapshots()) => branchView(files, logKeys, line);

  it('is all of it where no snapshot lies on its way', () => {
    const { snapshot, lineage } = view();
    expect(snapshot).toBeNull();
    expect(told(lineage.stretches)).toEqual(told(line.stretches));
    expect(lineage).toMatchObject({ head: end(theirs), findings: [], beside: [], forked: true, gap: false, lost: [], salvaged: true });
    expect(lineage.records.map((record) => (record.t === 'tx' ? record.seq : record.t))).toEqual(['open', 1, 'open', 2, 3]);
  });

  it('is the newest snapshot on its way and what comes behind that; those of others and other files do not count', () => {
    const files = withSnapshots([1, headOf(first, 1, 1), '"old"'], [2, headOf(theirs, 1, 2), '"new"'], [3, headOf(ours, 2, 4), '"of others"']);
    files.create('snap/notes.txt').close();
    files.createFolder('snap/kept');
    const { snapshot, lineage } = view(files);
    expect([snapshot?.number, snapshot?.body.toString()]).toEqual([2, '"new"']);
    expect(told(lineage.stretches)).toEqual([[theirs.name, 2, 2]]);
    expect([lineage.head, lineage.lost]).toEqual([end(theirs), []]);
  });

  it('is the snapshot alone where nothing comes behind it', () => {
    const { snapshot, lineage } = view(withSnapshots([4, headOf(theirs, 2, 3), '"end"']));
    expect([snapshot?.number, lineage.stretches, lineage.records, lineage.head]).toEqual([4, [], [], end(theirs)]);
  });

  it('says what is missing between them', () => {
    const lone: BranchLine = { id: '', stretches: [{ segment: theirsNext.segment, from: 0, to: 1 }], root: end(theirs), common: null, own: [] };
    expect(branchView(withSnapshots(), logKeys, lone).lineage.lost).toEqual([{ from: 1, to: 3 }]);
    const snapshotThere = withSnapshots([1, headOf(theirs, 2, 3), '""']);
    expect(branchView(snapshotThere, logKeys, lone).lineage).toMatchObject({ lost: [], stretches: [{ from: 0, to: 1 }] });
    const nothing: BranchLine = { id: '', stretches: [], root: 'ab'.repeat(32), common: null, own: [] };
    expect(branchView(withSnapshots(), logKeys, nothing)).toMatchObject({ snapshot: null, lineage: { head: 'ab'.repeat(32), stretches: [] } });
  });

  it('held, before its log, what the oldest snapshot on its way says', () => {
    expect(stateBefore(withSnapshots(), logKeys, line)).toBeNull();
    // The newer one has the lower number here: what counts is where it lies.
    const files = withSnapshots([1, headOf(theirs, 1, 2), '"later"'], [2, headOf(first, 1, 1), '"earlier"']);
    const before = stateBefore(files, logKeys, line);
    expect([before?.head, before?.seq, [...(before?.lines ?? [])]]).toEqual([first.heads[1], 1, ['"earlier"']]);
    const lone: BranchLine = { ...line, root: first.heads[1] ?? '', stretches: line.stretches.slice(1) };
    expect(stateBefore(withSnapshots([1, headOf(first, 1, 1), '']), logKeys, lone)).toMatchObject({ seq: 1 });
  });
});

it('the way of the trunk is that to its head', () => {
  expect(told(trunkPath(segmentsOf([first, ours, theirs]), ours.heads[1] ?? '').stretches)).toEqual([
    [first.name, 0, 3],
    [ours.name, 0, 1],
  ]);
});
