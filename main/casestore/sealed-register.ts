import type { Adapter } from 'lowdb';
import type { CaseFile } from '#main/casefile/case-file.ts';
import { type IndexedSnapshot, SnapshotDamage } from '#main/casefile/indexed-snapshot.ts';
import type { SnapshotLine } from '#main/casefile/snapshot-tables.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { type Collection, collections } from '#shared/domain/case/case-record.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { isKeptCollection, type KeptCollection, type KeptCustody, keptLines, nothingKept, readKept } from './kept-custody.ts';
import { type LazyRecord, lazyRecord, placedLines } from './lazy-record.ts';
import { checkRecord } from './record-check.ts';
import { inLayout, layoutLine, layoutOf, layoutSaid, type RecordLayouts, recordLayouts, refuseNewer, upgraded } from './record-layouts.ts';
import { applyOp, emptyRecord, parseStored, putStored, type StoredRecord } from './stored-objects.ts';
import { touchedIn } from './touched-parts.ts';
import { type Transaction, TransactionSchema } from './transaction.ts';

/** Thrown through lowdb when the disk refuses a checkpoint, since an adapter can only throw. */
export class CheckpointRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super('the checkpoint was refused');
    this.problem = problem;
  }
}

/** lowdb's adapter over a case file: `read` is snapshot plus replay, `write` a checkpoint. Single edits go past it into the log. */
export type SealedRegister = Adapter<StoredRecord> & {
  readonly findings: readonly CaseFinding[];
  readonly kept: KeptCustody;
  /** The oldest layout that was read, when it is not the current one. */
  readonly upgradedFrom: () => number | null;
  /** A transaction as it goes into the log. */
  readonly inLayout: (body: Transaction) => unknown;
  readonly lines: (record: StoredRecord) => Iterable<SnapshotLine>;
  /** What of the record does not fit its schema, or is told otherwise by the tables of the snapshot. */
  readonly check: (record: StoredRecord) => readonly CaseFinding[];
  /** What lists need of the record, after `read`. */
  readonly heads: () => CaseHeads;
};

/** Throws {@link NewerLayout} when it reads what a later version wrote. */
export function sealedRegister(file: CaseFile, layouts: RecordLayouts = recordLayouts): SealedRegister {
  const findings: CaseFinding[] = [];
  let oldest = layouts.current;
  const kept = nothingKept();
  let read: LazyRecord | null = null;
  let snapshot = '';
  const seen = (layout: number) => {
    oldest = Math.min(oldest, layout);
  };
  const reading = { ...layouts, seen };

  /** What the snapshot held, by the other way to it or by what is left of it, once a part of it turns out damaged. */
  const rescued = (indexed: IndexedSnapshot): (() => StoredRecord) => {
    let whole: StoredRecord | null = null;
    return () => {
      if (whole) return whole;
      findings.push({ severity: 'damage', code: 'snapshot-unusable', subject: indexed.name });
      const beside = file.wayBeside();
      const { lines } = beside ?? indexed.surviving();
      if (!beside) findings.push(invalid('snapshot'));
      whole = readRecord(lines, beside?.bodies ?? [], nothingKept(), findings, reading);
      return whole;
    };
  };

  /** `null` when the snapshot is of an older layout: then every object must be read to be made anew. */
  const readLazily = (indexed: IndexedSnapshot, bodies: readonly unknown[]): LazyRecord | null => {
    const others = [...indexed.others()];
    if (others.some((line) => layoutSaid(partsOf(line)) !== null) || layouts.current > 1) return null;
    const made = lazyRecord(indexed, (collection, key) => findings.push(invalid(collection, key)), rescued(indexed));
    readInto(made.record, others, bodies, kept, findings, reading);
    return made;
  };

  const readWhole = (indexed: IndexedSnapshot, bodies: readonly unknown[]): StoredRecord | null => {
    const { lines, whole } = indexed.surviving();
    return whole ? readRecord(lines, bodies, kept, findings, reading) : null;
  };

  /** Damage before there is a record to rest on it. */
  const readBeside = (indexed: IndexedSnapshot, bodies: readonly unknown[]): StoredRecord => {
    findings.push({ severity: 'damage', code: 'snapshot-unusable', subject: indexed.name });
    const beside = file.wayBeside();
    if (!beside) findings.push(invalid('snapshot'));
    return readRecord(beside?.lines ?? indexed.surviving().lines, [...(beside?.bodies ?? []), ...bodies], kept, findings, reading);
  };

  return {
    findings,
    kept,
    upgradedFrom: () => (oldest < layouts.current ? oldest : null),
    inLayout: (body) => inLayout(layouts, body),
    lines: (record) => snapshotLines(record, kept, layouts, read?.lazy),
    check: (record) => checkRecord(record, read?.lazy ?? {}, snapshot),
    heads: () => read?.heads ?? emptyRecord(),
    // lowdb keeps its default data when a read answers nothing, so this must always be a record or an error.
    read: async () => {
      const { indexed, lines, bodies } = file.replay();
      snapshot = indexed?.name ?? '';
      read = indexed && orDamaged(() => readLazily(indexed, bodies));
      if (read) return read.record;
      const whole = indexed ? readWhole(indexed, bodies) : readRecord(lines, bodies, kept, findings, reading);
      const record = whole ?? (indexed && readBeside(indexed, bodies)) ?? emptyRecord();
      read = { record, heads: record, lazy: {} };
      return record;
    },
    write: async (record) => {
      const taken = file.snapshot(snapshotLines(record, kept, layouts, read?.lazy));
      if (!taken.ok) throw new CheckpointRefused(taken.problem);
    },
  };
}

