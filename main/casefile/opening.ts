import type { CaseFinding, EditRange } from '#shared/domain/case/case-finding.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type BranchLine, branchIdOf, branchLines, branchView, trunkPath } from './branches.ts';
import { type CareState, noCare } from './care-state.ts';
import type { CaseKeys } from './case-keys.ts';
import { errorCode, type FileSystem, fileSize, readWhole } from './file-system.ts';
import { formatMajor } from './header.ts';
import { type Lineage, traceLineage } from './lineage.ts';
import type { LogRecord } from './log-record.ts';
import { isSegmentName, readSegment, type Segment, segmentNumber } from './segment.ts';
import { linesOf, newestSnapshot, openedWhole, readSnapshot, type Snapshot } from './snapshot.ts';

/** What a case file says when read: the newest usable snapshot and the transactions after it. */
export type Opening = {
  readonly snapshot: Snapshot | null;
  readonly newestSnapshotNumber: number;
  readonly segments: readonly Segment[];
  /** Names of segments that the snapshot covers and that were not read. */
  readonly unread: readonly string[];
  readonly lineage: Lineage;
  readonly bodies: readonly unknown[];
  readonly seq: number;
  readonly newestSegmentNumber: number;
  readonly findings: readonly CaseFinding[];
  readonly care: CareState;
  /** Lines that somebody wrote beside the trunk. */
  readonly branches: readonly BranchLine[];
  /** Some of them are not settled: nothing that belongs to them may be tidied away. */
  readonly forked: boolean;
  /** Edits are missing or were put together from pieces: nothing may be written on top of them. */
  readonly doubtful: boolean;
};

const firstHead = '0'.repeat(64);

/**
 * Reads snapshots and log: the trunk, or the branch named. With {@link openSnapshot} for `open` the newest snapshot is not read to its end. Answers a problem only when nothing can be shown at all, or `not-found` for a branch
 * that is not there. Throws disk errors.
 */
export function readOpening(
  files: FileSystem,
  keys: CaseKeys,
  headerGeneration: number,
  branch: string | null = null,
  open: typeof readSnapshot = readSnapshot,
): Opening | Problem {
  const trunk = readTrunk(files, keys, headerGeneration, open);
  if (branch === null || 'kind' in trunk || branchIdOf(trunk.lineage.head) === branch) return trunk;
  trunk.snapshot?.indexed?.close();
  const line = trunk.branches.find(({ id }) => id === branch);
  if (!line) return { kind: 'not-found', what: 'branch', id: branch };
  const { snapshot, lineage } = branchView(files, keys, line);
  const findings = [...trunk.findings.filter(({ code }) => code === 'fork'), ...lostFindings(lineage.lost)];
  return { ...trunk, snapshot, lineage, ...read(snapshot, lineage.records), findings, doubtful: true };
}

function read(snapshot: Snapshot | null, records: readonly LogRecord[]): Pick<Opening, 'bodies' | 'seq' | 'care'> {
  const last = records.findLast(({ t }) => t === 'care');
  return {
    bodies: records.flatMap((record) => (record.t === 'tx' ? [record.body] : [])),
    seq: records.reduce((seq, record) => (record.t === 'tx' ? record.seq : seq), snapshot?.head.seq ?? 0),
    care: last?.t === 'care' ? last.care : (snapshot?.head.care ?? noCare),
  };
}

/** Another way to the state that a snapshot holds: the one before it and the log up to it. `null` when some of it is gone. */
export function wayBeside(
  files: FileSystem,
  keys: CaseKeys,
  { head }: Snapshot,
): { readonly lines: Iterable<string>; readonly bodies: readonly unknown[] } | null {
  const { stretches, root } = trunkPath(readSegments(files, keys), head.head);
  const { snapshot, lineage } = branchView(files, keys, { id: '', stretches, root, common: null, own: [] });
  const complete = lineage.lost.length === 0 && lineage.head === head.head && (snapshot !== null || root === firstHead);
  return complete ? { lines: snapshot ? linesOf(snapshot.body) : [], bodies: read(snapshot, lineage.records).bodies } : null;
}

