import { foldText } from './fold-text.ts';

/** One word of a text in its folded form, with its place in the text (UTF-16 code units). */
export type FoundWord = { readonly word: string; readonly start: number; readonly end: number };

const runs = /[\p{L}\p{M}\p{N}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu;
// Scripts written without spaces, and Hangul, whose particles cling to the word: both are searched by pairs of syllables.
const paired = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]+/gu;

/** The words of a text in order: letters and digits; Hangul, Han and kana as overlapping pairs. */
export function wordsOf(text: string): readonly FoundWord[] {
  const words: FoundWord[] = [];
  for (const run of text.matchAll(runs)) {
    let last = 0;
    for (const part of run[0].matchAll(paired)) {
      push(words, run[0].slice(last, part.index), run.index + last);
      pushPairs(words, part[0], run.index + part.index);
      last = part.index + part[0].length;
    }
    push(words, run[0].slice(last), run.index + last);
  }
  return words;
}

function push(words: FoundWord[], piece: string, start: number): void {
  const word = foldText(piece);
  if (word !== '') words.push({ word, start, end: start + piece.length });
}

function pushPairs(words: FoundWord[], piece: string, start: number): void {
  const characters = [...piece.matchAll(/[\u1100-\u115f][\u1160-\u11a7]*[\u11a8-\u11ff]*|\P{M}\p{M}*|\p{M}+/gu)];
  if (characters.length === 1) push(words, piece, start);
  for (const [index, character] of characters.entries()) {
    const next = characters[index + 1];
    if (next) push(words, character[0] + next[0], start + character.index);
  }
}
