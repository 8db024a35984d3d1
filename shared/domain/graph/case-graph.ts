import type { CaseHeads } from '../case/case-heads.ts';
import { collectionOf, kindOf } from '../case/case-record.ts';
import { eachOf, idsOf } from '../case/objects-of.ts';
import { type Edge, edgesOf, edgesOfHead } from './edges-of.ts';
import { type ReachedNodes, roomForReached } from './reached-nodes.ts';
import { boardKinds, relations } from './relation.ts';

/**
 * The objects of a case as numbers, and their edges in compressed rows: the edges at node n are `incident[first[n]..first[n + 1]]`.
 * Nodes touched since it was built have their list in `patched` instead, so that one edit costs one edit.
 */
export type CaseGraph = {
  readonly ids: readonly string[];
  readonly numbers: ReadonlyMap<string, number>;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** Place of each edge's relation in {@link relations}. */
  readonly relation: Uint8Array;
  readonly linkIds: readonly (string | null)[];
  readonly first: Int32Array;
  readonly incident: Int32Array;
  /** The node at the other end of each of `incident`: who walks the graph reads on where it is, and looks no edge up. */
  readonly across: Int32Array;
  /** Numbers of what edges name and is no object of a board: not there any more, or of another kind. */
  readonly absent: ReadonlySet<number>;
  readonly patched: ReadonlyMap<number, readonly number[]>;
  /** What the walk at hand has reached. */
  readonly reached: ReachedNodes;
};

const relationNumbers = new Map(relations.map((relation, at) => [relation, at]));
const owners = [...boardKinds, 'link'] as const;
/** Room for edges drawn after the build; when it is used up, the graph is built anew. */
const spareEdges = 4_096;

export type KeptGraph = {
  readonly graph: () => CaseGraph;
  readonly bringUpToDate: (ids: readonly string[]) => void;
  /** Builds it a few objects a step, for whoever has time before it is asked for; an edit meanwhile begins it anew. */
  readonly prepare: () => Generator<void, void>;
};

/** Keeps the graph of a record: built at the first question or before, brought up to date by id, built anew when much has changed. */
export function keepGraph(record: () => CaseHeads): KeptGraph {
  let built: Built | null = null;
  let building: Generator<void, Built> | null = null;
  const finished = (): Built => {
    const steps = building ?? buildGraph(record());
    building = null;
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    return step.value;
  };
  return {
    graph: () => {
      built ??= finished();
      return built.graph;
    },
    bringUpToDate: (ids) => {
      building = null;
      if (built && !ids.every((id) => built?.restate(id, edgesOf(record(), id), isNode(record(), id)))) built = null;
    },
    *prepare() {
      while (!built) {
        building ??= buildGraph(record());
        const step = building.next();
        if (step.done === true) [built, building] = [step.value, null];
        yield;
      }
    },
  };
}

function isNode(record: CaseHeads, id: string): boolean {
  const kind = kindOf(record, id);
  return boardKinds.some((each) => each === kind);
}

/** `restate` puts the edges of one owner, which may be a node without any, in place of those it stated before; false when there is no more room. */
type Built = { readonly graph: CaseGraph; readonly restate: (owner: string, edges: readonly Edge[], isNode: boolean) => boolean };
/** Objects read in a step. */
const readAtOnce = 500;

