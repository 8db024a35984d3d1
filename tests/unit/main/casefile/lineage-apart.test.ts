import { describe, expect, it } from 'vitest';
import { type Base, type Lineage, missingEdits, traceLineage } from '#main/casefile/lineage.ts';
import type { LogRecord } from '#main/casefile/log-record.ts';
import { type MadeSegment, madeSegment, noHead } from '#tests/harness/log-segments.ts';

const start: Base = { head: noHead, segmentNumber: 0, seq: 0 };
const trace = (base: Base, ...made: readonly MadeSegment[]) =>
  traceLineage(
    made.map(({ segment }) => segment),
    base,
  );
const end = ({ heads }: MadeSegment) => heads.at(-1) ?? '';
const edits = ({ records }: Lineage) => records.flatMap((record) => (record.t === 'tx' ? [record.seq] : []));
const told = (lineage: Lineage) => ({
  edits: edits(lineage),
  findings: lineage.findings.map(({ severity, code, subject }) => `${severity} ${code} ${subject}`),
  beside: lineage.beside.map(({ name }) => name),
  forked: lineage.forked,
  gap: lineage.gap,
  lost: lineage.lost,
  salvaged: lineage.salvaged,
});
const quiet = { findings: [], beside: [], forked: false, gap: false, lost: [], salvaged: false };
const close = { t: 'close' };

describe('a log of which a segment is gone', () => {
  const first = madeSegment(1, noHead, [1, 2]);
  const gone = madeSegment(2, end(first), [3, 4], { seq: 2 });
  const third = madeSegment(3, end(gone), [5], { seq: 4 });
  const fourth = madeSegment(4, end(third), [6], { seq: 5 });

  it('is whole while it is there', () => {
    expect(told(trace(start, first, gone, third, fourth))).toEqual({ ...quiet, edits: [1, 2, 3, 4, 5, 6] });
  });

  it('goes on behind it, and says which edits are missing', () => {
    const lineage = trace(start, first, third, fourth);
    expect(told(lineage)).toEqual({
      edits: [1, 2, 5, 6],
      findings: [`damage segment-gap ${third.name}`, `damage segment-gap ${fourth.name}`],
      beside: [],
      forked: false,
      gap: true,
      lost: [{ from: 3, to: 4 }],
      salvaged: true,
    });
    expect(lineage.head).toBe(end(fourth));
    expect(lineage.stretches.map(({ segment }) => segment.name)).toEqual([first.name, third.name, fourth.name]);
  });

  it('puts every group that is left behind the other, in the order of their numbers', () => {
    const fifth = madeSegment(5, 'ab'.repeat(32), [9], { seq: 8 });
    expect(told(trace(start, fifth, third, first))).toMatchObject({
      edits: [1, 2, 5, 9],
      lost: [
        { from: 3, to: 4 },
        { from: 6, to: 8 },
      ],
      salvaged: true,
    });
  });

  it('begins with what is left when its beginning is gone', () => {
    expect(told(trace(start, third))).toMatchObject({ edits: [5], lost: [{ from: 1, to: 4 }], gap: true });
    expect(told(trace({ head: 'ab'.repeat(32), segmentNumber: 2, seq: 4 }, third))).toMatchObject({ edits: [5], lost: [], gap: true, salvaged: true });
    expect(trace({ head: 'ab'.repeat(32), segmentNumber: 2 }, third).lost).toEqual([{ from: 1, to: 4 }]);
  });

  it('says what is missing by the opening record, too, where the segment holds no edit', () => {
    const empty = madeSegment(3, end(gone), [close], { seq: 4 });
    expect(told(trace(start, first, empty))).toMatchObject({ edits: [1, 2], lost: [{ from: 3, to: 4 }], salvaged: true });
    const old = madeSegment(3, end(gone), [close], { seq: 1 });
    expect(told(trace(start, first, old))).toMatchObject({ edits: [1, 2], lost: [], gap: true, salvaged: false });
  });

  it('takes the edits of a segment without its opening record by their own numbers', () => {
    const damaged = madeSegment(3, end(gone), [5, 6], { seq: 4, damaged: [0] });
    expect(told(trace(start, first, damaged))).toMatchObject({ edits: [1, 2, 5, 6], lost: [{ from: 3, to: 4 }], salvaged: true });
    // Neither an edit nor an opening record is left that would say when it was.
    const without = madeSegment(3, end(gone), [close, close], { damaged: [0] });
    expect(told(trace(start, first, without))).toMatchObject({ edits: [1, 2], lost: [], gap: true, salvaged: false });
  });

  it('puts nothing behind it twice, and nothing that tells of no edit and no place', () => {
    const last = madeSegment(4, end(third), [close], { seq: 5 });
    expect(trace(start, first, third, last).stretches.map(({ segment }) => segment.name)).toEqual([first.name, third.name, last.name]);
    const without = madeSegment(3, end(gone), [close, close], { damaged: [0] });
    expect(trace(start, without)).toMatchObject({ stretches: [], gap: true, salvaged: false });
    const begun = { ...madeSegment(3, end(gone), []).segment, frames: [], open: null };
    expect(told(traceLineage([first.segment, begun], start))).toEqual({ ...quiet, edits: [1, 2] });
  });

  it('goes by the first edit that is left, and by what an opening record says came before', () => {
    const later = madeSegment(3, end(gone), [2, 3], { seq: 1, writer: 'theirs', damaged: [1] });
    expect(told(trace(start, first, later))).toMatchObject({ edits: [1, 2, 3], lost: [], salvaged: true });
    const empty = madeSegment(3, end(gone), [close], { seq: 4 });
    const before = madeSegment(5, 'ab'.repeat(32), [4], { seq: 3, writer: 'theirs' });
    expect(told(trace(start, first, empty, before))).toMatchObject({ edits: [1, 2], forked: true, lost: [{ from: 3, to: 4 }] });
  });

  it('does not put behind it what was made before', () => {
    const beside = madeSegment(3, end(gone), [2, 3], { seq: 1, writer: 'theirs' });
    expect(told(trace(start, first, beside))).toEqual({
      edits: [1, 2],
      findings: [`damage segment-gap ${beside.name}`, `damage fork ${beside.name}`],
      beside: [beside.name],
      forked: true,
      gap: true,
      lost: [],
      salvaged: false,
    });
    const own = madeSegment(3, end(gone), [2, 3], { seq: 1 });
    expect(told(trace(start, first, own))).toMatchObject({ edits: [1, 2], findings: [`damage segment-gap ${own.name}`], beside: [], forked: false });
    const next = madeSegment(3, end(gone), [3], { seq: 2, writer: 'theirs' });
    expect(told(trace(start, first, next))).toMatchObject({ edits: [1, 2, 3], findings: [`damage segment-gap ${next.name}`], lost: [] });
  });
});

