import { wordlist } from '@scure/bip39/wordlists/english.js';
import { sha256 } from './digests.ts';

/**
 * Bytes as words of the BIP 39 English list, eleven bits a word, most significant first; what is left of the last word holds the
 * first bits of SHA-256(context || bytes). At least one checksum bit is wanted of every use; a share has 36 of them.
 */
export function wordsOfBytes(bytes: Uint8Array, words: number, context: Uint8Array): readonly string[] {
  const bits = bitsOf(bytes) + bitsOf(sha256(context, bytes)).slice(0, checkBits(bytes.length, words));
  return Array.from({ length: words }, (_, index) => wordlist[Number.parseInt(bits.slice(index * 11, index * 11 + 11), 2)] ?? '');
}

export type ReadWords =
  | { readonly state: 'whole'; readonly bytes: Buffer }
  /** `word` counts from 1. */
  | { readonly state: 'unknown-word'; readonly word: number }
  | { readonly state: 'mistyped' };

/** The bytes behind exactly as many words as they were written with; a word may be cut to its first four letters, which no two share. */
export function bytesOfWords(words: readonly string[], length: number, context: Uint8Array): ReadWords {
  const places = words.map(placeOfWord);
  const unknown = places.indexOf(-1);
  if (unknown >= 0) return { state: 'unknown-word', word: unknown + 1 };
  const bits = places.map((place) => place.toString(2).padStart(11, '0')).join('');
  const bytes = Buffer.from(Array.from({ length }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2)));
  const check = bitsOf(sha256(context, bytes)).slice(0, checkBits(length, words.length));
  return bits.slice(length * 8) === check ? { state: 'whole', bytes } : { state: 'mistyped' };
}

function placeOfWord(word: string): number {
  const exact = wordlist.indexOf(word);
  return exact >= 0 || word.length < 4 ? exact : wordlist.findIndex((known) => known.length > 4 && word.length === 4 && known.startsWith(word));
}

function checkBits(bytes: number, words: number): number {
  const left = words * 11 - bytes * 8;
  if (left < 1) throw new RangeError('word code: the words do not hold the bytes and a checksum');
  return left;
}

function bitsOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
}
