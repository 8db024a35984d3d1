import { answers } from '#main/search/word-matches.ts';
import { indexedWord } from '#shared/domain/search/indexed-word.ts';
import type { Clause } from '#shared/domain/search/parse-query.ts';
import { wordsOf } from '#shared/domain/search/words-of.ts';

/** Plain text around the first hit; `marks` are [start, end) pairs in it, in UTF-16 code units. */
export type Snippet = { readonly snippet: string; readonly marks: [number, number][] };

const before = 60;
const length = 200;

/** Whether a word of a text, folded, is one that was searched for. */
export type IsFound = (word: string) => boolean;

/** What answers one of the clauses; of those at places in `slipped`, slips count too. */
export function foundBy(clauses: readonly Clause[], slipped: ReadonlySet<number>): IsFound {
  const known = new Map<string, boolean>();
  const asks = (clause: Clause, place: number, word: string): boolean => {
    if (clause.sort === 'word') return answers(word, clause.word, slipped.has(place));
    const last = clause.words.length - 1;
    return clause.words.some((each, at) => word === each || (clause.lastBegins && at === last && word.startsWith(each)));
  };
  return (whole) => {
    const word = indexedWord(whole);
    const before = known.get(word);
    if (before !== undefined) return before;
    const found = clauses.some((clause, place) => asks(clause, place, word));
    known.set(word, found);
    return found;
  };
}

/** A line around the first of the words found; without any, the beginning. Words cut at the edges are left out. */
export function snippetOf(text: string, found: IsFound): Snippet {
  const first = firstHit(text, found);
  const from = first > before ? nextWord(text, first - before) : 0;
  const to = text.length > from + length ? lastSpace(text, from + length) : text.length;
  const window = text.slice(from, to).replace(/\s/gu, ' ');
  const lead = from > 0 ? '…' : '';
  const marks = merged(window, found).map(([start, end]): [number, number] => [start + lead.length, end + lead.length]);
  return { snippet: `${lead}${window}${to < text.length ? '…' : ''}`, marks };
}

function firstHit(text: string, found: IsFound): number {
  for (const word of wordsOf(text)) if (found(word.word)) return word.start;
  return 0;
}

function nextWord(text: string, from: number): number {
  const space = text.slice(from, from + 30).search(/\s/u);
  return space < 0 ? whole(text, from) : from + space + 1;
}

function lastSpace(text: string, to: number): number {
  const space = /\s\S*$/u.exec(text.slice(to - 30, to));
  return space ? to - 30 + space.index : whole(text, to);
}

/** An offset that does not part a surrogate pair. */
function whole(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}

function merged(window: string, found: IsFound): readonly [number, number][] {
  const marks: [number, number][] = [];
  for (const { word, start, end } of wordsOf(window)) {
    if (!found(word)) continue;
    const last = marks.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else marks.push([start, end]);
  }
  return marks;
}
