import { foldText } from '#shared/domain/search/fold-text.ts';
import { indexedWord } from '#shared/domain/search/indexed-word.ts';
import { wordsOf } from '#shared/domain/search/words-of.ts';

/** Numbers for words, in the order they are met. */
export type Vocabulary = {
  readonly words: readonly string[];
  /** Appends the numbers of the words of a text, in order. */
  readonly read: (text: string, into: NumberRun) => void;
};

/** Numbers that grow in number; `array` is longer than `length`. */
export type NumberRun = { array: Uint32Array; length: number };

const [partOfWord, letter, apostrophe, surrogate, inPairs, unknown] = [1, 2, 4, 8, 16, 255];
const longestKept = 64;
const wordCharacter = /[\p{L}\p{M}\p{N}]/u;
const letterCharacter = /[\p{L}\p{M}]/u;
/** Of scripts that are searched by pairs of syllables, and marks, which may stand in them. */
const pairedCharacter = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{M}]/u;
/** Of each UTF-16 unit what it is to a word, found out when it is first met. */
const classes = new Uint8Array(0x1_0000).fill(unknown);

function classOf(unit: number): number {
  const known = classes[unit] ?? 0;
  if (known !== unknown) return known;
  const character = String.fromCharCode(unit);
  const found =
    unit >= 0xd800 && unit <= 0xdfff
      ? surrogate
      : (wordCharacter.test(character) ? partOfWord : 0) |
        (letterCharacter.test(character) ? letter : 0) |
        (/['’ʼ]/u.test(character) ? apostrophe : 0) |
        (pairedCharacter.test(character) ? inPairs : 0);
  classes[unit] = found;
  return found;
}

/**
 * Runs of letters are looked up as they stand in the text, by a hash made while they are looked through: folding, pairs of syllables and the making of strings
 * happen once for each spelling and not for each place. Whatever is rare (surrogates, very long runs) goes the slow way of {@link wordsOf}, which says what a word is.
 */
export function newVocabulary(): Vocabulary {
  const words: string[] = [];
  const numbers = new Map<string, number>();
  // Spellings: an open hash table over what was met, as units in one array.
  let table = new Int32Array(1 << 14).fill(-1);
  let hashes = new Int32Array(1 << 13);
  let starts = new Uint32Array(1 << 13);
  let lengths = new Uint8Array(1 << 13);
  /** Number of its word; below zero the place in `several` of its words. */
  let meanings = new Int32Array(1 << 13);
  let units = new Uint16Array(1 << 16);
  let unitCount = 0;
  let spellings = 0;
  const several: (readonly number[])[] = [];

  const numberOf = (word: string): number => {
    const known = numbers.get(word);
    if (known !== undefined) return known;
    const number = words.length;
    words.push(word);
    numbers.set(word, number);
    return number;
  };

  const numbersIn = (piece: string): readonly number[] => Array.from(wordsOf(piece), ({ word }) => numberOf(indexedWord(word)));

  /** A run without syllables to pair is one word, whatever it is folded to. */
  const wholeWord = (piece: string): readonly number[] => {
    const word = foldText(piece);
    return word === '' ? [] : [numberOf(indexedWord(word))];
  };

  const learn = (text: string, from: number, to: number, hash: number, paired: boolean): number => {
    const piece = text.slice(from, to);
    const meant = paired ? numbersIn(piece) : wholeWord(piece);
    const only = meant[0];
    let meaning: number;
    if (meant.length === 1 && only !== undefined) meaning = only;
    else {
      several.push(meant);
      meaning = -several.length;
    }
    if (spellings === hashes.length) {
      hashes = longer(hashes, Int32Array);
      starts = longer(starts, Uint32Array);
      lengths = longer(lengths, Uint8Array);
      meanings = longer(meanings, Int32Array);
    }
    while (unitCount + (to - from) > units.length) units = longer(units, Uint16Array);
    hashes[spellings] = hash;
    starts[spellings] = unitCount;
    lengths[spellings] = to - from;
    meanings[spellings] = meaning;
    for (let at = from; at < to; at += 1) units[unitCount++] = text.charCodeAt(at);
    spellings += 1;
    if (spellings * 2 > table.length) {
      table = new Int32Array(table.length * 2).fill(-1);
      for (let each = 0; each < spellings; each += 1) place(each, hashes[each] ?? 0);
    } else place(spellings - 1, hash);
    return meaning;
  };
  const place = (spelling: number, hash: number): void => {
    const mask = table.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while ((table[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
    table[slot] = spelling;
  };

  const meaningOf = (text: string, from: number, to: number, hash: number, paired: boolean): number => {
    const mask = table.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const spelling = table[slot] as number;
      if (spelling < 0) return learn(text, from, to, hash, paired);
      if (hashes[spelling] !== hash || lengths[spelling] !== to - from) continue;
      let at = starts[spelling] as number;
      let same = from;
      while (same < to && units[at] === text.charCodeAt(same)) {
        same += 1;
        at += 1;
      }
      if (same === to) return meanings[spelling] as number;
    }
  };

  const put = (into: NumberRun, number: number): void => {
    if (into.length === into.array.length) into.array = longer(into.array, Uint32Array);
    into.array[into.length++] = number;
  };

  const read = (text: string, into: NumberRun): void => {
    const end = text.length;
    for (let at = 0; at < end; ) {
      let unit = text.charCodeAt(at);
      let is = classes[unit] as number;
      if (is === unknown) is = classOf(unit);
      if ((is & (partOfWord | surrogate)) === 0) {
        at += 1;
        continue;
      }
      const from = at;
      let hash = 0x811c9dc5;
      let plain = true;
      let met = 0;
      /** Behind an apostrophe come letters only. */
      let wanted = partOfWord;
      for (; at < end; at += 1) {
        unit = text.charCodeAt(at);
        is = classes[unit] as number;
        if (is === unknown) is = classOf(unit);
        if (is === surrogate) {
          plain = false;
          wanted = partOfWord;
        } else if ((is & wanted) === 0) {
          if ((is & apostrophe) === 0 || at + 1 === end) break;
          const next = classOf(text.charCodeAt(at + 1));
          if (next === surrogate) plain = false;
          else if ((next & letter) === 0) break;
          // Behind a surrogate it is not known here whether a run goes on: then all of it goes the slow way.
          if (plain) wanted = letter;
        }
        met |= is;
        hash = Math.imul(hash ^ unit, 0x01000193);
      }
      if (!plain || at - from > longestKept) {
        for (const number of numbersIn(text.slice(from, at))) put(into, number);
        continue;
      }
      const meaning = meaningOf(text, from, at, hash, (met & inPairs) !== 0);
      if (meaning >= 0) put(into, meaning);
      else for (const number of several[-meaning - 1] ?? []) put(into, number);
    }
  };

  return { words, read };
}

/** The same numbers in an array of twice the length. */
export function longer<A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(array: A, make: new (length: number) => A): A {
  const grown = new make(array.length * 2);
  grown.set(array);
  return grown;
}
