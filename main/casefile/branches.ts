import type { CaseKeys } from './case-keys.ts';
import type { FileSystem } from './file-system.ts';
import { type Lineage, missingEdits } from './lineage.ts';
import { chainsThrough, entriesOf, graphOf, type LogGraph, openOf, pathTo, recordsOf, type Stretch } from './log-graph.ts';
import type { LogRecord } from './log-record.ts';
import type { Segment } from './segment.ts';
import { isSnapshotName, linesOf, readSnapshot, type Snapshot } from './snapshot.ts';

/** A line of the log that somebody wrote beside the trunk. */
export type BranchLine = {
  /** First twelve digits of its last head; of the id of its last segment where damage hides the head. */
  readonly id: string;
  readonly stretches: readonly Stretch[];
  /** The head at which `stretches` begin. */
  readonly root: string;
  /** The last head it has in common with the trunk, and the transactions until then; `null` when that lies before what is kept. */
  readonly common: { readonly head: string; readonly seq: number } | null;
  /** Segments that belong to it and not to the trunk. */
  readonly own: readonly Segment[];
};
export type BranchTransaction = { readonly seq: number; readonly writer: string; readonly body: unknown };

export function branchIdOf(head: string): string {
  return head.slice(0, 12);
}

/** Every line that ends in a segment of `beside`, each once. */
export function branchLines(segments: readonly Segment[], lineage: Pick<Lineage, 'beside' | 'head' | 'stretches'>, baseHead: string): readonly BranchLine[] {
  if (lineage.beside.length === 0) return [];
  const graph = graphOf(segments);
  const trunk = trunkHeads(graph, lineage, baseHead);
  const lines = new Map<string, BranchLine>();
  for (const segment of lineage.beside) {
    for (const chain of chainsThrough(graph, segment)) {
      const end = chain.at(-1);
      const head = end ? entriesOf(end.segment)[end.to]?.head : null;
      if (!end || (head && trunk.has(head))) continue;
      const id = head ? branchIdOf(head) : branchIdOf(end.segment.name.slice(9));
      const path = head ? pathTo(graph, head) : pathThrough(graph, chain);
      lines.set(id, lineOf(id, path, trunk));
    }
  }
  return [...lines.values()];
}

/** The transactions of a line behind `head`; all of them when it does not lead through it. */
export function transactionsAfter(stretches: readonly Stretch[], head: string | null): readonly BranchTransaction[] {
  const found: BranchTransaction[] = [];
  for (const { record, writer } of entriesAfter(stretches, head)) if (record.t === 'tx') found.push({ seq: record.seq, writer, body: record.body });
  return found;
}

/** The trunk's own way to where it stands, from the oldest segment that is left. */
export function trunkPath(segments: readonly Segment[], head: string): { readonly stretches: readonly Stretch[]; readonly root: string } {
  return pathTo(graphOf(segments), head);
}

/** What is needed to show a branch: the newest snapshot on its way, and the part of the way behind that. */
export function branchView(files: FileSystem, keys: CaseKeys, line: BranchLine): { readonly snapshot: Snapshot | null; readonly lineage: Lineage } {
  const heads = new Set([line.root, ...recordHeads(line.stretches)]);
  const snapshot = newestOn(files, keys, heads);
  const stretches = behind(line.stretches, snapshot?.head.head ?? null);
  const records = recordsOf(stretches);
  const last = stretches.at(-1);
  return {
    snapshot,
    lineage: {
      stretches,
      records,
      head: (last && entriesOf(last.segment)[last.to]?.head) || snapshot?.head.head || line.root,
      findings: [],
      beside: [],
      forked: true,
      gap: false,
      lost: missingEdits(records, snapshot?.head.seq ?? 0),
      // Nothing is ever written on a branch: it is merged, or left.
      salvaged: true,
    },
  };
}