function* buildGraph(record: CaseHeads): Generator<void, Built> {
  const ids: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const known = numbers.get(id);
    if (known !== undefined) return known;
    numbers.set(id, ids.length);
    return ids.push(id) - 1;
  };
  /** The first edge that each owner states, and how many follow it. */
  const stated = new Map<string, { readonly from: number; readonly count: number } | readonly number[]>();
  let [from, to, relation] = [new Int32Array(spareEdges), new Int32Array(spareEdges), new Uint8Array(spareEdges)];
  const linkIds: (string | null)[] = [];
  let count = 0;
  const write = (edge: Edge): void => {
    from[count] = numberOf(edge.from);
    to[count] = numberOf(edge.to);
    relation[count] = relationNumbers.get(edge.relation) ?? 0;
    linkIds[count] = edge.linkId;
    count += 1;
  };
  const makeRoom = (room: number): void => {
    if (room <= from.length) return;
    const more = Math.max(room, from.length * 2);
    [from, to, relation] = [grown(from, new Int32Array(more)), grown(to, new Int32Array(more)), grown(relation, new Uint8Array(more))];
  };
  for (const kind of boardKinds) {
    for (const id of idsOf(record[collectionOf[kind]])) numberOf(id);
    yield;
  }
  const present = ids.length;
  for (const kind of owners) {
    let read = 0;
    for (const head of eachOf<{ readonly id: string }>(record[collectionOf[kind]])) {
      const edges = (edgesOfHead[kind] as (head: object) => readonly Edge[])(head);
      if (edges.length > 0) {
        makeRoom(count + edges.length);
        stated.set(head.id, { from: count, count: edges.length });
        for (const edge of edges) write(edge);
      }
      read += 1;
      if (read % readAtOnce === 0) yield;
    }
  }
  makeRoom(count + spareEdges);
  const { first, incident, across } = rowsOf(ids.length, count, from, to);
  const absent = new Set<number>();
  for (let node = present; node < ids.length; node += 1) absent.add(node);
  const patched = new Map<number, number[]>();
  const listAt = (node: number): number[] => {
    const known = patched.get(node);
    if (known) return known;
    const list = node + 1 < first.length ? [...incident.subarray(first[node], first[node + 1])] : [];
    patched.set(node, list);
    return list;
  };
  const takeOut = (node: number, edge: number): void => {
    const list = listAt(node);
    const at = list.indexOf(edge);
    if (at >= 0) list.splice(at, 1);
  };
  return {
    graph: { ids, numbers, from, to, relation, linkIds, first, incident, across, absent, patched, reached: roomForReached() },
    restate: (owner, edges, isNode) => {
      if (isNode) absent.delete(numberOf(owner));
      else if (numbers.has(owner)) absent.add(numberOf(owner));
      const known = ids.length;
      const before = stated.get(owner) ?? [];
      for (const edge of 'from' in before ? Array.from({ length: before.count }, (_, at) => before.from + at) : before) {
        takeOut(from[edge] ?? 0, edge);
        takeOut(to[edge] ?? 0, edge);
      }
      stated.delete(owner);
      if (count + edges.length > from.length) return false;
      const now = edges.map((edge) => {
        write(edge);
        const written = count - 1;
        listAt(from[written] ?? 0).push(written);
        if (from[written] !== to[written]) listAt(to[written] ?? 0).push(written);
        return written;
      });
      for (let node = known; node < ids.length; node += 1) absent.add(node);
      if (now.length > 0) stated.set(owner, now);
      return true;
    },
  };
}

function grown<T extends Int32Array | Uint8Array>(old: T, larger: T): T {
  larger.set(old);
  return larger;
}

function rowsOf(nodes: number, edges: number, from: Int32Array, to: Int32Array): Pick<CaseGraph, 'first' | 'incident' | 'across'> {
  const first = new Int32Array(nodes + 1);
  const ends = (edge: number): readonly [number, number] => [from[edge] ?? 0, to[edge] ?? 0];
  for (let edge = 0; edge < edges; edge += 1) {
    const [a, b] = ends(edge);
    first[a + 1] = (first[a + 1] ?? 0) + 1;
    if (a !== b) first[b + 1] = (first[b + 1] ?? 0) + 1;
  }
  for (let node = 0; node < nodes; node += 1) first[node + 1] = (first[node + 1] ?? 0) + (first[node] ?? 0);
  const next = first.slice(0, nodes);
  const [incident, across] = [new Int32Array(first[nodes] ?? 0), new Int32Array(first[nodes] ?? 0)];
  const put = (node: number, edge: number, other: number): void => {
    incident[next[node] ?? 0] = edge;
    across[next[node] ?? 0] = other;
    next[node] = (next[node] ?? 0) + 1;
  };
  for (let edge = 0; edge < edges; edge += 1) {
    const [a, b] = ends(edge);
    put(a, edge, b);
    if (a !== b) put(b, edge, a);
  }
  return { first, incident, across };
}

const none: readonly number[] = [];
/** The edges at a node, in the order they were stated. */
export function edgesAt(graph: CaseGraph, node: number): Int32Array | readonly number[] {
  const patched = graph.patched.size === 0 ? undefined : graph.patched.get(node);
  if (patched) return patched;
  return node + 1 < graph.first.length ? graph.incident.subarray(graph.first[node], graph.first[node + 1]) : none;
}

/** Goes through the nodes beside one, as often as edges join them. */
export function eachBeside(graph: CaseGraph, node: number, visit: (other: number) => void): void {
  const patched = graph.patched.size === 0 ? undefined : graph.patched.get(node);
  if (patched) {
    for (const edge of patched) visit((graph.from[edge] === node ? graph.to[edge] : graph.from[edge]) ?? node);
    return;
  }
  if (node + 1 >= graph.first.length) return;
  const end = graph.first[node + 1] ?? 0;
  for (let at = graph.first[node] ?? 0; at < end; at += 1) visit(graph.across[at] ?? node);
}

/** Whether it is an object of the case that a board can show. */
export function isOnBoard({ numbers, absent }: CaseGraph, id: string): boolean {
  const node = numbers.get(id);
  return node !== undefined && !absent.has(node);
}
