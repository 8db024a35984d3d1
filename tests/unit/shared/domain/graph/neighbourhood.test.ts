import { describe, expect, it } from 'vitest';
import { newCaseRecord } from '#shared/domain/case/case-record.ts';
import { keepGraph } from '#shared/domain/graph/case-graph.ts';
import { idsAround, neighbourhood } from '#shared/domain/graph/neighbourhood.ts';
import type { Link } from '#shared/domain/link/link.ts';
import { numberedId, sampleMeta } from '#tests/harness/stored-case.ts';

const objects = 3_000;
const linksFrom = 10_000;
const ends = Array.from({ length: objects * 3 }, (_, at): readonly [number, number] => [
  (at * 7_919 + at * at) % objects,
  (at * 104_729) % (1 + (at % objects)),
]);
const link = (id: string, [from, to]: readonly [number, number]) => ({ id, fromId: numberedId(from), toId: numberedId(to), type: 'supports' }) as Link;
const notes = Object.fromEntries(Array.from({ length: objects }, (_, at) => [numberedId(at), { id: numberedId(at), aboutIds: [] }])) as never;
const links = Object.fromEntries(ends.map((each, at) => [numberedId(linksFrom + at), link(numberedId(linksFrom + at), each)]));

/** The plain way: of each object its steps from the start, by the pairs alone. */
function stepsFrom(start: number, hops: number): ReadonlyMap<string, number> {
  const steps = new Map([[start, 0]]);
  for (let hop = 1; hop <= hops; hop += 1)
    for (const [from, to] of ends)
      for (const [a, b] of [
        [from, to],
        [to, from],
      ] as const)
        if (steps.get(a) === hop - 1 && !steps.has(b)) steps.set(b, hop);
  return new Map([...steps].map(([number, each]) => [numberedId(number), each]));
}

describe('what is around an object', () => {
  const record = { ...newCaseRecord(sampleMeta), notes, links };
  const kept = keepGraph(() => record as never);
  const starts = [0, 1, 17, 2_999, 1_500, 0];

  it('is found nearest first, whether it is a handful or thousands, question after question', () => {
    const graph = kept.graph();
    let most = 0;
    for (const start of starts) {
      for (const hops of [1, 2, 3]) {
        const wanted = stepsFrom(start, hops);
        const found = idsAround(graph, [graph.numbers.get(numberedId(start)) ?? -1], hops, 10_000);
        expect(found.toSorted()).toEqual([...wanted.keys()].toSorted());
        const steps = found.map((id) => wanted.get(id) ?? -1);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        most = Math.max(most, found.length);
      }
    }
    expect(most).toBeGreaterThan(1_000);
  });

  it('is cut where so many are asked for, and is the same by numbers', () => {
    const graph = kept.graph();
    const start = graph.numbers.get(numberedId(0)) ?? -1;
    const whole = idsAround(graph, [start], 3, 10_000);
    for (const limit of [0, 1, 2, 300, 900]) expect(idsAround(graph, [start], 3, limit)).toEqual(whole.slice(0, limit));
    expect(neighbourhood(graph, [start, start], 3, 10_000).map((node) => graph.ids[node])).toEqual(whole);
    const kept900 = neighbourhood(graph, [start], 3, 900);
    idsAround(graph, [start + 1], 2, 50);
    expect(kept900.map((node) => graph.ids[node])).toEqual(whole.slice(0, 900));
  });
});
