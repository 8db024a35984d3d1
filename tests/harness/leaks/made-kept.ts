import type { SavedSearch } from '#shared/domain/search/saved-search.ts';
import type { WatchTerm } from '#shared/domain/watch/watch-term.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { id } from '#tests/fixtures/dossier/sample-case.ts';
import type { CanaryMaker } from './canaries.ts';
import { nobody } from './case-with-secrets.ts';

const made = { madeAt: '2024-09-01T10:00:00.000Z' as Instant, changedAt: '2024-09-01T10:00:00.000Z' as Instant };

/** What the analysts look for is nobody else's: no profile tells it. */
export function searchOf({ word }: CanaryMaker): SavedSearch {
  return {
    id: id(word('id', nobody)),
    title: word('name of a search', nobody),
    query: word('query of a search', nobody),
    by: word('who saved a search', nobody),
    ...made,
  };
}

export function watchOf({ word }: CanaryMaker): WatchTerm {
  return {
    id: id(word('id', nobody)),
    term: word('watch term', nobody),
    reason: word('reason of a watch term', nobody),
    by: word('who watches', nobody),
    ...made,
  };
}
