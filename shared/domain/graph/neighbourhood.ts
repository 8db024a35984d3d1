import { type CaseGraph, edgesAt } from './case-graph.ts';

/** Nodes within `hops` of any of `starts`, nearest first, the starts included; at most `limit`. */
export function neighbourhood(graph: CaseGraph, starts: readonly number[], hops: number, limit: number): readonly number[] {
  const seen = new Set<number>();
  let ring: readonly number[] = [];
  const reach = (node: number, next: number[]): void => {
    if (seen.has(node) || seen.size >= limit) return;
    seen.add(node);
    next.push(node);
  };
  const begun: number[] = [];
  for (const start of starts) reach(start, begun);
  ring = begun;
  for (let hop = 0; hop < hops && seen.size < limit && ring.length > 0; hop += 1) {
    const next: number[] = [];
    for (const node of ring) {
      for (const edge of edgesAt(graph, node)) {
        const other = graph.from[edge] === node ? graph.to[edge] : graph.from[edge];
        if (other !== undefined) reach(other, next);
      }
    }
    ring = next;
  }
  return [...seen];
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
