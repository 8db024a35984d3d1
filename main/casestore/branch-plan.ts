import type { BranchTransaction } from '#main/casefile/branches.ts';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import type { BranchConflict, BranchEdit } from '#shared/contract/care.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { EditLabel, Op } from '#shared/domain/case/change.ts';
import { objectsOf } from '#shared/domain/case/objects-of.ts';
import { type CustodyAct, type CustodyEntry, CustodyEntrySchema } from '#shared/domain/custody/custody-entry.ts';
import { repairWords } from '#shared/wording/english/repair-words.ts';
import { applyOp, opTarget, parseStored, type StoredRecord } from './stored-objects.ts';
import { TransactionSchema } from './transaction.ts';

/** An edit of a branch as it would be made on the trunk. */
export type PlannedEdit = { readonly edit: BranchEdit; readonly label: EditLabel; readonly ops: readonly Op[]; readonly custody: readonly CustodyAct[] };
export type BranchPlan = { readonly applies: readonly PlannedEdit[]; readonly present: readonly BranchEdit[]; readonly conflicts: readonly BranchConflict[] };

/** What is known of the trunk since the two parted: objects it changed, or `null` when that lies before what is kept. */
export type TrunkSince = ReadonlySet<string> | null;

/**
 * Decides edit by edit what of a branch can be made on the trunk. An edit is taken whole or not at all. It conflicts when the trunk has changed
 * one of its objects too and has something else there, or when it follows on an edit that conflicts; `take` names objects whose version
 * in the branch wins all the same. What the trunk has already is present.
 */
export function planBranch(
  record: CaseRecord,
  branchId: string,
  transactions: readonly BranchTransaction[],
  since: TrunkSince,
  take: ReadonlySet<string>,
): BranchPlan {
  const now = overlay(record);
  const applies: PlannedEdit[] = [];
  const present: BranchEdit[] = [];
  const conflicts: BranchConflict[] = [];
  const left = new Set<string>();
  const noted = new Set(objectsOf(record.custody).flatMap(({ reason }) => (reason === null ? [] : [lastLine(reason)])));
  for (const transaction of transactions) {
    const read = readEdit(transaction);
    if (!read) continue;
    const { edit, ops } = read;
    const custody = read.custody.flatMap((entry) => (noted.has(originLine(branchId, entry)) ? [] : [actAgain(branchId, entry)]));
    const changing = ops.filter((op) => !isThere(now, op));
    if (changing.length === 0 && custody.length === 0) {
      present.push(edit);
      continue;
    }
    const objects = changing.flatMap((op): BranchConflict['objects'] => {
      const key = keyOf(op);
      if (take.has(op.id)) return [];
      if (left.has(key)) return [{ id: op.id, reason: 'follows-a-conflict' }];
      const changedHere = since ? since.has(key) : valueAt(now, op) !== undefined;
      return changedHere ? [{ id: op.id, reason: 'changed-in-both' }] : [];
    });
    if (objects.length > 0) {
      conflicts.push({ edit, objects });
      for (const op of ops) left.add(keyOf(op));
      continue;
    }
    for (const op of ops) applyOp(now, op);
    applies.push({ edit, label: read.label, ops: changing, custody });
  }
  return { applies, present, conflicts };
}

/** Objects that transactions of the trunk changed. */
export function changedBy(transactions: readonly BranchTransaction[]): ReadonlySet<string> {
  return new Set(transactions.flatMap((transaction) => readEdit(transaction)?.ops.map(keyOf) ?? []));
}

/** Labels, times and ids of a branch's edits; those that only sign its custody log are none. */
export function editsOf(transactions: readonly BranchTransaction[]): readonly BranchEdit[] {
  return transactions.flatMap((transaction) => readEdit(transaction)?.edit ?? []);
}

type ReadEdit = { readonly edit: BranchEdit; readonly label: EditLabel; readonly ops: readonly Op[]; readonly custody: readonly CustodyEntry[] };

/** `null` for what is no edit of the record. What does not fit its schema is left out, as opening the branch leaves it out. */
function readEdit({ seq, writer, body }: BranchTransaction): ReadEdit | null {
  const parsed = TransactionSchema.safeParse(body);
  if (!parsed.success) return null;
  const { label, at } = parsed.data;
  const ops = parsed.data.ops.flatMap((op): readonly Op[] => {
    if ('del' in op) return [op as Op];
    if (op.put === 'signers' || op.put === 'checkpoints') return [];
    const value = parseStored(op.put, op.id, op.value);
    return value ? [{ put: op.put, id: op.id, value } as Op] : [];
  });
  const custody = parsed.data.custody.flatMap((entry) => {
    const known = CustodyEntrySchema.safeParse(entry);
    return known.success ? [known.data] : [];
  });
  if (ops.length === 0 && custody.length === 0) return null;
  const ids = [...new Set([...ops.map(({ id }) => id), ...custody.flatMap(({ evidenceId }) => evidenceId ?? [])])];
  return { edit: { seq, label, at, writer: writer.slice(0, 8), ids }, label: label as EditLabel, ops, custody };
}

/** Custody is never copied: the trunk's log says anew what happened, and where it was said first. */
function actAgain(branchId: string, entry: CustodyEntry): CustodyAct {
  const { action, evidenceId, reason, sha256Before, sha256After } = entry;
  const origin = originLine(branchId, entry);
  return { action, evidenceId, reason: reason === null ? origin : `${reason.slice(0, 1_800)}\n${origin}`, sha256Before, sha256After };
}
function originLine(branchId: string, { seq, at, actor }: CustodyEntry): string {
  return repairWords.fromBranch(branchId, seq, at, actor.slice(0, 100));
}
function lastLine(reason: string): string {
  return reason.slice(reason.lastIndexOf('\n') + 1);
}

function keyOf(op: Op): string {
  const { collection, id } = opTarget(op);
  return `${collection}/${id}`;
}
function valueAt(record: CaseRecord, op: Op): unknown {
  const { collection, id } = opTarget(op);
  return Object.hasOwn(record[collection], id) ? record[collection][id] : undefined;
}
function isThere(record: CaseRecord, op: Op): boolean {
  const value = valueAt(record, op);
  return 'put' in op ? value !== undefined && canonicalJson(value) === canonicalJson(op.value) : value === undefined;
}

/** A record to try edits on, without copying the case. Collections are looked up, never listed. */
function overlay(record: CaseRecord): StoredRecord {
  const copy = (collection: object) => Object.assign(Object.create(null), collection);
  return Object.fromEntries(Object.entries(record).map(([name, collection]) => [name, copy(collection)])) as StoredRecord;
}
