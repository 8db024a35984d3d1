import type { WatchedExhibit } from '#shared/contract/watch.ts';
import { findObject, objectAt } from '#shared/domain/case/find-object.ts';
import { keptAt, keptInOrder } from '#shared/domain/case/keep-thing.ts';
import { wordsOf } from '#shared/domain/search/words-of.ts';
import { watchedFinder } from '#shared/domain/watch/find-watched.ts';
import { textAround } from '#shared/domain/watch/text-around.ts';
import type { WatchTerm } from '#shared/domain/watch/watch-term.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { readEvidenceText } from '../evidence/read-evidence-text.ts';
import type { QueryUse } from '../handler.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { finderOf, gathered } from './watched-in-text.ts';

/** Exhibits that are read for one term at most: those that the search puts first. */
const mostRead = 200;
/** Places told of one text at most. */
const mostSpans = 5_000;

export const showWatchedPlaces: QueryUse<'watch/places'> = async (desk, { id }) => {
  const term = keptAt(desk.openCase.record(), 'watches', id);
  return term ? occurrencesOf(desk, term) : refused({ kind: 'not-found', what: 'watch', id });
};

export const countWatched: QueryUse<'watch/counts'> = async (desk) => {
  const counted: { id: ObjectId; exhibits: number; times: number; more: boolean }[] = [];
  for (const term of keptInOrder(desk.openCase.record().watches)) {
    const found = await occurrencesOf(desk, term);
    if (!found.ok) return found;
    const { exhibits, more } = found.value;
    counted.push({ id: term.id, exhibits: exhibits.length, times: exhibits.reduce((sum, { times }) => sum + times, 0), more });
  }
  return done(counted);
};

export const showWatchedInText: QueryUse<'watch/in-text'> = async (desk, { id }) => {
  const record = desk.openCase.record();
  const item = findObject(record, 'evidence', id);
  if (!item.ok) return item;
  if (Object.keys(record.watches).length === 0) return done({ terms: [], spans: [] });
  const text = await readEvidenceText(desk.openCase, item.value);
  if (!text.ok) return text;
  const spans = finderOf(desk)(text.value, mostSpans);
  const terms = gathered(desk.openCase.record().watches, spans).map(({ id: termId, term, reason, times }) => ({ id: termId, term, reason, times }));
  return done({ terms, spans: spans.map((span) => ({ ...span, id: span.id as ObjectId })) });
};

/** Where a term stands now: the search says which exhibits may hold it, and those are read, once each while they stay as they are. */
async function occurrencesOf(desk: ReadingDesk, { id, term }: WatchTerm): Promise<Reply<{ exhibits: WatchedExhibit[]; more: boolean }>> {
  const query = `${searchedWords(term)} kind:evidence`;
  const ids = await desk.search.ids(query, mostRead + 1);
  if (!ids.ok) return ids;
  const find = watchedFinder([{ id, term }]);
  const known = desk.keptOf<Omit<WatchedExhibit, 'name'> | null>(`watched ${term}`);
  const exhibits: WatchedExhibit[] = [];
  for (const evidenceId of ids.value.slice(0, mostRead)) {
    const item = objectAt(desk.openCase.record(), 'evidence', evidenceId);
    if (!item || item.text === null) continue;
    if (!known.has(evidenceId)) {
      const text = await readEvidenceText(desk.openCase, item);
      if (!text.ok) return text;
      const spans = find(text.value);
      const [first] = spans;
      known.set(
        evidenceId,
        first ? { evidenceId: item.id, times: spans.length, first: { start: first.start, end: first.end }, ...textAround(text.value, first) } : null,
      );
    }
    const found = known.get(evidenceId);
    if (found) exhibits.push({ ...found, name: item.name });
  }
  return done({ exhibits: exhibits.toSorted((a, b) => b.times - a.times), more: ids.value.length > mostRead });
}

/** The words of a term as a search takes them: no sign in it means anything. */
function searchedWords(term: string): string {
  return Array.from(wordsOf(term), ({ start, end }) => term.slice(start, end)).join(' ');
}
