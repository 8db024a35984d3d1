import { describe, expect, it } from 'vitest';
import { blocksOf } from '#renderer/desk/views/evidence/highlight-runs.ts';

describe('highlights in a text', () => {
  const text = 'First line.\n\nSecond line, longer.';

  it('hold every character exactly once', () => {
    const blocks = blocksOf(text, [
      { start: 6, end: 20, claimId: 'a', finding: 'unassessed' },
      { start: 10, end: 25, claimId: 'b', finding: 'disputed' },
    ]);
    const runs = blocks.flatMap((block) => block.runs);
    expect(runs.map((run) => text.slice(run.start, run.end)).join('')).toBe(text);
    expect(blocks.map((block) => block.start)).toEqual([0, 12, 13]);
  });

  it('colour an overlap by the finding that most needs an eye', () => {
    const runs = blocksOf('abcdef', [
      { start: 0, end: 4, claimId: 'a', finding: 'corroborated' },
      { start: 2, end: 6, claimId: 'b', finding: 'contradicted' },
    ]).flatMap((block) => block.runs);
    expect(runs.map((run) => [run.finding, run.claimIds.length])).toEqual([
      ['corroborated', 1],
      ['contradicted', 2],
      ['contradicted', 1],
    ]);
  });

  it('ignore a quote that lies outside the text', () => {
    expect(blocksOf('abc', [{ start: 1, end: 9, claimId: 'a', finding: 'refuted' }])[0]?.runs).toEqual([
      { start: 0, end: 3, claimIds: [], finding: null, keptId: null, termIds: [] },
    ]);
  });

  it('tell watch terms apart from claims, also where two of them and a claim overlap', () => {
    const watched = [
      { start: 1, end: 4, termId: 'a' },
      { start: 3, end: 6, termId: 'b' },
    ];
    const runs = blocksOf('abcdef', [{ start: 0, end: 2, claimId: 'c', finding: 'refuted' }], undefined, [], watched).flatMap((block) => block.runs);
    expect(runs.map(({ start, finding, termIds }) => [start, finding, termIds])).toEqual([
      [0, 'refuted', []],
      [1, 'refuted', ['a']],
      [2, null, ['a']],
      [3, null, ['a', 'b']],
      [4, null, ['b']],
    ]);
  });

  it('tell what was kept apart from what is claimed, and both where both are', () => {
    const kept = [{ start: 2, end: 5, placeId: 'p', label: null }];
    const runs = blocksOf('abcdef', [{ start: 0, end: 4, claimId: 'a', finding: 'refuted' }], undefined, kept).flatMap((block) => block.runs);
    expect(runs.map(({ start, finding, keptId }) => [start, finding, keptId])).toEqual([
      [0, 'refuted', null],
      [2, 'refuted', 'p'],
      [4, null, 'p'],
      [5, null, null],
    ]);
  });
});
