import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { keepThing, removeThing } from '../case/keep-thing.ts';
import type { KeptFilter } from './kept-filter.ts';

export type FilterInput = Pick<KeptFilter, 'title' | 'conditions' | 'grouping'> & { readonly id?: ObjectId | undefined };

/** Keeps a filter of the ledger, or the one with the given id as it is now. */
export function keepFilter(record: CaseRecord, { id, title, conditions, grouping }: FilterInput, facts: EditFacts): Reply<Change> {
  return keepThing(record, { collection: 'filters', label: 'keep-filter' }, id, { title, conditions, grouping }, facts);
}

/** Removes a kept filter; no claim is touched. */
export function removeFilter(record: CaseRecord, id: string): Reply<Change> {
  return removeThing(record, { collection: 'filters', label: 'remove-filter' }, id);
}
