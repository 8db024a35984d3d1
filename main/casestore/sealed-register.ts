import type { Adapter } from 'lowdb';
import type { CaseFile } from '#main/casefile/case-file.ts';
import type { CaseFinding } from '#main/usecases/ports.ts';
import { type Collection, collections } from '#shared/domain/case/case-record.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { applyOp, custodyKey, emptyRecord, parseStored, putStored, type StoredRecord } from './stored-objects.ts';
import { TransactionSchema } from './transaction.ts';

/** Thrown through lowdb when the disk refuses a checkpoint, since an adapter can only throw. */
export class CheckpointRefused extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super('the checkpoint was refused');
    this.problem = problem;
  }
}

/** lowdb's adapter over a case file: `read` is snapshot plus replay, `write` a checkpoint. Single edits go past it into the log. */
export type SealedRegister = Adapter<StoredRecord> & { readonly findings: readonly CaseFinding[] };

export function sealedRegister(file: CaseFile): SealedRegister {
  const findings: CaseFinding[] = [];
  return {
    findings,
    read: async () => {
      const record = emptyRecord();
      const { lines, bodies } = file.replay();
      for (const line of lines) if (line !== '') readLine(record, line, findings);
      for (const body of bodies) replay(record, body, findings);
      // lowdb keeps its default data when a read answers nothing, so this must always be a record or an error.
      return record;
    },
    write: async (record) => {
      const taken = file.snapshot(snapshotLines(record));
      if (!taken.ok) throw new CheckpointRefused(taken.problem);
    },
  };
}

/** A snapshot is one JSON array a line: collection, key, object. */
export function* snapshotLines(record: StoredRecord): Iterable<string> {
  for (const collection of collections) {
    const objects = record[collection];
    for (const key of Object.keys(objects)) yield JSON.stringify([collection, key, objects[key]]);
  }
}

function readLine(record: StoredRecord, line: string, findings: CaseFinding[]): void {
  const [collection, key, value] = partsOf(line);
  if (typeof key === 'string' && isCollection(collection) && store(record, collection, key, value)) return;
  findings.push(invalid(isCollection(collection) ? collection : 'snapshot'));
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

function replay(record: StoredRecord, body: unknown, findings: CaseFinding[]): void {
  const transaction = TransactionSchema.safeParse(body);
  if (!transaction.success) {
    findings.push(invalid('log'));
    return;
  }
  for (const op of transaction.data.ops) {
    if ('del' in op) applyOp(record, op);
    else if (!store(record, op.put, op.id, op.value)) findings.push(invalid(op.put));
  }
  for (const entry of transaction.data.custody) {
    const seq = entry !== null && typeof entry === 'object' && 'seq' in entry && typeof entry.seq === 'number' ? entry.seq : -1;
    if (!store(record, 'custody', custodyKey(seq), entry)) findings.push(invalid('custody'));
  }
}

function store(record: StoredRecord, collection: Collection, key: string, value: unknown): boolean {
  const object = parseStored(collection, key, value);
  if (object) putStored(record, collection, key, object);
  return object !== null;
}

function isCollection(name: unknown): name is Collection {
  return collections.some((collection) => collection === name);
}
function invalid(subject: string): CaseFinding {
  return { severity: 'damage', code: 'record-invalid', subject };
}
