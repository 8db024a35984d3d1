import type { Reply } from '#shared/kernel/reply.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { type CaseRecord, collectionOf, kindOf, type ObjectKind, type ObjectOf } from './case-record.ts';

type KindObject<K extends ObjectKind> = ObjectOf<(typeof collectionOf)[K]>;

/** The object of this kind and id; `null` when the case holds none. Own keys only: an id never reaches a prototype. */
export function objectAt<K extends ObjectKind>(record: CaseRecord, kind: K, id: string): KindObject<K> | null {
  const collection = record[collectionOf[kind]] as { readonly [id: string]: KindObject<K> };
  return Object.hasOwn(collection, id) ? (collection[id] ?? null) : null;
}

/** The object of this kind and id, or a refusal that names both. */
export function findObject<K extends ObjectKind>(record: CaseRecord, kind: K, id: string): Reply<KindObject<K>> {
  const object = objectAt(record, kind, id);
  return object ? done(object) : refused({ kind: 'not-found', what: kind, id });
}

/** The first of `ids` that the case does not hold, as a refusal; `null` when it holds all. */
export function firstMissing(record: CaseRecord, ids: readonly string[]): ReturnType<typeof refused> | null {
  const missing = ids.find((id) => kindOf(record, id) === null);
  return missing === undefined ? null : refused({ kind: 'not-found', what: 'object', id: missing });
}