describe('a log with a damaged frame', () => {
  it('keeps what lies behind it, and stands at the last head that is known', () => {
    const one = madeSegment(1, noHead, [1, 2, 3], { damaged: [2] });
    const lineage = trace(start, one);
    expect(told(lineage)).toEqual({ ...quiet, edits: [1, 3], lost: [{ from: 2, to: 2 }], salvaged: true });
    expect(lineage.head).toBe(end(one));
    const two = madeSegment(1, noHead, [1, 2, 3, 4], { damaged: [2, 3] });
    expect(told(trace(start, two))).toMatchObject({ edits: [1, 4], lost: [{ from: 2, to: 3 }], salvaged: true });
    expect(trace(start, two).head).toBe(two.heads[1]);
  });

  it('stands where the snapshot stands when no head behind it is known', () => {
    const first = madeSegment(1, noHead, [1], { damaged: [0, 1] });
    expect(trace(start, first)).toMatchObject({ head: noHead, records: [] });
    const lost = madeSegment(2, noHead, [5, 6], { damaged: [0] });
    expect(trace({ ...start, segmentNumber: 1, seq: 4 }, lost)).toMatchObject({ head: noHead, salvaged: true });
  });
});

describe('segments that a snapshot covers', () => {
  const first = madeSegment(1, noHead, [1, 2, close]);
  const second = madeSegment(2, end(first), [3, 4, close], { seq: 2 });
  const third = madeSegment(3, end(second), [5], { seq: 4 });
  const base: Base = { head: end(second), segmentNumber: 2, seq: 4 };
  const fork = (of: MadeSegment) => ({ findings: [`damage fork ${of.name}`], beside: [of.name], forked: true, edits: [5] });

  it('are of no interest', () => {
    expect(told(trace(base, first, second, third))).toEqual({ ...quiet, edits: [5] });
    expect(told(trace(base, second, third))).toEqual({ ...quiet, edits: [5] });
    expect(told(trace(base, third))).toEqual({ ...quiet, edits: [5] });
    expect(told(trace({ ...base, covers: new Set([first.name, second.name]) }, first, second, third))).toEqual({ ...quiet, edits: [5] });
  });

  it('go on from it in the middle of one', () => {
    expect(told(trace({ head: second.heads[1] ?? '', segmentNumber: 2, seq: 3 }, first, second))).toEqual({ ...quiet, edits: [4] });
    expect(told(trace({ head: second.heads[3] ?? '', segmentNumber: 2, seq: 4 }, first, second))).toEqual({ ...quiet, edits: [] });
  });

  it('are a fork when they lead back to what it comes from', () => {
    const beside = madeSegment(2, end(first), [3], { seq: 2, writer: 'theirs' });
    expect(told(trace(base, first, second, third, beside))).toMatchObject(fork(beside));
    const earlier = madeSegment(2, first.heads[1] ?? '', [2], { seq: 1, writer: 'theirs' });
    expect(told(trace(base, first, second, third, earlier))).toMatchObject(fork(earlier));
    const later = madeSegment(3, first.heads[1] ?? '', [2], { seq: 1, writer: 'theirs' });
    expect(told(trace(base, first, second, third, later))).toMatchObject({ ...fork(later), gap: false });
  });

  it('are a fork when another of their number leads to it, or when they were closed and the next does not continue from them', () => {
    const unknown = 'cd'.repeat(32);
    const number = madeSegment(2, unknown, [3], { seq: 2, writer: 'theirs' });
    expect(told(trace(base, second, third, number))).toMatchObject(fork(number));
    const closed = madeSegment(1, unknown, [2, close], { seq: 1, writer: 'theirs' });
    expect(told(trace(base, second, third, closed))).toMatchObject(fork(closed));
    const open = madeSegment(1, unknown, [2], { seq: 1, writer: 'theirs' });
    expect(told(trace(base, second, third, open))).toEqual({ ...quiet, edits: [5] });
    const damaged = madeSegment(1, unknown, [1, 2, close], { seq: 1, writer: 'theirs', damaged: [1] });
    expect(told(trace(base, second, third, damaged))).toEqual({ ...quiet, edits: [5] });
  });

  it('are of no interest when they were closed and what continues from them is not there to tell', () => {
    const closed = madeSegment(1, 'cd'.repeat(32), [2, close], { seq: 1, writer: 'theirs' });
    expect(told(trace({ head: end(third), segmentNumber: 3, seq: 5 }, third, closed))).toEqual({ ...quiet, edits: [] });
  });

  it('are a fork when they go on from one that is', () => {
    const beside = madeSegment(2, end(first), [3, close], { seq: 2, writer: 'theirs' });
    const further = madeSegment(2, end(beside), [4], { seq: 3, writer: 'theirs', chance: 4 });
    expect(told(trace(base, first, second, third, beside, further)).beside.toSorted()).toEqual([beside.name, further.name].toSorted());
    const own = madeSegment(2, end(first), [3, 4], { seq: 2 });
    const branched = { head: madeSegment(3, own.heads[1] ?? '', [4], { seq: 3, writer: 'theirs' }), own };
    expect(told(trace({ head: end(branched.head), segmentNumber: 3, seq: 4 }, first, own, branched.head))).toMatchObject({ beside: [own.name], forked: true });
  });

  it('are a fork when the snapshot does not name them', () => {
    const unknown = madeSegment(1, 'cd'.repeat(32), [1], { writer: 'theirs' });
    expect(told(trace({ ...base, covers: new Set([second.name]) }, second, third, unknown))).toMatchObject(fork(unknown));
    expect(told(trace({ ...base, covers: new Set([second.name, unknown.name]) }, second, third, unknown))).toEqual({ ...quiet, edits: [5] });
  });

  it('are remarked upon when the same writer went on without them', () => {
    const own = madeSegment(2, first.heads[1] ?? '', [2], { seq: 1, chance: 7 });
    expect(told(trace(base, first, second, third, own))).toMatchObject({ findings: [`info frames-superseded ${own.name}`], beside: [], forked: false });
  });

  it('are of no interest when they hold no edit', () => {
    const empty = madeSegment(2, end(first), [close], { seq: 2, writer: 'theirs' });
    expect(told(trace(base, first, second, third, empty))).toEqual({ ...quiet, edits: [5] });
  });
});

describe('what is missing', () => {
  const open = (seq: number) => ({ t: 'open', seq }) as LogRecord;
  const tx = (seq: number) => ({ t: 'tx', seq }) as LogRecord;
  const remark = { t: 'close' } as LogRecord;
  it.each<readonly [string, number, readonly LogRecord[], readonly (readonly [number, number])[]]>([
    ['nothing of nothing', 4, [], []],
    ['nothing where one follows the other', 0, [open(0), tx(1), tx(2), remark, open(2), tx(3)], []],
    ['what lies between two edits', 0, [tx(1), tx(4)], [[2, 3]]],
    ['what came before the first', 3, [tx(6)], [[4, 5]]],
    ['what a segment says came before it', 3, [open(5), tx(6)], [[4, 5]]],
    [
      'each gap by itself',
      0,
      [tx(2), remark, tx(4), open(6)],
      [
        [1, 1],
        [3, 3],
        [5, 6],
      ],
    ],
    ['nothing that came twice', 5, [open(3), tx(4), tx(5), tx(6)], []],
  ])('is %s', (_, base, records, ranges) => {
    expect(missingEdits(records, base)).toEqual(ranges.map(([from, to]) => ({ from, to })));
  });
});
