import { describe, expect, it } from 'vitest';
import { applyFilter, hidesSomething } from '#shared/domain/board/apply-filter.ts';
import { noFilter } from '#shared/domain/board/board.ts';

const node = (id: string, over: object = {}) => ({
  id,
  kind: 'claim' as const,
  grade: null as string | null,
  finding: null as string | null,
  moments: [] as string[],
  ...over,
});
const edge = (from: string, to: string, over: object = {}) => ({ from, to, relation: 'supports' as const, grade: null as string | null, ...over });
const graph = {
  nodes: [
    node('a', { grade: '2', finding: 'corroborated', moments: ['2025-01-11'] }),
    node('b', { grade: '5', finding: 'refuted', moments: ['2024-12~', '2024'] }),
    node('s', { kind: 'source', grade: 'B', moments: ['2025-01-12'] }),
  ],
  edges: [edge('a', 'b', { relation: 'contradicts', grade: '3' }), edge('a', 's')],
};
const ids = (filter: object) => applyFilter(graph, { ...noFilter, ...filter }).nodes.map(({ id }) => id);

describe('the filter of a board', () => {
  it('hides nothing unless asked, and says so', () => {
    expect(applyFilter(graph, noFilter)).toEqual(graph);
    expect(hidesSomething(noFilter)).toBe(false);
    expect(hidesSomething({ ...noFilter, finding: 'refuted' })).toBe(true);
  });

  it('takes an edge away with either of its ends', () => {
    expect(applyFilter(graph, { ...noFilter, hiddenKinds: ['source'] })).toMatchObject({ nodes: [{ id: 'a' }, { id: 'b' }], edges: [{ to: 'b' }] });
    expect(applyFilter(graph, { ...noFilter, hiddenRelations: ['contradicts'] }).edges).toEqual([graph.edges[1]]);
  });

  it('asks grade and finding of claims, and leaves what bears neither', () => {
    expect(ids({ grade: '2' })).toEqual(['a', 's']);
    expect(ids({ finding: 'refuted' })).toEqual(['b', 's']);
  });

  it('keeps what can lie in the time asked for, as uncertain as its date is', () => {
    expect(ids({ from: '2025' })).toEqual(['a', 's']);
    expect(ids({ to: '2024-06' })).toEqual(['b']);
    expect(ids({ from: '2025-01-12', to: '2025-01-12' })).toEqual(['s']);
  });
});
