import { type CaseGraph, eachBeside, edgesAt } from './case-graph.ts';

/** Nodes within `hops` of any of `starts`, nearest first, the starts included; at most `limit`. */
export function neighbourhood(graph: CaseGraph, starts: readonly number[], hops: number, limit: number): readonly number[] {
  const many = walk(graph, starts, hops, limit);
  return Array.from(reached.subarray(0, many));
}

/** The same, by ids. */
export function idsAround(graph: CaseGraph, starts: readonly number[], hops: number, limit: number): string[] {
  const many = walk(graph, starts, hops, limit);
  const ids = new Array<string>(many);
  for (let place = 0; place < many; place += 1) ids[place] = graph.ids[reached[place] as number] as string;
  return ids;
}

/** What a walk has reached, in order. Kept from question to question, as is the table below: what is put up for each is slow to come by, and has to be collected. */
let reached = new Int32Array(1 << 8);
/** Nodes that were reached, one more than each, as an open hash table; 0 where there is none. As small as the answer, so that it lies near however large the case is. */
let met = new Int32Array(1 << 9);

/** Reaches what is near; how many there are in `reached`. */
function walk(graph: CaseGraph, starts: readonly number[], hops: number, limit: number): number {
  const { first, across, patched } = graph;
  let many = 0;
  const reach = (node: number): void => {
    if (many < limit && isNew(node)) many = note(node, many);
  };
  met.fill(0);
  for (const start of starts) reach(start);
  let ring = 0;
  for (let hop = 0; hop < hops && ring < many; hop += 1) {
    for (const end = many; ring < end && many < limit; ring += 1) {
      const node = reached[ring] as number;
      if ((patched.size > 0 && patched.has(node)) || node + 1 >= first.length) {
        eachBeside(graph, node, reach);
        continue;
      }
      const last = first[node + 1] as number;
      for (let at = first[node] as number; at < last && many < limit; at += 1) {
        const other = across[at] as number;
        if (isNew(other)) many = note(other, many);
      }
    }
  }
  return many;
}

/** Puts a node into the table; whether it was not there before. */
function isNew(node: number): boolean {
  const mask = met.length - 1;
  let slot = (Math.imul(node, 0x9e3779b1) >>> 12) & mask;
  for (; met[slot] !== 0; slot = (slot + 1) & mask) if (met[slot] === node + 1) return false;
  met[slot] = node + 1;
  return true;
}

/** Notes a node behind so many others; how many there are then. The table is never more than half full. */
function note(node: number, many: number): number {
  if (many === reached.length) {
    const longer = new Int32Array(many * 2);
    longer.set(reached);
    reached = longer;
    met = new Int32Array(met.length * 2);
    for (const each of longer.subarray(0, many)) isNew(each);
    isNew(node);
  }
  reached[many] = node;
  return many + 1;
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
