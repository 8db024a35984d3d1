import type { CaseFinding, EditRange } from '#shared/domain/case/case-finding.ts';
import { chainsFrom, chainsThrough, entriesOf, graphOf, type LogGraph, newestChain, openOf, pathTo, recordsOf, type Stretch } from './log-graph.ts';
import type { LogRecord } from './log-record.ts';
import type { Segment } from './segment.ts';

export type { Stretch };
/**
 * Where a snapshot stands in the log: the head it was taken at, the last segment that was begun by then, the transactions in it, and the
 * names of the segments that led to it as far as they were there.
 */
export type Base = { readonly head: string; readonly segmentNumber: number; readonly seq?: number; readonly covers?: ReadonlySet<string> };

export type Lineage = {
  readonly stretches: readonly Stretch[];
  readonly records: readonly LogRecord[];
  readonly head: string;
  readonly findings: readonly CaseFinding[];
  /** Segments that were written beside the trunk by somebody else. */
  readonly beside: readonly Segment[];
  readonly forked: boolean;
  /** Segments newer than the base that continue from nothing known: something before them is lost. */
  readonly gap: boolean;
  /** Transactions that are missing before or between those of `records`. */
  readonly lost: readonly EditRange[];
  /** Some of `records` lie behind damage, or behind something that is gone. */
  readonly salvaged: boolean;
};

/**
 * Finds the trunk: from the base along `prevHead` to the newest leaf (highest segment number, then most transactions). Frames
 * past a point from which another segment continues are not part of it: by the same writer they were never acknowledged, by
 * another they are a fork that the reader must be told of. Where the log is interrupted, what follows is put behind it by the number of
 * its transactions: every authentic frame holds by itself.
 */
export function traceLineage(segments: readonly Segment[], base: Base): Lineage {
  const graph = graphOf(segments);
  const chains = chainsFrom(graph, base.head);
  const linked = newestChain(chains) ?? [];
  const reached = new Set(chains.flatMap((chain) => chain.map(({ segment }) => segment)));
  const before = pathTo(graph, base.head);
  const apart = segments.filter((segment) => entriesOf(segment).length > 0 && segment.number > base.segmentNumber && !reached.has(segment));
  const cousins = new Set(apart.filter((segment) => leadsTo(graph, segment, before.root)));
  const lost = apart.filter((segment) => !cousins.has(segment));
  const { stretches, joined } = joinInterrupted(graph, linked, lost, base.seq ?? 0);
  const records = recordsOf(stretches);
  const known = [...before.stretches, ...stretches];
  const covered = segments.filter(
    (segment) => segment.number <= base.segmentNumber && !reached.has(segment) && (isStranger(segment, base) || wasWrittenBeside(graph, segment, before)),
  );
  const beside = sideBranches([...reached, ...covered, ...cousins, ...lost.filter((segment) => !joined.has(segment))], known, new Set(lost));
  return {
    stretches,
    records,
    head: lastHead(stretches) ?? base.head,
    findings: [
      ...lost.map((segment): CaseFinding => ({ severity: 'damage', code: 'segment-gap', subject: segment.name })),
      ...beside.map(({ finding }) => finding),
    ],
    beside: beside.filter(({ finding }) => finding.code === 'fork').map(({ segment }) => segment),
    forked: beside.some(({ finding }) => finding.code === 'fork'),
    gap: lost.length > 0,
    lost: missingEdits(records, base.seq ?? 0),
    salvaged: joined.size > 0 || stretches.some(({ segment, to }) => to >= segment.frames.length),
  };
}

