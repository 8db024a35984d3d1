import { indexedWord } from '../search/indexed-word.ts';
import { chainsIn } from '../search/parse-query.ts';
import { type Sound, sameSound, soundOf } from '../search/sound-key.ts';
import { wordsOf } from '../search/words-of.ts';
import type { WatchTerm } from './watch-term.ts';

/** A place of a text where a watch term stands, in UTF-16 code units. */
export type WatchedSpan = { readonly id: string; readonly start: number; readonly end: number };
/** Every place of the terms in a text, in text order; at most `most`. */
export type FindWatched = (text: string, most?: number) => readonly WatchedSpan[];

/** One word of a term, and what of a text answers it. */
type Step = { readonly word: string; readonly whole: boolean; readonly sound: Sound | null };
type Row = { readonly id: string; readonly steps: readonly Step[] };
/** A row of which the words up to `next` were met, one behind the other. */
type Begun = { readonly row: Row; readonly next: number; readonly start: number };

/** Distinct words of texts that are remembered between two texts. */
const mostKnown = 100_000;
const nothing: ReadonlySet<Step> = new Set();
const paired = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/**
 * Looks for all terms at once, by the folding and the sounds of the search: a word by its beginning, since names are inflected, and in the other
 * script; the words of a phrase one behind the other. Figures and what has one or two letters count only whole, and so does everything in quotes.
 * Each distinct word is compared once, so the cost is that of the text.
 */
export function watchedFinder(terms: readonly Pick<WatchTerm, 'id' | 'term'>[]): FindWatched {
  const rows = terms.map(rowOf).filter(({ steps }) => steps.length > 0);
  const all = rows.flatMap(({ steps }) => steps);
  const known = new Map<string, ReadonlySet<Step>>();
  const answeredBy = (whole: string): ReadonlySet<Step> => {
    const word = indexedWord(whole);
    const before = known.get(word);
    if (before) return before;
    const sound = soundOf(word);
    const found = all.filter((step) => answers(word, sound, step));
    if (known.size >= mostKnown) known.clear();
    const steps = found.length === 0 ? nothing : new Set(found);
    known.set(word, steps);
    return steps;
  };
  return (text, most = Number.POSITIVE_INFINITY) => {
    const spans: WatchedSpan[] = [];
    if (rows.length === 0) return spans;
    let begun: readonly Begun[] = [];
    for (const { word, start, end } of wordsOf(text)) {
      const steps = answeredBy(word);
      if (steps === nothing && begun.length === 0) continue;
      const fresh = rows.map((row): Begun => ({ row, next: 0, start }));
      const met = [...begun, ...fresh].filter(({ row, next }) => steps.has(row.steps[next] as Step));
      for (const { row, next, start: from } of met) if (next + 1 === row.steps.length) spans.push({ id: row.id, start: from, end });
      begun = met.filter(({ row, next }) => next + 1 < row.steps.length).map(({ row, next, start: from }) => ({ row, next: next + 1, start: from }));
      if (spans.length >= most) break;
    }
    return spans.slice(0, most).toSorted((a, b) => a.start - b.start || a.end - b.end);
  };
}

function rowOf({ id, term }: Pick<WatchTerm, 'id' | 'term'>): Row {
  const quoted = /^["“„«].*["”“»]$/u.test(term.trim());
  const chains = chainsIn(term);
  const words = chains.flatMap((chain, at) => {
    // Pairs of syllables: the last syllable alone follows from the pair before it, and may go on in a text.
    const last = at === chains.length - 1 && chain.length > 1 ? chain.slice(0, -1) : chain;
    return last.map((found) => indexedWord(found.word));
  });
  return { id, steps: words.map((word) => ({ word, whole: quoted ? !paired.test(word) : isShort(word), sound: quoted ? null : soundOf(word) })) };
}

/** What would be met as the beginning of words that have nothing to do with it. */
function isShort(word: string): boolean {
  return !paired.test(word) && (word.length < 3 || /^\p{N}+$/u.test(word));
}

function answers(word: string, sound: Sound | null, step: Step): boolean {
  return word === step.word || (!step.whole && word.startsWith(step.word)) || sameSound(sound, step.sound);
}
