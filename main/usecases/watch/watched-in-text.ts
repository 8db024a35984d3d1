import type { WatchedHere } from '#shared/contract/watch.ts';
import { type FindWatched, type WatchedSpan, watchedFinder } from '#shared/domain/watch/find-watched.ts';
import type { WatchTerm } from '#shared/domain/watch/watch-term.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** What finds the watch terms of the case, as they are now. */
export function finderOf(desk: ReadingDesk): FindWatched {
  return desk.kept('watched finder', ['watches'], () => watchedFinder(Object.values(desk.openCase.record().watches)));
}

/** The terms among `spans`, each once: how often, and where first. In the order of their first places. */
export function gathered(
  terms: { readonly [id: string]: WatchTerm },
  spans: readonly WatchedSpan[],
): readonly (WatchedHere & { readonly reason: string | null })[] {
  const found = new Map<string, WatchedHere & { readonly reason: string | null }>();
  for (const { id, start, end } of spans) {
    const term = terms[id];
    const before = found.get(id);
    if (before) found.set(id, { ...before, times: before.times + 1 });
    else if (term) found.set(id, { id: id as ObjectId, term: term.term, reason: term.reason, times: 1, first: { start, end } });
  }
  return [...found.values()];
}

/** The watch terms that stand in the text of something that has just come into the case. Only that text is looked at. */
export function watchedInNew(desk: ReadingDesk, text: string): WatchedHere[] {
  const { watches } = desk.openCase.record();
  return gathered(watches, finderOf(desk)(text)).map(({ id, term, times, first }) => ({ id, term, times, first }));
}
