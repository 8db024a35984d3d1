import { wordlist } from '@scure/bip39/wordlists/english.js';
import { randomBytes } from './random.ts';

const words = 11;

/** Eleven words of the 2,048 of BIP 39, each by a chance of its own: 121 bits, which nobody guesses, and few enough to be read out. */
export function newPassphrase(): readonly string[] {
  const chance = randomBytes(words * 2);
  return Array.from({ length: words }, (_, index) => wordlist[chance.readUInt16BE(index * 2) & 2_047] ?? '');
}