/** What a line held before its log: the oldest snapshot on its way, `null` when none is left or nothing came before. */
export function stateBefore(
  files: FileSystem,
  keys: CaseKeys,
  line: BranchLine,
): { readonly head: string; readonly seq: number; readonly lines: Iterable<string> } | null {
  const heads = [line.root, ...recordHeads(line.stretches)];
  const snapshots = snapshotsOn(files, keys, new Set(heads)).toSorted((a, b) => heads.indexOf(a.head.head) - heads.indexOf(b.head.head));
  const [oldest] = snapshots;
  return oldest ? { head: oldest.head.head, seq: oldest.head.seq, lines: linesOf(oldest.body) } : null;
}

function newestOn(files: FileSystem, keys: CaseKeys, heads: ReadonlySet<string>): Snapshot | null {
  return snapshotsOn(files, keys, heads).reduce<Snapshot | null>((best, snapshot) => (snapshot.head.seq >= (best?.head.seq ?? 0) ? snapshot : best), null);
}

function snapshotsOn(files: FileSystem, keys: CaseKeys, heads: ReadonlySet<string>): readonly Snapshot[] {
  const names = files.list('snap').filter(isSnapshotName);
  return names.flatMap((name) => readSnapshot(files, keys, name) ?? []).filter(({ head }) => heads.has(head.head));
}

function lineOf(id: string, path: { readonly stretches: readonly Stretch[]; readonly root: string }, trunk: ReadonlySet<string>): BranchLine {
  const own = path.stretches
    .filter(({ segment, to }) =>
      entriesOf(segment)
        .slice(0, to + 1)
        .some(({ head }) => head === null || !trunk.has(head)),
    )
    .map(({ segment }) => segment);
  return { id, ...path, common: commonWith(path, trunk), own };
}

function commonWith({ stretches, root }: { readonly stretches: readonly Stretch[]; readonly root: string }, trunk: ReadonlySet<string>): BranchLine['common'] {
  let common = trunk.has(root) ? { head: root, seq: (stretches[0] && openOf(stretches[0].segment)?.seq) ?? 0 } : null;
  let seq = common?.seq ?? 0;
  for (const { segment, to } of stretches) {
    for (const { record, head } of entriesOf(segment).slice(0, to + 1)) {
      seq = record.t === 'tx' || record.t === 'open' ? record.seq : seq;
      if (head && trunk.has(head)) common = { head, seq };
    }
  }
  return common;
}

function trunkHeads(graph: LogGraph, lineage: Pick<Lineage, 'head' | 'stretches'>, baseHead: string): ReadonlySet<string> {
  const [now, before] = [pathTo(graph, lineage.head), pathTo(graph, baseHead)];
  return new Set([
    lineage.head,
    baseHead,
    now.root,
    before.root,
    ...recordHeads(now.stretches),
    ...recordHeads(before.stretches),
    ...recordHeads(lineage.stretches),
  ]);
}

function recordHeads(stretches: readonly Stretch[]): readonly string[] {
  return stretches.flatMap(({ segment, to }) =>
    entriesOf(segment)
      .slice(0, to + 1)
      .flatMap(({ head }) => head ?? []),
  );
}

function pathThrough(graph: LogGraph, chain: readonly Stretch[]): { readonly stretches: readonly Stretch[]; readonly root: string } {
  const start = (chain[0] && openOf(chain[0].segment)?.prevHead) ?? '';
  const before = pathTo(graph, start);
  return { stretches: [...before.stretches, ...chain], root: before.stretches.length > 0 ? before.root : start };
}

function behind(stretches: readonly Stretch[], head: string | null): readonly Stretch[] {
  if (head === null) return stretches;
  const at = stretches.findIndex(({ segment, to }) =>
    entriesOf(segment)
      .slice(0, to + 1)
      .some((entry) => entry.head === head),
  );
  const cut = stretches[at];
  if (!cut) return stretches;
  const from = entriesOf(cut.segment).findIndex((entry) => entry.head === head) + 1;
  return [...(from <= cut.to ? [{ ...cut, from }] : []), ...stretches.slice(at + 1)];
}

function* entriesAfter(stretches: readonly Stretch[], head: string | null): Iterable<{ readonly record: LogRecord; readonly writer: string }> {
  for (const { segment, from, to } of behind(stretches, head)) {
    const writer = openOf(segment)?.writer ?? '';
    for (const { record } of entriesOf(segment).slice(from, to + 1)) yield { record, writer };
  }
}
