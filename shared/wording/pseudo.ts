import { isSpoken } from './spoken.ts';

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const accented = [...'àƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽ'];

/** A sentence with accents on every letter, two fifths longer, in brackets: cut off where it does not fit, plain where nobody translates it. */
export function pseudoText(text: string): string {
  if (text.trim() === '') return text;
  const letters = [...text].map((letter) => accented[plain.indexOf(letter)] ?? letter);
  return `⟦${letters.join('')}${'~'.repeat(Math.ceil(text.length * 0.4))}⟧`;
}

/** The same shape of words, said in the pseudo-language. */
export function pseudoWords(english: object): object {
  if (Array.isArray(english)) return english.map(pseudo);
  // Names of keys on the keyboard are no words.
  return Object.fromEntries(Object.entries(english).map(([field, value]) => [field, field === 'keyNames' ? value : pseudo(value)]));
}

function pseudo(value: unknown): unknown {
  if (typeof value === 'string') return pseudoText(value);
  if (typeof value === 'function') return (...given: readonly unknown[]) => pseudoText(String(value(...given)));
  return typeof value !== 'object' || value === null || isSpoken(value) ? value : pseudoWords(value);
}
