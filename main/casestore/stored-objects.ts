import { type CaseRecord, type Collection, collectionSchemas, type ObjectOf } from '#shared/domain/case/case-record.ts';
import type { Op } from '#shared/domain/case/change.ts';
import { custodyKey } from '#shared/domain/custody/custody-entry.ts';

/** The record as the store changes it in place: an edit costs the edit, not the case. */
export type StoredRecord = { readonly [C in Collection]: { [id: string]: ObjectOf<C> } };

/** An empty record whose collections inherit nothing, so that no id can reach a prototype. */
export function emptyRecord(): StoredRecord {
  const collection = () => Object.create(null);
  return {
    meta: collection(),
    sources: collection(),
    evidence: collection(),
    claims: collection(),
    links: collection(),
    notes: collection(),
    entities: collection(),
    dossiers: collection(),
    boards: collection(),
    filters: collection(),
    searches: collection(),
    watches: collection(),
    custody: collection(),
  };
}

/** One object as the domain's schema has it; `null` when it is not one, or is kept under a key that is not its own. */
export function parseStored<C extends Collection>(collection: C, key: string, value: unknown): ObjectOf<C> | null {
  const parsed = collectionSchemas[collection].safeParse(value);
  if (!parsed.success) return null;
  const object = parsed.data as ObjectOf<C>;
  return keyOf(collection, object) === key ? object : null;
}

function keyOf(collection: Collection, object: ObjectOf<Collection>): string {
  if (collection === 'meta') return 'case';
  if ('seq' in object) return custodyKey(object.seq);
  return 'id' in object ? object.id : '';
}

export function putStored<C extends Collection>(record: StoredRecord, collection: C, key: string, value: ObjectOf<C>): void {
  const objects: { [id: string]: ObjectOf<C> } = record[collection];
  objects[key] = value;
}

export function applyOp(record: StoredRecord, op: Op): void {
  if ('put' in op) putStored(record, op.put, op.id, op.value);
  else delete record[op.del][op.id];
}

export function opTarget(op: Op): { readonly collection: Exclude<Collection, 'custody'>; readonly id: string } {
  return { collection: 'put' in op ? op.put : op.del, id: op.id };
}

/** The op with its value as the schema has it. Throws for a value the case could not be opened with again: a bug of the verb. */
export function checkedOp(op: Op): Op {
  if (!('put' in op)) return op;
  const value = parseStored(op.put, op.id, op.value);
  if (!value) throw new Error(`an edit would store an invalid object in ${op.put}`);
  return { put: op.put, id: op.id, value } as Op;
}

/** What puts the objects back as they are in `record`; one op for each object that `ops` touch. */
export function inverseOf(record: CaseRecord, ops: readonly Op[]): readonly Op[] {
  const back = new Map<string, Op>();
  for (const op of ops) {
    const { collection, id } = opTarget(op);
    const key = `${collection}/${id}`;
    if (back.has(key)) continue;
    const before = Object.hasOwn(record[collection], id) ? record[collection][id] : undefined;
    back.set(key, (before ? { put: collection, id, value: before } : { del: collection, id }) as Op);
  }
  return [...back.values()].reverse();
}
