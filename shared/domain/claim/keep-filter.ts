import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import type { KeptFilter } from './kept-filter.ts';

export type FilterInput = Pick<KeptFilter, 'title' | 'conditions' | 'grouping'> & { readonly id?: ObjectId | undefined };

/** Keeps a filter of the ledger, or the one with the given id as it is now. */
export function keepFilter(record: CaseRecord, input: FilterInput, facts: EditFacts): Reply<Change> {
  const before = input.id === undefined ? null : filterAt(record, input.id);
  if (input.id !== undefined && before === null) return refused({ kind: 'not-found', what: 'filter', id: input.id });
  const value: KeptFilter = {
    id: before?.id ?? facts.newId(),
    title: input.title,
    conditions: input.conditions,
    grouping: input.grouping,
    madeAt: before?.madeAt ?? facts.at,
    changedAt: facts.at,
    by: actingAnalyst(record),
  };
  return done({ label: 'keep-filter', ops: [{ put: 'filters', id: value.id, value }], custody: [] });
}

/** Removes a kept filter; no claim is touched. */
export function removeFilter(record: CaseRecord, id: string): Reply<Change> {
  if (filterAt(record, id) === null) return refused({ kind: 'not-found', what: 'filter', id });
  return done({ label: 'remove-filter', ops: [{ del: 'filters', id }], custody: [] });
}

/** The filter of this id; `null` when the case keeps none. Own keys only: an id never reaches a prototype. */
function filterAt(record: CaseRecord, id: string): KeptFilter | null {
  return Object.hasOwn(record.filters, id) ? (record.filters[id] ?? null) : null;
}
