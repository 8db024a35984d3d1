import { foldText } from '#shared/domain/search/fold-text.ts';
import { indexedWord } from '#shared/domain/search/indexed-word.ts';
import { wordsOf } from '#shared/domain/search/words-of.ts';
import { longer } from './grown.ts';

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
  /** Of what was met: its hash, the number of its word (below zero: which of `several` it has), how many units it has, and these, two in a number. */
  let spellings = new Int32Array(1 << 12);
  /** Places in `spellings`, as an open hash table; 0 where there is none. */
  let table = new Int32Array(1 << 10);
  let end = 1;
  let known = 0;
  /** Where a spelling has another number of words than one: how many, and then their numbers. */
  const several: NumberRun = { array: new Uint32Array(1 << 10), length: 0 };
  /** Runs of letters that wait for being looked up: where each begins, twice its length and whether it has pairs, its hash, and where it may be found. */
  const runs = new Int32Array(mostRuns * runNumbers);
  /** The text at hand. */
  let units = new Uint16Array(1 << 10);

  const numberOf = (word: string): number => {
    const found = numbers.get(word);
    if (found !== undefined) return found;
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

  const put = (into: NumberRun, number: number): void => {
    if (into.length === into.array.length) into.array = longer(into.array, Uint32Array);
    into.array[into.length++] = number;
  };

  /** Below zero. */
  const noteSeveral = (meant: readonly number[]): number => {
    const at = several.length;
    put(several, meant.length);
    for (const number of meant) put(several, number);
    return -1 - at;
  };

  const learn = (piece: string, from: number, hash: number, paired: boolean): number => {
    const meant = paired ? numbersIn(piece) : wholeWord(piece);
    const only = meant[0];
    const meaning = meant.length === 1 && only !== undefined ? only : noteSeveral(meant);
    const { length } = piece;
    while (end + headNumbers + length > spellings.length) spellings = longer(spellings, Int32Array);
    place(end, hash);
    spellings[end] = hash;
    spellings[end + 1] = meaning;
    spellings[end + 2] = length;
    end += headNumbers;
    for (let at = 0; at + 1 < length; at += 2) spellings[end++] = twoUnits(units, from + at);
    if (length % 2 === 1) spellings[end++] = units[from + length - 1] as number;
    known += 1;
    if (known * 2 > table.length) {
      table = new Int32Array(table.length * 4);
      for (let at = 1; at < end; at += headNumbers + (((spellings[at + 2] as number) + 1) >>> 1)) place(at, spellings[at] as number);
    }
    return meaning;
  };
  const place = (spelling: number, hash: number): void => {
    const mask = table.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    while (table[slot] !== 0) slot = (slot + 1) & mask;
    table[slot] = spelling;
  };

  /** Whether these units of the text at hand are spelt out there. */
  const isAt = (spelling: number, from: number, length: number, hash: number): boolean => {
    const all = spellings;
    if (all[spelling] !== hash || all[spelling + 2] !== length) return false;
    let at = spelling + headNumbers;
    let same = from;
    const to = from + length;
    while (same + 1 < to && all[at] === twoUnits(units, same)) {
      same += 2;
      at += 1;
    }
    return same === to || (same + 1 === to && all[at] === units[same]);
  };

  /** What is meant by units of the text at hand; `null` when they were never met. */
  const meaningOf = (from: number, length: number, hash: number): number | null => {
    const mask = table.length - 1;
    for (let slot = (hash ^ (hash >>> 15)) & mask; ; slot = (slot + 1) & mask) {
      const spelling = table[slot] as number;
      if (spelling === 0) return null;
      if (isAt(spelling, from, length, hash)) return spellings[spelling + 1] as number;
    }
  };

  /** Reads the units of a text into `units`: they are looked at several times, and a string is slower to look at. */
  const unitsOf = (text: string): Uint16Array => {
    while (units.length < text.length) units = longer(units, Uint16Array);
    Buffer.from(units.buffer).write(text, 'utf16le');
    return units;
  };

  const read = (text: string, into: NumberRun): void => {
    const length = text.length;
    const all = unitsOf(text);
    let many = 0;
    for (let at = 0; at < length; ) {
      let is = classes[all[at] as number] as number;
      if (is === unknown) is = classOf(all[at] as number);
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
      for (; at < length; at += 1) {
        const unit = all[at] as number;
        is = classes[unit] as number;
        // What is not known yet has every bit.
        if ((is & (wanted | surrogate)) !== wanted) {
          if (is === unknown) is = classOf(unit);
          if (is === surrogate) {
            plain = false;
            wanted = partOfWord;
          } else if ((is & wanted) === 0) {
            if ((is & apostrophe) === 0 || at + 1 === length) break;
            const next = classOf(all[at + 1] as number);
            if (next === surrogate) plain = false;
            else if ((next & letter) === 0) break;
            // Behind a surrogate it is not known here whether a run goes on: then all of it goes the slow way.
            if (plain) wanted = letter;
          }
        }
        met |= is;
        hash = Math.imul(hash ^ unit, 0x01000193);
      }
      if (!plain || at - from > longestKept) {
        putRuns(text, many, into);
        many = 0;
        for (const number of numbersIn(text.slice(from, at))) put(into, number);
        continue;
      }
      runs[many * runNumbers] = from;
      runs[many * runNumbers + 1] = ((at - from) << 1) | ((met & inPairs) === 0 ? 0 : 1);
      runs[many * runNumbers + 2] = hash;
      many += 1;
      if (many < mostRuns) continue;
      putRuns(text, many, into);
      many = 0;
    }
    putRuns(text, many, into);
  };

  /**
   * Puts what is meant by the runs noted. They are looked up side by side: most of the time of a lookup is waiting for memory, and then the waits of several are one.
   */
  const putRuns = (text: string, many: number, into: NumberRun): void => {
    const [noted, slots, all] = [runs, table, spellings];
    const mask = slots.length - 1;
    for (let each = 0; each < many; each += 1) {
      const hash = noted[each * runNumbers + 2] as number;
      noted[each * runNumbers + 3] = slots[(hash ^ (hash >>> 15)) & mask] as number;
    }
    for (let each = 0; each < many; each += 1) {
      const guess = noted[each * runNumbers + 3] as number;
      if (all[guess] !== noted[each * runNumbers + 2]) noted[each * runNumbers + 3] = 0;
    }
    for (let each = 0; each < many; each += 1) {
      const from = runs[each * runNumbers] as number;
      const length = (runs[each * runNumbers + 1] as number) >>> 1;
      const hash = runs[each * runNumbers + 2] as number;
      const guess = runs[each * runNumbers + 3] as number;
      const meaning = isAt(guess, from, length, hash)
        ? (spellings[guess + 1] as number)
        : (meaningOf(from, length, hash) ?? learn(text.slice(from, from + length), from, hash, ((runs[each * runNumbers + 1] as number) & 1) === 1));
      if (meaning >= 0) put(into, meaning);
      else for (let at = -meaning, end = -meaning + (several.array[-1 - meaning] as number); at < end; at += 1) put(into, several.array[at] as number);
    }
  };

  return { words, read };
}

/** Numbers before the units of a spelling. */
const headNumbers = 3;
const [mostRuns, runNumbers] = [512, 4];

function twoUnits(units: Uint16Array, at: number): number {
  return (units[at] as number) | ((units[at + 1] as number) << 16);
}
