import { type CaseGraph, eachBeside, edgesAt } from './case-graph.ts';

/** Nodes from one end to the other, and the edge between each and the next. */
export type Path = { readonly nodes: readonly number[]; readonly edges: readonly number[] };

/** One side of the search: how far each node reached is from where it began, and the ring reached last. */
type Side = { readonly distance: Int32Array; reached: number; ring: readonly number[] };

/**
 * Every shortest path between two nodes, whichever way the edges point; at most `limit`. Empty when nothing joins them. The search goes out
 * from both ends in turn, so that it looks at a few thousand nodes where one side alone would look at the whole case.
 */
export function shortestPaths(graph: CaseGraph, start: number, goal: number, limit: number): readonly Path[] {
  if (start === goal) return [];
  const [near, far] = [sideFrom(graph, start), sideFrom(graph, goal)];
  for (;;) {
    const [smaller, other] = near.ring.length <= far.ring.length ? [near, far] : [far, near];
    if (smaller.ring.length === 0) return [];
    widen(graph, smaller);
    // All up to now was looked at from both sides, so where they first meet is as near as can be: each shortest path has one node there.
    const met = smaller.ring.filter((node) => other.distance[node] === other.reached);
    if (met.length > 0) return joined(graph, near, far, met, limit);
  }
}

function sideFrom(graph: CaseGraph, node: number): Side {
  const distance = new Int32Array(graph.ids.length).fill(-1);
  distance[node] = 0;
  return { distance, reached: 0, ring: [node] };
}

function widen(graph: CaseGraph, side: Side): void {
  const next: number[] = [];
  side.reached += 1;
  const visit = (other: number): void => {
    if (side.distance[other] !== -1) return;
    side.distance[other] = side.reached;
    next.push(other);
  };
  for (const node of side.ring) eachBeside(graph, node, visit);
  side.ring = next;
}

function joined(graph: CaseGraph, near: Side, far: Side, met: readonly number[], limit: number): readonly Path[] {
  const paths: Path[] = [];
  for (const node of met) {
    const before = waysBack(graph, near, node, limit - paths.length);
    const after = waysBack(graph, far, node, limit - paths.length);
    for (const begin of before) {
      for (const end of after) {
        if (paths.length >= limit) return paths;
        paths.push({ nodes: [...begin.nodes.toReversed(), ...end.nodes.slice(1)], edges: [...begin.edges.toReversed(), ...end.edges] });
      }
    }
  }
  return paths;
}

/** The shortest ways from a node back to where its side began. */
function waysBack(graph: CaseGraph, { distance }: Side, from: number, limit: number): readonly Path[] {
  const ways: Path[] = [];
  const walk = (node: number, nodes: readonly number[], edges: readonly number[]): void => {
    const left = distance[node] ?? 0;
    if (left === 0) ways.push({ nodes, edges });
    // Of several edges between the same two nodes one stands for all: the path is the same.
    const steps = new Map<number, number>();
    for (const edge of left === 0 ? [] : edgesAt(graph, node)) {
      const other = otherEnd(graph, edge, node);
      if (distance[other] === left - 1 && !steps.has(other)) steps.set(other, edge);
    }
    for (const [other, edge] of steps) if (ways.length < limit) walk(other, [...nodes, other], [...edges, edge]);
  };
  walk(from, [from], []);
  return ways;
}

function otherEnd(graph: CaseGraph, edge: number, node: number): number {
  return (graph.from[edge] === node ? graph.to[edge] : graph.from[edge]) ?? node;
}