/** The record that lines of a snapshot and the transactions after them make; what does not fit is left out and told. */
export function readRecord(
  lines: Iterable<string>,
  bodies: Iterable<unknown>,
  kept: KeptCustody,
  findings: CaseFinding[],
  layouts: ReadLayouts = { ...recordLayouts, seen: () => undefined },
): StoredRecord {
  const record = emptyRecord();
  readInto(record, lines, bodies, kept, findings, layouts);
  return record;
}

function readInto(
  record: StoredRecord,
  lines: Iterable<string>,
  bodies: Iterable<unknown>,
  kept: KeptCustody,
  findings: CaseFinding[],
  layouts: ReadLayouts,
): void {
  let layout = 1;
  let any = false;
  for (const line of lines) {
    if (line === '') continue;
    const parts = partsOf(line);
    const said = any ? null : layoutSaid(parts);
    refuseNewer(layouts, said ?? layout);
    if (!any) layouts.seen(said ?? 1);
    any = true;
    if (said === null) readLine(record, kept, parts, findings, (collection, value) => upgraded(layouts, layout, collection, value));
    else layout = said;
  }
  for (const body of bodies) {
    const of = layoutOf(body);
    refuseNewer(layouts, of);
    layouts.seen(of);
    replay(record, kept, body, findings, (collection, value) => upgraded(layouts, of, collection, value));
  }
}

function orDamaged<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SnapshotDamage)) throw error;
    return null;
  }
}

type ReadLayouts = RecordLayouts & { readonly seen: (layout: number) => void };
type Upgrade = (collection: string, value: unknown) => unknown;

/** A snapshot is one JSON array a line: collection, key, object. */
export function* snapshotLines(
  record: StoredRecord,
  kept: KeptCustody,
  layouts: RecordLayouts = recordLayouts,
  lazy: LazyRecord['lazy'] = {},
): Iterable<SnapshotLine> {
  yield* layoutLine(layouts);
  for (const collection of collections) yield* placedLines(collection, record, lazy);
  yield* keptLines(kept);
}

function readLine(record: StoredRecord, kept: KeptCustody, [collection, key, value]: readonly unknown[], findings: CaseFinding[], upgrade: Upgrade): void {
  const known = isCollection(collection) || isKeptCollection(collection) ? collection : null;
  if (typeof key === 'string' && known && put(record, kept, known, key, upgrade(known, value))) return;
  findings.push(invalid(known ?? 'snapshot', key));
}

/** Nothing for a line that is no JSON array: authentic, but not of this format. */
function partsOf(line: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(line);
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

function replay(record: StoredRecord, kept: KeptCustody, body: unknown, findings: CaseFinding[], upgrade: Upgrade): void {
  const transaction = TransactionSchema.safeParse(body);
  if (!transaction.success) {
    findings.push(invalid('log'));
    return;
  }
  for (const op of transaction.data.ops) {
    if ('del' in op) applyOp(record, op);
    else if (!put(record, kept, op.put, op.id, upgrade(op.put, op.value))) findings.push(invalid(op.put, op.id));
  }
  for (const entry of transaction.data.custody) {
    const seq = entry !== null && typeof entry === 'object' && 'seq' in entry && typeof entry.seq === 'number' ? entry.seq : -1;
    if (!store(record, 'custody', custodyKey(seq), entry)) findings.push(invalid('custody', custodyKey(seq)));
  }
}

function put(record: StoredRecord, kept: KeptCustody, collection: Collection | KeptCollection, key: string, value: unknown): boolean {
  return isKeptCollection(collection) ? readKept(kept, collection, key, value) : store(record, collection, key, value);
}

function store(record: StoredRecord, collection: Collection, key: string, value: unknown): boolean {
  const object = parseStored(collection, key, value);
  if (object) putStored(record, collection, key, object);
  return object !== null;
}

function isCollection(name: unknown): name is Collection {
  return collections.some((collection) => collection === name);
}
function invalid(subject: string, key?: unknown): CaseFinding {
  const touched = isCollection(subject) && typeof key === 'string' ? touchedIn(subject, key) : [];
  return { severity: 'damage', code: 'record-invalid', subject, ...(touched.length > 0 ? { touched } : {}) };
}
