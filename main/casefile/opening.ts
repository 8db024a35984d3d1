import type { CaseFinding } from '#main/usecases/ports.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { CaseKeys } from './case-keys.ts';
import { errorCode, type FileSystem, readWhole } from './file-system.ts';
import { formatMajor } from './header.ts';
import { type Lineage, traceLineage } from './lineage.ts';
import type { LogRecord } from './log-record.ts';
import { isSegmentName, readSegment, type Segment } from './segment.ts';
import { newestSnapshot, type Snapshot } from './snapshot.ts';

/** What a case file says when read: the newest usable snapshot and the transactions after it. */
export type Opening = {
  readonly snapshot: Snapshot | null;
  readonly newestSnapshotNumber: number;
  readonly segments: readonly Segment[];
  readonly lineage: Lineage;
  readonly bodies: readonly unknown[];
  readonly seq: number;
  readonly newestSegmentNumber: number;
  readonly findings: readonly CaseFinding[];
  /** Edits are missing or were put together from pieces: nothing may be written on top of them. */
  readonly doubtful: boolean;
};

const firstHead = '0'.repeat(64);

/** Reads snapshots and log. Answers a problem only when nothing can be shown at all. Throws disk errors. */
export function readOpening(files: FileSystem, keys: CaseKeys, headerGeneration: number): Opening | Problem {
  const { snapshot, newestNumber, findings: snapshotFindings } = newestSnapshot(files, keys);
  const segments = readSegments(files, keys);
  const lineage = traceLineage(segments, { head: snapshot?.head.head ?? firstHead, segmentNumber: snapshot?.head.segmentNumber ?? 0 });
  if (!snapshot && lineage.stretches.length === 0) return { kind: 'case-damaged', part: newestNumber > 0 ? 'snapshot' : 'log' };
  const trunkEnd = lineage.stretches.at(-1)?.segment;
  const salvaged = trunkEnd ? trunkEnd.later.filter((record) => record.t === 'tx') : [];
  const records = [...lineage.records, ...salvaged];
  // A later version may mark a segment as not to be understood without something this one lacks.
  if (segments.some(({ open }) => open !== null && open.needs.length > 0)) return { kind: 'newer-format', found: formatMajor + 1, known: formatMajor };
  const findings = [
    ...snapshotFindings,
    ...lineage.findings,
    ...segments.flatMap((segment) => segmentFindings(segment, snapshot?.head.segmentNumber ?? 0)),
    ...endFindings(lineage, snapshot),
    ...generationFindings(records, snapshot, headerGeneration),
  ];
  return {
    snapshot,
    newestSnapshotNumber: newestNumber,
    segments,
    lineage,
    bodies: records.flatMap((record) => (record.t === 'tx' ? [record.body] : [])),
    seq: records.reduce((seq, record) => (record.t === 'tx' ? record.seq : seq), snapshot?.head.seq ?? 0),
    newestSegmentNumber: Math.max(0, snapshot?.head.segmentNumber ?? 0, ...segments.map(({ number }) => number)),
    findings,
    doubtful: salvaged.length > 0 || lineage.gap,
  };
}

function readSegments(files: FileSystem, keys: CaseKeys): readonly Segment[] {
  return files
    .list('log')
    .filter(isSegmentName)
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
