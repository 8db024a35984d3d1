import type { LogRecord, OpenRecord } from './log-record.ts';
import type { Segment } from './segment.ts';

/** One authentic frame, wherever in its segment it was found; `head` is `null` behind damage that hides it. */
export type Entry = { readonly record: LogRecord; readonly head: string | null };
/** The entries of one segment that count, from `from` up to and including `to`. */
export type Stretch = { readonly segment: Segment; readonly from: number; readonly to: number };

export type LogGraph = {
  /** Where a head lies: the entry it is the head after. */
  readonly at: ReadonlyMap<string, { readonly segment: Segment; readonly index: number }>;
  /** Segments that continue from a head. */
  readonly children: ReadonlyMap<string, readonly Segment[]>;
};

/** Every frame of a segment that holds, those behind damage too. */
export function entriesOf(segment: Segment): readonly Entry[] {
  return segment.later.length === 0 ? segment.frames : [...segment.frames, ...segment.later];
}

/** What a segment says of itself; also when its first frame no longer lies where it was sealed. */
export function openOf(segment: Segment): OpenRecord | null {
  if (segment.open) return segment.open;
  const moved = segment.later.find(({ record }) => record.t === 'open')?.record;
  return moved?.t === 'open' ? moved : null;
}

export function graphOf(segments: readonly Segment[]): LogGraph {
  const at = new Map<string, { segment: Segment; index: number }>();
  const children = new Map<string, Segment[]>();
  for (const segment of segments) {
    const open = openOf(segment);
    if (open) children.set(open.prevHead, [...(children.get(open.prevHead) ?? []), segment]);
    for (const [index, { head }] of entriesOf(segment).entries()) if (head) at.set(head, { segment, index });
  }
  return { at, children };
}

/** The stretches that lead to `head`, first ones first, and the head they begin at: of a snapshot, of nothing, or of what is lost. */
export function pathTo(graph: LogGraph, head: string): { readonly stretches: readonly Stretch[]; readonly root: string } {
  const stretches: Stretch[] = [];
  const seen = new Set<Segment>();
  let now = head;
  for (let place = graph.at.get(now); place && !seen.has(place.segment); place = graph.at.get(now)) {
    const { segment, index } = place;
    seen.add(segment);
    stretches.unshift({ segment, from: 0, to: index });
    const open = openOf(segment);
    if (!open) break;
    now = open.prevHead;
  }
  return { stretches, root: now };
}

/** Every way from `base` to a leaf. A way ends where nothing continues from its last entry. */
export function chainsFrom(graph: LogGraph, base: string): Stretch[][] {
  const chains: Stretch[][] = [];
  for (const child of graph.children.get(base) ?? []) walk(graph, chains, [], child, 0, new Set());
  const place = graph.at.get(base);
  if (place && place.index < entriesOf(place.segment).length - 1) walk(graph, chains, [], place.segment, place.index + 1, new Set());
  return chains;
}

/** Every way that begins with `segment`. */
export function chainsThrough(graph: LogGraph, segment: Segment): Stretch[][] {
  const chains: Stretch[][] = [];
  walk(graph, chains, [], segment, 0, new Set());
  return chains;
}

function walk(graph: LogGraph, chains: Stretch[][], path: readonly Stretch[], segment: Segment, from: number, seen: ReadonlySet<Segment>): void {
  if (seen.has(segment)) return;
  const now = new Set([...seen, segment]);
  const entries = entriesOf(segment);
  for (let index = from; index < entries.length; index += 1) {
    const next = graph.children.get(entries[index]?.head ?? '') ?? [];
    for (const child of next) walk(graph, chains, [...path, { segment, from, to: index }], child, 0, now);
    if (index === entries.length - 1 && next.length === 0) chains.push([...path, { segment, from, to: index }]);
  }
}

/** The newest leaf first: highest segment number, then most transactions, then by name so that every computer chooses the same. */
export function newestChain(chains: readonly Stretch[][]): Stretch[] | undefined {
  return chains.toSorted((a, b) => leafNumber(b) - leafNumber(a) || transactionsOf(b) - transactionsOf(a) || leafName(a).localeCompare(leafName(b)))[0];
}

export function recordsOf(stretches: readonly Stretch[]): readonly LogRecord[] {
  return stretches.flatMap(({ segment, from, to }) =>
    entriesOf(segment)
      .slice(from, to + 1)
      .map(({ record }) => record),
  );
}

function transactionsOf(chain: readonly Stretch[]): number {
  return recordsOf(chain).filter(({ t }) => t === 'tx').length;
}
function leafNumber(chain: readonly Stretch[]): number {
  return chain.at(-1)?.segment.number ?? 0;
}
function leafName(chain: readonly Stretch[]): string {
  return chain.at(-1)?.segment.name ?? '';
}