function readTrunk(files: FileSystem, keys: CaseKeys, headerGeneration: number, open: typeof readSnapshot): Opening | Problem {
  const { snapshot, newestNumber, findings: snapshotFindings } = newestSnapshot(files, keys, open);
  const { segments, lineage, unread } = readLog(files, keys, snapshot);
  if (!snapshot && lineage.stretches.length === 0) return { kind: 'case-damaged', part: newestNumber > 0 ? 'snapshot' : 'log' };
  const { records } = lineage;
  // A later version may mark a segment as not to be understood without something this one lacks.
  if (segments.some((segment) => segment.open !== null && segment.open.needs.length > 0)) {
    snapshot?.indexed?.close();
    return { kind: 'newer-format', found: formatMajor + 1, known: formatMajor };
  }
  const now = read(snapshot, records);
  const branches = branchLines(segments, lineage, snapshot?.head.head ?? firstHead);
  const findings = [
    ...snapshotFindings,
    ...lineage.findings.map((finding) => (isSettled(finding, branches, now.care) ? { ...finding, severity: 'info' as const } : finding)),
    ...lostFindings(lineage.lost),
    ...segments.flatMap((segment) => segmentFindings(segment, snapshot?.head.segmentNumber ?? 0)),
    ...endFindings(lineage, snapshot),
    ...generationFindings(records, snapshot, headerGeneration),
  ];
  return {
    snapshot,
    newestSnapshotNumber: newestNumber,
    segments,
    unread,
    lineage,
    ...now,
    branches,
    forked: lineage.forked && (branches.length === 0 || branches.some(({ id }) => !now.care.settled.includes(id))),
    newestSegmentNumber: Math.max(0, snapshot?.head.segmentNumber ?? 0, ...segments.map(({ number }) => number)),
    findings,
    doubtful: lineage.salvaged || lineage.gap || lineage.lost.length > 0,
  };
}

type ReadLog = { readonly segments: readonly Segment[]; readonly lineage: Lineage; readonly unread: readonly string[] };

/**
 * The log behind the snapshot. A long log that the snapshot covers is left unread as long as all that is behind it continues from the snapshot: it
 * is there for when the snapshot is damaged, and a check reads it.
 */
function readLog(files: FileSystem, keys: CaseKeys, snapshot: Snapshot | null): ReadLog {
  const covers = new Set(snapshot?.head.covers);
  const base = {
    head: snapshot?.head.head ?? firstHead,
    segmentNumber: snapshot?.head.segmentNumber ?? 0,
    seq: snapshot?.head.seq ?? 0,
    ...(snapshot?.head.covers && { covers }),
  };
  const read = (unread: readonly string[]): ReadLog => {
    const segments = readSegments(files, keys, unread);
    return { segments, lineage: traceLineage(segments, base), unread };
  };
  const covered = snapshot?.indexed
    ? files.list('log').filter((name) => isSegmentName(name) && covers.has(name) && segmentNumber(name) <= base.segmentNumber)
    : [];
  const bytes = covered.reduce((sum, name) => sum + (fileSize(files, `log/${name}`) ?? 0), 0);
  const behind = bytes > openedWhole ? read(covered) : null;
  return behind && behind.lineage.findings.length === 0 && !behind.lineage.salvaged && behind.lineage.lost.length === 0 ? behind : read([]);
}

/** A fork that somebody has dealt with: every line through the segment is settled. */
function isSettled({ code, subject }: CaseFinding, branches: readonly BranchLine[], care: CareState): boolean {
  if (code !== 'fork') return false;
  const through = branches.filter(({ own }) => own.some(({ name }) => name === subject));
  return through.length > 0 && through.every(({ id }) => care.settled.includes(id));
}

/** Every segment but those named. */
export function readSegments(files: FileSystem, keys: CaseKeys, but: readonly string[] = []): readonly Segment[] {
  return files
    .list('log')
    .filter((name) => isSegmentName(name) && !but.includes(name))
    .flatMap((name) => {
      try {
        return [readSegment(keys, name, readWhole(files, `log/${name}`))];
      } catch (error) {
        // A writer elsewhere may have compacted it away between the listing and the reading.
        if (errorCode(error) === 'ENOENT') return [];
        throw error;
      }
    });
}

/** Damage before the snapshot in use costs nothing and is a warning; after it, edits may be gone. */
export function segmentFindings(segment: Segment, coveredUpTo: number): readonly CaseFinding[] {
  const covered = segment.number <= coveredUpTo;
  if (segment.end === 'damaged')
    return [{ severity: segment.later.length > 0 && !covered ? 'damage' : 'warning', code: 'segment-damaged', subject: segment.name }];
  return segment.outsideDamaged ? [{ severity: 'warning', code: 'segment-damaged', subject: segment.name }] : [];
}

function lostFindings(lost: readonly EditRange[]): readonly CaseFinding[] {
  return lost.length === 0 ? [] : [{ severity: 'damage', code: 'edits-lost', subject: 'log', lostEdits: lost }];
}

function endFindings(lineage: Lineage, snapshot: Snapshot | null): readonly CaseFinding[] {
  const last = lineage.records.at(-1);
  const clean = last ? last.t === 'close' && lineage.stretches.at(-1)?.segment.end === 'clean' : snapshot?.head.closed === true;
  return clean ? [] : [{ severity: 'warning', code: 'unclean-end', subject: lineage.stretches.at(-1)?.segment.name ?? snapshot?.name ?? 'log' }];
}

function generationFindings(records: readonly LogRecord[], snapshot: Snapshot | null, headerGeneration: number): readonly CaseFinding[] {
  const known = records.reduce(
    (most, record) => (record.t === 'open' || record.t === 'header' ? Math.max(most, record.generation) : most),
    snapshot?.head.generation ?? 0,
  );
  return known > headerGeneration ? [{ severity: 'damage', code: 'header-older-than-log', subject: 'case.a' }] : [];
}
