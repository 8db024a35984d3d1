import { type CaseGraph, eachBeside, edgesAt } from './case-graph.ts';
import { forgetReached, type ReachedNodes, reach } from './reached-nodes.ts';

/** Nodes within `hops` of any of `starts`, nearest first, the starts included; at most `limit`. */
export function neighbourhood(graph: CaseGraph, starts: readonly number[], hops: number, limit: number): readonly number[] {
  const { inOrder, many } = walk(graph, starts, hops, limit);
  return Array.from(inOrder.subarray(0, many));
}

/** The same, by ids. */
export function idsAround(graph: CaseGraph, starts: readonly number[], hops: number, limit: number): string[] {
  const { inOrder, many } = walk(graph, starts, hops, limit);
  const ids = new Array<string>(many);
  for (let place = 0; place < many; place += 1) ids[place] = graph.ids[inOrder[place] as number] as string;
  return ids;
}

/** Reaches what is near; to be read before the next walk. */
function walk(graph: CaseGraph, starts: readonly number[], hops: number, limit: number): ReachedNodes {
  const { first, across, patched, reached } = graph;
  const visit = (node: number): void => {
    if (reached.many < limit) reach(reached, node);
  };
  forgetReached(reached);
  for (const start of starts) visit(start);
  let ring = 0;
  for (let hop = 0; hop < hops && ring < reached.many; hop += 1) {
    for (const end = reached.many; ring < end && reached.many < limit; ring += 1) {
      const node = reached.inOrder[ring] as number;
      if ((patched.size > 0 && patched.has(node)) || node + 1 >= first.length) {
        eachBeside(graph, node, visit);
        continue;
      }
      const last = first[node + 1] as number;
      for (let at = first[node] as number; at < last && reached.many < limit; at += 1) reach(reached, across[at] as number);
    }
  }
  return reached;
}

/** The edges that have both ends among `nodes`, each once. */
export function edgesAmong(graph: CaseGraph, nodes: readonly number[]): readonly number[] {
  const inside = new Set(nodes);
  const found: number[] = [];
  for (const node of nodes) {
    for (const edge of edgesAt(graph, node)) {
      // Each edge is met at both ends; it counts at the one it starts from.
      if (graph.from[edge] === node && inside.has(graph.to[edge] ?? -1)) found.push(edge);
    }
  }
  return found;
}
