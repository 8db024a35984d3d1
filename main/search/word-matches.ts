import { sameSound, soundKey, soundOf, soundScript } from '#shared/domain/search/sound-key.ts';
import { type NearWords, slipsBetween } from './near-words.ts';
import type { Segment } from './segment.ts';

/** A word of a segment that answers a word of a query, and for how much it counts: one for the word itself. */
export type WordMatch = { readonly word: number; readonly factor: number };

const mostSounds = 200;
const pairedScript = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** The word itself, and every word that begins with it. */
export function beginningsOf(segment: Segment, word: string): readonly WordMatch[] {
  const found: WordMatch[] = [];
  const first = segment.firstFrom(word);
  const end = segment.firstFrom(behindAll(word));
  for (let number = first; number < end; number += 1) found.push({ word: number, factor: beginningFactor(word, segment.wordAt(number)) });
  return found;
}

/** Words of the other script that sound as if they began so. */
export function soundsOf(segment: Segment, word: string): readonly WordMatch[] {
  const found: WordMatch[] = [];
  const script = soundScript(word);
  const key = script === null || word.length < 3 ? '' : soundKey(word);
  if (key.length < 2) return found;
  for (const number of segment.soundsFrom(key, mostSounds)) {
    const other = segment.wordAt(number);
    if (soundScript(other) !== script) found.push({ word: number, factor: beginningFactor(key, soundKey(other)) });
  }
  return found;
}

/** Words that a slip makes of it; asked where the word itself stands nowhere. */
export function slipsOf(near: () => NearWords, word: string): readonly WordMatch[] {
  const most = slipsAllowed(word);
  if (most === 0) return [];
  return near()
    .find(word, most)
    .map(({ word: number, slips }) => ({ word: number, factor: slipFactor(word, slips) }));
}

/** How a word of a text answers a word of a query: as {@link beginningsOf}, {@link soundsOf} and {@link slipsOf} see it, for marking it. */
export function answers(text: string, word: string, slips: boolean): boolean {
  if (text.startsWith(word)) return true;
  if (slips && slipsAllowed(word) > 0 && slipsBetween(text, word, slipsAllowed(word)) <= slipsAllowed(word)) return true;
  return sameSound(soundOf(text), soundOf(word));
}

/** One slip in a word of five letters, two in one of eight; none in numbers and in pairs of syllables. */
export function slipsAllowed(word: string): number {
  if (word.length < 5 || pairedScript.test(word) || /^\d+$/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

function beginningFactor(word: string, whole: string): number {
  return whole === word ? 1 : (0.6 * whole.length) / (whole.length + 0.3 * (whole.length - word.length));
}
function slipFactor(word: string, slips: number): number {
  return slips === 0 ? 1 : word.length / (word.length + 3 * slips);
}

/** The least text that comes behind every word that begins so. */
export function behindAll(beginning: string): string {
  return `${beginning}\uffff`;
}
