import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord, ObjectOf } from './case-record.ts';
import type { Change, EditLabel, Op } from './change.ts';
import { actingAnalyst, type EditFacts } from './edit-facts.ts';
import type { keptFields } from './kept-fields.ts';

/** Collections of such things, and what one of each is called in a problem. */
const called = { boards: 'board', filters: 'filter', searches: 'search', watches: 'watch' } as const;
export type KeptCollection = keyof typeof called;
type Content<C extends KeptCollection> = Omit<ObjectOf<C>, keyof typeof keptFields>;
type Into<C extends KeptCollection> = { readonly collection: C; readonly label: EditLabel };

/** Keeps something new, or in place of the one of this id: who made it first stays known by its moment. */
export function keepThing<C extends KeptCollection>(
  record: CaseRecord,
  { collection, label }: Into<C>,
  id: ObjectId | undefined,
  content: Content<C>,
  facts: EditFacts,
): Reply<Change> {
  const before = id === undefined ? null : keptAt(record, collection, id);
  if (id !== undefined && before === null) return refused({ kind: 'not-found', what: called[collection], id });
  const kept = { id: before?.id ?? facts.newId(), madeAt: before?.madeAt ?? facts.at, changedAt: facts.at, by: actingAnalyst(record) };
  const value = { ...content, ...kept } as unknown as ObjectOf<C>;
  return done({ label, ops: [{ put: collection, id: kept.id, value } as Op], custody: [] });
}

/** Lets go of one; what it spoke of is not touched. */
export function removeThing(record: CaseRecord, { collection, label }: Into<KeptCollection>, id: string): Reply<Change> {
  if (keptAt(record, collection, id) === null) return refused({ kind: 'not-found', what: called[collection], id });
  return done({ label, ops: [{ del: collection, id }], custody: [] });
}

/** The one of this id; `null` when the case keeps none. Own keys only: an id never reaches a prototype. */
export function keptAt<C extends KeptCollection>(record: CaseRecord, collection: C, id: string): ObjectOf<C> | null {
  const all: { readonly [K in KeptCollection]: { readonly [id: string]: ObjectOf<K> } } = record;
  const things: { readonly [id: string]: ObjectOf<C> } = all[collection];
  return Object.hasOwn(things, id) ? (things[id] ?? null) : null;
}

/** All of a collection, in the order they were kept first. */
export function keptInOrder<T extends { readonly id: string; readonly madeAt: string }>(things: { readonly [id: string]: T }): T[] {
  return Object.values(things).toSorted((a, b) => (a.madeAt < b.madeAt || (a.madeAt === b.madeAt && a.id < b.id) ? -1 : 1));
}
