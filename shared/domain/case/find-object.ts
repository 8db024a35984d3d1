import type { Reply } from '#shared/kernel/reply.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { CaseHeads } from './case-heads.ts';
import { collectionOf, kindOf, type ObjectKind } from './case-record.ts';
import { isLazy } from './objects-of.ts';

type KindOf<R extends CaseHeads, K extends ObjectKind> = R[(typeof collectionOf)[K]][string];

/** The object of this kind and id; `null` when the case holds none. Own keys only: an id never reaches a prototype. */
export function objectAt<R extends CaseHeads, K extends ObjectKind>(record: R, kind: K, id: string): KindOf<R, K> | null {
  const collection = record[collectionOf[kind]] as { readonly [id: string]: KindOf<R, K> };
  return isLazy(collection) || Object.hasOwn(collection, id) ? (collection[id] ?? null) : null;
}

/** The object of this kind and id, or a refusal that names both. */
export function findObject<R extends CaseHeads, K extends ObjectKind>(record: R, kind: K, id: string): Reply<NonNullable<KindOf<R, K>>> {
  const object = objectAt(record, kind, id);
  return object ? done(object) : refused({ kind: 'not-found', what: kind, id });
}

/** The first of `ids` that the case does not hold, as a refusal; `null` when it holds all. */
export function firstMissing(record: CaseHeads, ids: readonly string[]): ReturnType<typeof refused> | null {
  const missing = ids.find((id) => kindOf(record, id) === null);
  return missing === undefined ? null : refused({ kind: 'not-found', what: 'object', id: missing });
}
