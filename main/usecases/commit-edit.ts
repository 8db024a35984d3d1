import type { CaseRecord, Collection } from '#shared/domain/case/case-record.ts';
import type { Change } from '#shared/domain/case/change.ts';
import type { EditFacts } from '#shared/domain/case/edit-facts.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { Desk, ReadingDesk } from './ports/desk.ts';

export type Decision = (record: CaseRecord, facts: EditFacts) => Reply<Change>;

export function editFacts(desk: ReadingDesk): EditFacts {
  return { at: desk.facts.now(), newId: desk.facts.newId, lookup: desk.lookup() };
}

/** Commits one edit that answers nothing but that it was done. */
export async function commitEdit(desk: Desk, decide: Decision): Promise<Reply<Record<string, never>>> {
  const change = await desk.openCase.commit((record) => decide(record, editFacts(desk)));
  return change.ok ? done({}) : change;
}

/** Commits one edit that makes an object in `collection`, and answers its id. */
export async function commitNew(desk: Desk, collection: Collection, decide: Decision): Promise<Reply<{ id: ObjectId }>> {
  const change = await desk.openCase.commit((record) => decide(record, editFacts(desk)));
  return change.ok ? done({ id: idPut(change.value, collection) }) : change;
}

/** The id of the object the change puts into `collection`; its absence is a bug of the verb. */
export function idPut(change: Change, collection: Collection): ObjectId {
  const op = change.ops.findLast((each) => 'put' in each && each.put === collection);
  if (!op) throw new Error(`${change.label} puts nothing into ${collection}`);
  return op.id as ObjectId;
}
