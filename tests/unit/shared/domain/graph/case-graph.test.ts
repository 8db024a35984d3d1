import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newCaseRecord } from '#shared/domain/case/case-record.ts';
import { type CaseGraph, isOnBoard, keepGraph } from '#shared/domain/graph/case-graph.ts';
import { edgesOf } from '#shared/domain/graph/edges-of.ts';
import { neighbourhood } from '#shared/domain/graph/neighbourhood.ts';
import { shortestPaths } from '#shared/domain/graph/shortest-paths.ts';
import type { Link } from '#shared/domain/link/link.ts';
import { numberedId, sampleMeta } from '#tests/harness/stored-case.ts';

const objects = 8;
const link = (id: string, from: number, to: number) => ({ id, fromId: numberedId(from), toId: numberedId(to), type: 'supports' }) as Link;
const notes = Object.fromEntries(Array.from({ length: objects }, (_, at) => [numberedId(at), { id: numberedId(at), aboutIds: [] }])) as never;

function recordOf(links: { readonly [id: string]: Link }) {
  return { ...newCaseRecord(sampleMeta), notes, links };
}

/** The plain way: rings around the start, by the record alone. */
function ringsFrom(links: readonly Link[], start: string): ReadonlyMap<string, number> {
  const rings = new Map([[start, 0]]);
  for (let ring = 0, grown = true; grown; ring += 1) {
    grown = false;
    for (const { fromId, toId } of links) {
      for (const [a, b] of [
        [fromId, toId],
        [toId, fromId],
      ] as const) {
        if (rings.get(a) === ring && !rings.has(b)) {
          rings.set(b, ring + 1);
          grown = true;
        }
      }
    }
  }
  return rings;
}

const idOf = (graph: CaseGraph, node: number) => graph.ids[node] ?? '';
const step = fc.record({ id: fc.integer({ min: 20, max: 30 }), from: fc.nat(objects - 1), to: fc.nat(objects - 1), gone: fc.boolean() });

describe('the graph of a case', () => {
  it('knows after any edits, whether it was asked for or prepared before them, the distances, neighbours and paths that a look over all links gives', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), fc.nat(6), fc.nat(objects - 1), fc.nat(objects - 1), (steps, askedAfter, a, b) => {
        const links: { [id: string]: Link } = {};
        const record = recordOf(links);
        const kept = keepGraph(() => record);
        const preparing = kept.prepare();
        for (const [number, { id, from, to, gone }] of steps.entries()) {
          const key = numberedId(id);
          if (gone || from === to) delete links[key];
          else links[key] = link(key, from, to);
          if (number >= askedAfter) kept.graph();
          kept.bringUpToDate([key]);
          preparing.next();
        }
        const graph = kept.graph();
        const rings = ringsFrom(Object.values(links), numberedId(a));
        const [start, goal] = [graph.numbers.get(numberedId(a)) ?? -1, graph.numbers.get(numberedId(b)) ?? -1];
        const near = new Set(neighbourhood(graph, [start], 2, 100).map((node) => idOf(graph, node)));
        expect(near).toEqual(new Set([...rings].filter(([, ring]) => ring <= 2).map(([id]) => id)));
        const paths = shortestPaths(graph, start, goal, 1_000);
        const wanted = rings.get(numberedId(b));
        expect(paths.length > 0).toBe(a !== b && wanted !== undefined);
        for (const { nodes, edges } of paths) {
          expect(edges.length).toBe(wanted);
          expect([nodes[0], nodes.at(-1)]).toEqual([start, goal]);
          for (const [at, edge] of edges.entries()) expect(new Set([graph.from[edge], graph.to[edge]])).toEqual(new Set([nodes[at], nodes[at + 1]]));
        }
        expect(new Set(paths.map(({ nodes }) => nodes.join())).size).toBe(paths.length);
      }),
      { numRuns: 300 },
    );
  });

  it('has what was added after it was built, without any edge too, and no link as a node', () => {
    const added: { [id: string]: object } = {};
    const links: { [id: string]: Link } = {};
    const record = { ...newCaseRecord(sampleMeta), notes: added as never, links };
    const kept = keepGraph(() => record);
    expect(kept.graph().ids).toEqual([]);
    added[numberedId(1)] = { id: numberedId(1), aboutIds: [] };
    links[numberedId(20)] = link(numberedId(20), 2, 3);
    kept.bringUpToDate([numberedId(1), numberedId(20)]);
    expect(kept.graph().ids).toEqual([1, 2, 3].map(numberedId));
  });

  it('knows which of its ids are objects of a board: not those an edge only names, and none that were removed, until they are back', () => {
    const held: { [id: string]: object } = { [numberedId(1)]: { id: numberedId(1), aboutIds: [] } };
    const links: { [id: string]: Link } = { [numberedId(20)]: link(numberedId(20), 1, 2) };
    const kept = keepGraph(() => ({ ...newCaseRecord(sampleMeta), notes: held as never, links }));
    const onBoard = () => [1, 2, 3, 20].filter((number) => isOnBoard(kept.graph(), numberedId(number)));
    expect(onBoard()).toEqual([1]);
    held[numberedId(2)] = { id: numberedId(2), aboutIds: [] };
    delete held[numberedId(1)];
    links[numberedId(21)] = link(numberedId(21), 2, 3);
    kept.bringUpToDate([numberedId(1), numberedId(2), numberedId(21)]);
    expect(onBoard()).toEqual([2]);
    held[numberedId(1)] = { id: numberedId(1), aboutIds: [numberedId(4)] };
    kept.bringUpToDate([numberedId(1)]);
    expect(onBoard()).toEqual([1, 2]);
  });

  it('finds all shortest ways and not only the first', () => {
    const links = {
      a: link(numberedId(20), 0, 1),
      b: link(numberedId(21), 1, 3),
      c: link(numberedId(22), 0, 2),
      d: link(numberedId(23), 3, 2),
      e: link(numberedId(24), 0, 4),
    };
    const byId = Object.fromEntries(Object.values(links).map((each) => [each.id, each]));
    const graph = keepGraph(() => recordOf(byId)).graph();
    const paths = shortestPaths(graph, graph.numbers.get(numberedId(0)) ?? -1, graph.numbers.get(numberedId(3)) ?? -1, 10);
    expect(new Set(paths.map(({ nodes }) => nodes.map((node) => idOf(graph, node)).join()))).toEqual(
      new Set([[0, 1, 3].map(numberedId).join(), [0, 2, 3].map(numberedId).join()]),
    );
  });

  it('joins a claim to its asserter, its relays and its evidence without any link', () => {
    const claim = {
      id: numberedId(1),
      asserterId: numberedId(2),
      viaIds: [numberedId(3)],
      anchors: [{ evidenceId: numberedId(4) }, { evidenceId: numberedId(4) }],
    };
    const record = { ...newCaseRecord(sampleMeta), claims: { [claim.id]: claim } } as never;
    expect(edgesOf(record, claim.id).map(({ from, to, relation }) => [from, relation, to])).toEqual([
      [numberedId(2), 'asserts', claim.id],
      [numberedId(3), 'relays', claim.id],
      [claim.id, 'rests-on', numberedId(4)],
    ]);
  });
});
