import type { CaseFinding } from '#main/usecases/ports.ts';
import type { LogRecord } from './log-record.ts';
import type { Segment } from './segment.ts';

/** Where a snapshot stands in the log: the head it was taken at, and the last segment that was begun by then. */
export type Base = { readonly head: string; readonly segmentNumber: number };
/** The frames of one segment that count, from `from` up to and including `to`. */
export type Stretch = { readonly segment: Segment; readonly from: number; readonly to: number };

export type Lineage = {
  readonly stretches: readonly Stretch[];
  readonly records: readonly LogRecord[];
  readonly head: string;
  readonly findings: readonly CaseFinding[];
  readonly forked: boolean;
  /** Segments newer than the base that continue from nothing known: something before them is lost. */
  readonly gap: boolean;
};

/**
 * Finds the trunk: from the base along `prevHead` to the newest leaf (highest segment number, then most transactions). Frames
 * past a point from which another segment continues are not part of it: by the same writer they were never acknowledged, by
 * another they are a fork that the reader must be told of.
 */
export function traceLineage(segments: readonly Segment[], base: Base): Lineage {
  const chains = chainsFrom(segments, base);
  const [best] = chains.sort((a, b) => leafNumber(b) - leafNumber(a) || transactionsOf(b) - transactionsOf(a) || leafName(a).localeCompare(leafName(b)));
  const stretches = best ?? [];
  const last = stretches.at(-1);
  const reached = new Set(chains.flatMap((chain) => chain.map(({ segment }) => segment)));
  const lost = segments.filter((segment) => segment.frames.length > 0 && segment.number > base.segmentNumber && !reached.has(segment));
  const beside = sideBranches(reached, stretches);
  return {
    stretches,
    records: stretches.flatMap(({ segment, from, to }) => segment.frames.slice(from, to + 1).map(({ record }) => record)),
    head: last?.segment.frames[last.to]?.head ?? base.head,
    findings: [...lost.map((segment): CaseFinding => ({ severity: 'damage', code: 'segment-gap', subject: segment.name })), ...beside],
    forked: beside.some(({ code }) => code === 'fork'),
    gap: lost.length > 0,
  };
}

function chainsFrom(segments: readonly Segment[], base: Base): Stretch[][] {
  const children = new Map<string, Segment[]>();
  for (const segment of segments) if (segment.open) children.set(segment.open.prevHead, [...(children.get(segment.open.prevHead) ?? []), segment]);
  const chains: Stretch[][] = [];
  const continueWith = (path: readonly Stretch[], segment: Segment, from: number, seen: ReadonlySet<Segment>) => {
    if (seen.has(segment)) return;
    const now = new Set([...seen, segment]);
    for (let index = Math.max(from - 1, 0); index < segment.frames.length; index += 1) {
      const next = children.get(segment.frames[index]?.head ?? '') ?? [];
      for (const child of next) continueWith([...path, { segment, from, to: index }], child, 0, now);
      if (index === segment.frames.length - 1 && next.length === 0) chains.push([...path, { segment, from, to: index }]);
    }
  };
  for (const child of children.get(base.head) ?? []) continueWith([], child, 0, new Set());
  for (const segment of segments) {
    const index = segment.frames.findIndex(({ head }) => head === base.head);
    if (index >= 0 && index < segment.frames.length - 1) continueWith([], segment, index + 1, new Set());
  }
  return chains;
}

/** What was reached but is not on the trunk and holds edits. */
function sideBranches(reached: ReadonlySet<Segment>, trunk: readonly Stretch[]): readonly CaseFinding[] {
  const writers = new Set(trunk.map(({ segment }) => segment.open?.writer));
  const findings: CaseFinding[] = [];
  for (const segment of reached) {
    const at = trunk.findIndex((stretch) => stretch.segment === segment);
    const stretch = trunk[at];
    const rest = segment.frames.slice(stretch ? stretch.to + 1 : 0);
    if (!rest.some(({ record }) => record.t === 'tx')) continue;
    const continuedBy = stretch ? trunk[at + 1]?.segment.open?.writer : null;
    const byItself = stretch ? continuedBy === segment.open?.writer : writers.has(segment.open?.writer);
    findings.push(
      byItself ? { severity: 'info', code: 'frames-superseded', subject: segment.name } : { severity: 'damage', code: 'fork', subject: segment.name },
    );
  }
  return findings;
}

function transactionsOf(chain: readonly Stretch[]): number {
  return chain.reduce((sum, { segment, from, to }) => sum + segment.frames.slice(from, to + 1).filter(({ record }) => record.t === 'tx').length, 0);
}
function leafNumber(chain: readonly Stretch[]): number {
  return chain.at(-1)?.segment.number ?? 0;
}
function leafName(chain: readonly Stretch[]): string {
  return chain.at(-1)?.segment.name ?? '';
}
