import { type CaseGraph, eachBeside, edgesAt } from './case-graph.ts';

/** Nodes within `hops` of any of `starts`, nearest first, the starts included; at most `limit`. */
export function neighbourhood(graph: CaseGraph, starts: readonly number[], hops: number, limit: number): readonly number[] {
  const seen = new Set<number>();
  const found: number[] = [];
  const reach = (node: number): void => {
    if (found.length >= limit) return;
    const before = seen.size;
    if (seen.add(node).size > before) found.push(node);
  };
  for (const start of starts) reach(start);
  let ring = 0;
  for (let hop = 0; hop < hops && ring < found.length; hop += 1) {
    for (const end = found.length; ring < end; ring += 1) eachBeside(graph, found[ring] ?? 0, reach);
  }
  return found;
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
