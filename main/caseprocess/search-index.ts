import MiniSearch, { type SearchResult } from 'minisearch';
import type { ReadableCase, SearchPort } from '#main/usecases/ports.ts';
import type { SearchHit } from '#shared/contract/search.ts';
import { collectionOf, objectKinds } from '#shared/domain/case/case-record.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { labelOf } from '#shared/domain/case/label-of.ts';
import { eachOf, idsOf } from '#shared/domain/case/objects-of.ts';
import { wordsOf } from '#shared/domain/search/words-of.ts';
import { done } from '#shared/kernel/reply.ts';
import { type Searchable, type SearchedField, searchableOf, searchedFields } from './searchable.ts';
import { snippetOf } from './snippet.ts';

export type SearchIndex = SearchPort & { readonly noteChange: (event: CaseEvent) => void };

/** Objects read before others get their turn: the first search of a large case takes seconds, and edits must not wait for it. */
const readAtOnce = 200;
const pairedScript = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Full-text search over the open case. The index lives in memory only, is built at the first search, and afterwards follows
 * the case: a change marks objects, and the next search reads those again.
 */
export function searchIndex(openCase: ReadableCase): SearchIndex {
  const index = newIndex();
  const changed = new Set<string>();
  let built = false;
  // Searches wait for each other, so that two do not bring the index up to date at once.
  let turn: Promise<void> = Promise.resolve();

  const refresh = async (): Promise<void> => {
    if (!built) for (const kind of objectKinds) for (const id of idsOf(openCase.record()[collectionOf[kind]])) changed.add(id);
    built = true;
    for (const [number, id] of [...changed].entries()) {
      if (number % readAtOnce === readAtOnce - 1) await new Promise((resolve) => setImmediate(resolve));
      changed.delete(id);
      const searchable = await searchableOf(openCase, id);
      if (index.has(id)) index.discard(id);
      if (searchable) index.add(searchable);
    }
  };

  return {
    noteChange: (event) => {
      if (!built || event.type !== 'changed') return;
      for (const id of event.ids) changed.add(id);
      if (event.collections.includes('entities')) markSpokenFor(openCase, new Set(event.ids), changed);
    },
    find: async (query, limit) => {
      turn = turn.then(refresh);
      await turn;
      const results = index.search(query).slice(0, limit);
      const hits: SearchHit[] = [];
      for (const result of results) {
        const hit = await hitOf(openCase, result);
        if (hit) hits.push(hit);
      }
      return done(hits);
    },
  };
}

function newIndex(): MiniSearch<Searchable> {
  return new MiniSearch<Searchable>({
    fields: [...searchedFields],
    tokenize: (text) => Array.from(wordsOf(text), ({ word }) => word),
    // The tokeniser has folded the words already.
    processTerm: (term) => term,
    searchOptions: {
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length >= 5 && !pairedScript.test(term) && !/^\d+$/.test(term) ? 0.2 : false),
      boost: { label: 3, names: 2 },
      weights: { prefix: 0.6, fuzzy: 0.3 },
    },
  });
}

/** Claims are found by who said them, so a renamed entity changes them too. */
function markSpokenFor(openCase: ReadableCase, entityIds: ReadonlySet<string>, changed: Set<string>): void {
  for (const claim of eachOf(openCase.heads().claims)) {
    if (entityIds.has(claim.asserterId) || claim.viaIds.some((id) => entityIds.has(id))) changed.add(claim.id);
  }
}

async function hitOf(openCase: ReadableCase, result: SearchResult): Promise<SearchHit | null> {
  const label = labelOf(openCase.record(), result.id);
  const searchable = await searchableOf(openCase, result.id);
  if (!label || !searchable) return null;
  const field = bestField(result);
  const words = new Set(Object.entries(result.match).flatMap(([word, fields]) => (fields.includes(field) ? [word] : [])));
  return { ...label, score: result.score, field, ...snippetOf(searchable[field], words) };
}

/** The field that matches most of the query; of equal ones the first, which is the shortest. */
function bestField(result: SearchResult): SearchedField {
  const matches = Object.values(result.match);
  const counts = searchedFields.map((field) => matches.filter((fields) => fields.includes(field)).length);
  return searchedFields[counts.indexOf(Math.max(...counts))] ?? 'label';
}
