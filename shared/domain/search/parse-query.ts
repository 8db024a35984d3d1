import { indexedWord } from './indexed-word.ts';
import { type FoundWord, wordsOf } from './words-of.ts';

/** What one part of a query asks for. A word is met as it is, by its beginning, in the other script, or with a slip; a row is words one behind the other. */
export type Clause =
  | { readonly sort: 'word'; readonly word: string }
  | { readonly sort: 'row'; readonly words: readonly string[] /** The last one may go on. */; readonly lastBegins: boolean };

/** Names of conditions, as they are typed before a colon. */
export const conditionNames = ['asserter', 'via', 'finding', 'kind', 'before', 'after'] as const;
export type ConditionName = (typeof conditionNames)[number];
export type Condition = { readonly name: ConditionName; readonly value: string };

/** Everything in it must hold. */
export type SearchQuery = { readonly clauses: readonly Clause[]; readonly conditions: readonly Condition[] };

/** More would only make one search as dear as many. */
const mostClauses = 24;
const pieces = /(?<![^\s"])(\p{L}+):(?:"([^"]*)"|(\S+))|"([^"]*)("|$)|[^"\s]+|\s+/gu;

/** Reads what somebody typed: words, `"words in a row"`, and conditions such as `finding:disputed`. Nothing is an error: what is no condition is words. */
export function parseQuery(typed: string): SearchQuery {
  const clauses: Clause[] = [];
  const conditions: Condition[] = [];
  let loose = '';
  for (const [piece, name, quoted, bare, row, closing] of typed.matchAll(pieces)) {
    const condition = conditionNames.find((known) => known === name?.toLowerCase());
    const value = (quoted ?? bare ?? '').trim();
    if (condition !== undefined && value !== '') conditions.push({ name: condition, value });
    else if (row !== undefined) clauses.push(...rowOf(row, closing === '"'));
    else loose += name === undefined ? piece : piece.replaceAll('"', ' ');
  }
  const all = [...clausesOf(loose), ...clauses];
  return { clauses: all.slice(0, mostClauses), conditions };
}

function clausesOf(text: string): readonly Clause[] {
  return chainsIn(text).map((chain): Clause => {
    const words = chain.map(({ word }) => indexedWord(word));
    // Pairs of syllables: the last syllable alone follows from the pair before it.
    if (words.length > 2) return { sort: 'row', words: words.slice(0, -1), lastBegins: false };
    if (words.length === 2) return { sort: 'row', words: words.slice(0, 1), lastBegins: false };
    return { sort: 'word', word: words[0] ?? '' };
  });
}

function rowOf(text: string, closed: boolean): readonly Clause[] {
  const chains = chainsIn(text);
  const last = chains.at(-1) ?? [];
  const words = chains.flat().map(({ word }) => indexedWord(word));
  if (words.length === 0) return [];
  if (last.length > 1) return [{ sort: 'row', words: words.slice(0, -1), lastBegins: false }];
  return [{ sort: 'row', words, lastBegins: !closed || isSyllable(last[0]) }];
}

function isSyllable(found: FoundWord | undefined): boolean {
  return found !== undefined && /^[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(found.word);
}

/** Words of a text; those that overlap, which are the pairs of one run of syllables, together. */
export function chainsIn(text: string): readonly (readonly FoundWord[])[] {
  const chains: FoundWord[][] = [];
  let end = 0;
  for (const found of wordsOf(text)) {
    const chain = chains.at(-1);
    if (chain && found.start < end) chain.push(found);
    else chains.push([found]);
    end = found.end;
  }
  return chains;
}
