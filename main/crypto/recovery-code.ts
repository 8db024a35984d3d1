import { wordlist } from '@scure/bip39/wordlists/english.js';
import { bytesOfWords, wordsOfBytes } from './word-code.ts';

/** BIP 39 is the word code without a context: 256 bits and the first eight of their SHA-256. */
const noContext = new Uint8Array(0);

/** 32 bytes as 24 words of the BIP 39 English list; the last word carries a checksum. */
export function recoveryWords(secret: Uint8Array): readonly string[] {
  if (secret.length !== 32) throw new RangeError('a recovery code stands for 32 bytes');
  return wordsOfBytes(secret, 24, noContext);
}

/** The 32 bytes behind 24 words, however they were spaced or capitalised, each whole or its first four letters; `null` when a word or the checksum is wrong. */
export function recoverySecret(words: readonly string[]): Uint8Array | null {
  const tidy = words.flatMap((word) => word.normalize('NFKD').trim().toLowerCase().split(/\s+/)).filter((word) => word !== '');
  const read = tidy.length === 24 ? bytesOfWords(tidy, 32, noContext) : null;
  return read?.state === 'whole' ? Uint8Array.from(read.bytes) : null;
}

/** The first 66 bits of a hash as six words of the same list, to compare by voice or on paper. */
export function sixWords(hash: Uint8Array): readonly string[] {
  const bits = [...hash.subarray(0, 9)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: 6 }, (_, index) => wordlist[Number.parseInt(bits.slice(index * 11, index * 11 + 11), 2)] ?? '');
}
