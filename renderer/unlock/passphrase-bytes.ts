import { secretWords } from '#shared/kernel/secret-words.ts';

/** A passphrase as the case process wants it: UTF-8 of its NFC form, so that it opens on every keyboard and system. */
export function passphraseBytes(typed: string): Uint8Array {
  return new TextEncoder().encode(typed.normalize('NFC'));
}

/** How long a passphrase is, in steps of advice. Only length: a meter that knows patterns promises more than it can. */
export function strengthOf(typed: string): 'none' | 'short' | 'fair' | 'good' | 'strong' {
  const characters = [...typed.normalize('NFC')].length;
  if (characters === 0) return 'none';
  if (characters < 12) return 'short';
  if (characters < 20) return 'fair';
  return characters < 32 ? 'good' : 'strong';
}

/** The words of a recovery code out of whatever was typed or pasted, what an escrow file holds included. */
export function recoveryWords(typed: string): readonly string[] {
  return secretWords(typed);
}
