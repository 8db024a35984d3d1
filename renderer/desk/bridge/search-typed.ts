import { openView } from './navigation.ts';
import { store } from './store.ts';

/** What stands in the box of the search. Kept while the case is open, so that going back to the view finds the search as it was left. */
export const searchTyped = store('');

/** Asks a search of the case, from wherever one is. */
export function openSearch(query: string): void {
  searchTyped.set(query);
  openView('search');
}