/** Puts what continues from nothing known behind the trunk, group by group, as long as its transactions come after all before. */
function joinInterrupted(
  graph: LogGraph,
  linked: readonly Stretch[],
  lost: readonly Segment[],
  baseSeq: number,
): { readonly stretches: readonly Stretch[]; readonly joined: ReadonlySet<Segment> } {
  const roots = lost.filter((segment) => !graph.at.has(openOf(segment)?.prevHead ?? '')).toSorted((a, b) => a.number - b.number);
  const joined = new Set<Segment>();
  let stretches = linked;
  let end = lastSeq(recordsOf(linked), baseSeq);
  for (const root of roots) {
    const chain = newestChain(chainsThrough(graph, root));
    if (!chain) continue;
    const records = recordsOf(chain);
    const first = records.find(({ t }) => t === 'tx');
    const begins = first?.t === 'tx' ? first.seq - 1 : (openOf(root)?.seq ?? -1);
    if (begins < end) continue;
    stretches = [...stretches, ...chain];
    end = lastSeq(records, end);
    for (const { segment } of chain) joined.add(segment);
  }
  return { stretches, joined };
}

/** Transactions that are missing between `baseSeq` and the end of `records`. */
export function missingEdits(records: readonly LogRecord[], baseSeq: number): readonly EditRange[] {
  const missing: EditRange[] = [];
  let seq = baseSeq;
  for (const record of records) {
    const before = record.t === 'tx' ? record.seq - 1 : record.t === 'open' ? record.seq : seq;
    if (before > seq) missing.push({ from: seq + 1, to: before });
    seq = Math.max(seq, before, record.t === 'tx' ? record.seq : 0);
  }
  return missing;
}

/** Whether a segment begins at what the base begins at: then the two have something in common. */
function leadsTo(graph: LogGraph, segment: Segment, root: string): boolean {
  const start = openOf(segment)?.prevHead;
  return start !== undefined && pathTo(graph, start).root === root;
}

/** A segment the writer of the snapshot never saw: with everything between gone, only the list of those it saw can tell. */
function isStranger(segment: Segment, base: Base): boolean {
  return base.covers !== undefined && !base.covers.has(segment.name);
}

/**
 * Segments that the snapshot should cover are of no interest, unless they do not lead to it: two programs that went on from one state give
 * their segments the same numbers, one program never does.
 */
function wasWrittenBeside(graph: LogGraph, segment: Segment, before: { readonly stretches: readonly Stretch[]; readonly root: string }): boolean {
  if (leadsTo(graph, segment, before.root)) return true;
  const closed = segment.frames.at(-1)?.record.t === 'close';
  // A segment that came to its end, from which the one with the next number does not continue.
  return before.stretches.some(({ segment: { number } }) => number === segment.number || (closed && number === segment.number + 1));
}

type Beside = { readonly segment: Segment; readonly finding: CaseFinding };

/** What is not on the trunk and holds edits. `lost` are told of already; when they hold edits beside the trunk they are a fork as well. */
function sideBranches(candidates: readonly Segment[], trunk: readonly Stretch[], lost: ReadonlySet<Segment>): readonly Beside[] {
  const writers = new Set(trunk.map(({ segment }) => openOf(segment)?.writer));
  const found: Beside[] = [];
  for (const segment of new Set(candidates)) {
    const at = trunk.findLastIndex((stretch) => stretch.segment === segment);
    const stretch = trunk[at];
    const rest = entriesOf(segment).slice(stretch ? stretch.to + 1 : 0);
    if (!rest.some(({ record }) => record.t === 'tx')) continue;
    const writer = openOf(segment)?.writer;
    const continuedBy = stretch ? openOf(trunk[at + 1]?.segment ?? segment)?.writer : null;
    const byItself = stretch ? continuedBy === writer : writers.has(writer);
    if (byItself && lost.has(segment)) continue;
    found.push({
      segment,
      finding: byItself ? { severity: 'info', code: 'frames-superseded', subject: segment.name } : { severity: 'damage', code: 'fork', subject: segment.name },
    });
  }
  return found;
}

function lastHead(stretches: readonly Stretch[]): string | null {
  for (const { segment, to } of stretches.toReversed()) {
    const head = entriesOf(segment)
      .slice(0, to + 1)
      .findLast((entry) => entry.head !== null)?.head;
    if (head) return head;
  }
  return null;
}

function lastSeq(records: readonly LogRecord[], start: number): number {
  return records.reduce((seq, record) => (record.t === 'tx' ? Math.max(seq, record.seq) : record.t === 'open' ? Math.max(seq, record.seq) : seq), start);
}
