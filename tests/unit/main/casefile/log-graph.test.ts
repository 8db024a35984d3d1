import { describe, expect, it } from 'vitest';
import { chainsFrom, chainsThrough, entriesOf, graphOf, newestChain, openOf, pathTo, recordsOf, type Stretch } from '#main/casefile/log-graph.ts';
import { readSegment, type Segment } from '#main/casefile/segment.ts';
import { logKeys, madeSegment, noHead } from '#tests/harness/log-segments.ts';

const first = madeSegment(1, noHead, [1, 2, 3]);
const second = madeSegment(2, first.heads[3] ?? '', [4], { seq: 3 });
const third = madeSegment(3, second.heads[1] ?? '', [5, 6], { seq: 4 });
const aside = madeSegment(2, first.heads[1] ?? '', [2], { seq: 1, writer: 'theirs' });
const lost = madeSegment(4, 'ab'.repeat(32), [9], { seq: 8 });
const all = graphOf([first, second, third, aside, lost].map(({ segment }) => segment));
const told = (stretches: readonly Stretch[] | undefined) => stretches?.map(({ segment, from, to }) => [segment.name, from, to]);
const head = (of: { readonly heads: readonly string[] }, index: number) => of.heads[index] ?? '';

describe('what a segment holds', () => {
  it('is its frames, and behind damage what still holds', () => {
    expect(entriesOf(first.segment)).toEqual(first.segment.frames);
    const damaged = madeSegment(1, noHead, [1, 2, 3], { damaged: [1] });
    expect(entriesOf(damaged.segment).map((entry) => [entry.record.t, entry.head !== null])).toEqual([
      ['open', true],
      ['tx', true],
      ['tx', true],
    ]);
    expect(entriesOf(madeSegment(1, noHead, [1, 2], { damaged: [0] }).segment).map((entry) => entry.head)).toEqual([null, null]);
  });

  it('says what it continues from, also where its first frame was moved; nothing where that is lost', () => {
    expect(openOf(second.segment)).toMatchObject({ prevHead: head(first, 3), number: 2 });
    const moved = readSegment(logKeys, second.name, Buffer.concat([second.log.subarray(0, 64), Buffer.alloc(64, 9), second.log.subarray(64)]));
    expect(moved.open).toBeNull();
    expect(openOf(moved)).toMatchObject({ prevHead: head(first, 3), number: 2 });
    expect(openOf(madeSegment(1, noHead, [1, 2], { damaged: [0] }).segment)).toBeNull();
  });
});

describe('the graph of a log', () => {
  it('knows where every head lies, and what continues from it', () => {
    expect(all.at.size).toBe(4 + 2 + 3 + 2 + 2);
    for (const [index, each] of first.heads.entries()) expect(all.at.get(each)).toEqual({ segment: first.segment, index });
    expect(all.children.get(noHead)).toEqual([first.segment]);
    expect(all.children.get(head(first, 1))).toEqual([aside.segment]);
    expect(all.children.get(head(third, 2))).toBeUndefined();
    const twins = graphOf([first.segment, second.segment, madeSegment(2, head(first, 3), [4], { writer: 'theirs' }).segment]);
    expect(twins.children.get(head(first, 3))?.map(({ open }) => open?.writer.slice(0, 1))).toEqual(['1', '2']);
    const behindDamage = madeSegment(1, noHead, [1, 2], { damaged: [0] });
    expect(graphOf([behindDamage.segment])).toEqual({ at: new Map(), children: new Map() });
  });

  it('leads back from a head to what it begins at', () => {
    const path = pathTo(all, head(third, 1));
    expect(told(path.stretches)).toEqual([
      [first.name, 0, 3],
      [second.name, 0, 1],
      [third.name, 0, 1],
    ]);
    expect(path.root).toBe(noHead);
    expect(told(pathTo(all, head(aside, 0)).stretches)).toEqual([
      [first.name, 0, 1],
      [aside.name, 0, 0],
    ]);
    expect(pathTo(all, head(lost, 1))).toMatchObject({ root: 'ab'.repeat(32), stretches: [{ segment: { name: lost.name }, from: 0, to: 1 }] });
    expect(pathTo(all, 'cd'.repeat(32))).toEqual({ stretches: [], root: 'cd'.repeat(32) });
  });

  it('goes every way from a head to a leaf, also from the middle of a segment', () => {
    expect(chainsFrom(all, noHead).map(told)).toEqual([
      [
        [first.name, 0, 1],
        [aside.name, 0, 1],
      ],
      [
        [first.name, 0, 3],
        [second.name, 0, 1],
        [third.name, 0, 2],
      ],
    ]);
    expect(chainsFrom(all, head(first, 1)).map(told)).toEqual([
      [[aside.name, 0, 1]],
      [
        [first.name, 2, 3],
        [second.name, 0, 1],
        [third.name, 0, 2],
      ],
    ]);
    expect(chainsFrom(all, head(third, 0)).map(told)).toEqual([[[third.name, 1, 2]]]);
    expect(chainsFrom(all, head(third, 2))).toEqual([]);
    expect(chainsFrom(all, 'cd'.repeat(32))).toEqual([]);
    expect(chainsThrough(all, second.segment).map(told)).toEqual([
      [
        [second.name, 0, 1],
        [third.name, 0, 2],
      ],
    ]);
  });

  it('ends where a segment leads back to itself', () => {
    const [one, two] = [first.segment, second.segment].map((segment): Segment => ({ ...segment }));
    if (!one?.open || !two) throw new Error('no segments');
    // No hash allows it; a reader that goes round for ever would be worse than any damage.
    const ring = graphOf([{ ...one, open: { ...one.open, prevHead: head(second, 1) } }, two]);
    expect(pathTo(ring, head(second, 1)).stretches).toHaveLength(2);
    expect(chainsFrom(ring, head(second, 1))).toEqual([]);
  });
});

describe('the newest way', () => {
  it('is the one with the highest segment, then with most edits, then first by name', () => {
    const way = (...made: readonly { readonly segment: Segment }[]): Stretch[] =>
      made.map(({ segment }) => ({ segment, from: 0, to: segment.frames.length - 1 }));
    expect(newestChain([])).toBeUndefined();
    expect(told(newestChain([way(first, aside), way(first, second, third)]))?.at(-1)).toEqual([third.name, 0, 2]);
    expect(told(newestChain([way(first, second, third), way(first, aside)]))?.at(-1)).toEqual([third.name, 0, 2]);
    // Of the same number: an edit counts, a remark about the header does not.
    const remarks = madeSegment(2, noHead, [1, { t: 'header', generation: 2 }, { t: 'header', generation: 3 }], { chance: 1 });
    const edits = madeSegment(2, noHead, [1, 2], { chance: 2 });
    expect(newestChain([way(remarks), way(edits)])).toEqual(way(edits));
    expect(newestChain([way(edits), way(remarks)])).toEqual(way(edits));
    const alike = madeSegment(2, noHead, [1, 2], { chance: 3 });
    expect(newestChain([way(alike), way(edits)])).toEqual(way(edits));
    expect(newestChain([way(edits), way(alike)])).toEqual(way(edits));
    expect(newestChain([[], way(first)])).toEqual(way(first));
  });

  it('has the records of its stretches, each from its first to its last', () => {
    const records = recordsOf([
      { segment: first.segment, from: 1, to: 2 },
      { segment: second.segment, from: 0, to: 1 },
    ]);
    expect(records.map((record) => (record.t === 'tx' ? record.seq : record.t))).toEqual([1, 2, 'open', 4]);
  });
});
