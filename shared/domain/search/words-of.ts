import { foldText } from './fold-text.ts';

/** One word of a text in its folded form, with its place in the text (UTF-16 code units). */
export type FoundWord = { readonly word: string; readonly start: number; readonly end: number };

const runs = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
// Scripts written without spaces, and Hangul, whose particles cling to the word: both are searched by pairs of syllables.
const paired = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;
const syllables = /[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M}\p{M}*|\p{M}+/gu;

/**
 * The words of a text in order: letters and digits; Hangul, Han and kana as overlapping pairs, and the last syllable of a run
 * also by itself, so that one syllable is found wherever it stands by its beginning. Lazy: a snippet stops at its first hit.
 */
export function* wordsOf(text: string): Generator<FoundWord> {
  for (const run of text.matchAll(runs)) {
    let last = 0;
    for (const part of run[0].matchAll(paired)) {
      yield* plain(run[0].slice(last, part.index), run.index + last);
      yield* pairs(part[0], run.index + part.index);
      last = part.index + part[0].length;
    }
    yield* plain(run[0].slice(last), run.index + last);
  }
}

function* plain(piece: string, start: number): Generator<FoundWord> {
  const word = foldText(piece);
  if (word !== '') yield { word, start, end: start + piece.length };
}

function* pairs(piece: string, start: number): Generator<FoundWord> {
  const characters = [...piece.matchAll(syllables)];
  for (const [index, character] of characters.entries()) {
    yield* plain(character[0] + (characters[index + 1]?.[0] ?? ''), start + character.index);
  }
}
