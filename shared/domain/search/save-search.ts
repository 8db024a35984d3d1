import type { ObjectId } from '#shared/kernel/ids.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { keepThing, keptAt, removeThing } from '../case/keep-thing.ts';
import { foldText } from './fold-text.ts';
import type { SavedSearch } from './saved-search.ts';

export type SearchInput = Pick<SavedSearch, 'title' | 'query'> & { readonly id?: ObjectId | undefined };

/** Saves a search under a name that no other has, or the one of the given id as it is now. */
export function saveSearch(record: CaseRecord, { id, title, query }: SearchInput, facts: EditFacts): Reply<Change> {
  if (nameTaken(record, title, id)) return refused({ kind: 'refused', rule: 'search-name-taken' });
  return keepThing(record, { collection: 'searches', label: 'save-search' }, id, { title, query }, facts);
}

/** Gives a saved search another name. */
export function renameSearch(record: CaseRecord, { id, title }: { readonly id: ObjectId; readonly title: string }, facts: EditFacts): Reply<Change> {
  const before = keptAt(record, 'searches', id);
  if (before !== null && nameTaken(record, title, id)) return refused({ kind: 'refused', rule: 'search-name-taken' });
  return keepThing(record, { collection: 'searches', label: 'rename-search' }, id, { title, query: before?.query ?? '' }, facts);
}

/** Removes a saved search; nothing it found is touched. */
export function removeSearch(record: CaseRecord, id: string): Reply<Change> {
  return removeThing(record, { collection: 'searches', label: 'remove-search' }, id);
}

/** The one of this name, case and accents folded: a name is what one is asked for by. */
export function searchNamed(all: readonly SavedSearch[], title: string): SavedSearch | null {
  const wanted = foldText(title.trim());
  return all.find((saved) => foldText(saved.title) === wanted) ?? null;
}

function nameTaken(record: CaseRecord, title: string, ownId: string | undefined): boolean {
  const others = Object.values(record.searches).filter(({ id }) => id !== ownId);
  return searchNamed(others, title) !== null;
}
