import { russianBgn } from '../entity/romanise/cyrillic.ts';

// What a reader of Latin letters writes for each letter of the folded alphabet (fold-text.ts), which has neither й nor ё.
const latin = russianBgn.letters;
// Tables of romanisation differ in these; each group becomes one letter, the longest first.
const groups: { readonly [letters: string]: string } = { shch: 'S', sch: 'S', sh: 'S', tch: 'C', ch: 'C', zh: 'Z', kh: 'g', ts: 'T', tz: 'T' };
const single: { readonly [letter: string]: string } = { h: 'g', w: 'v', y: 'i', j: 'i', c: 'k', q: 'k', x: 'ks' };
const inLatin = /^[a-z']+$/;
const inCyrillic = /^[а-я']+$/;

export type SoundScript = 'latin' | 'cyrillic';

/** The script of a folded word whose sound can be told; `null` for digits, other scripts and mixtures. */
export function soundScript(word: string): SoundScript | null {
  return inLatin.test(word) ? 'latin' : inCyrillic.test(word) ? 'cyrillic' : null;
}

/** How a folded word sounds, where that can be told: letters of one of the two scripts, three of them at least. */
export type Sound = { readonly script: SoundScript; readonly key: string };
export function soundOf(word: string): Sound | null {
  const script = soundScript(word);
  if (script === null || word.length < 3) return null;
  const key = soundKey(word);
  return key.length < 2 ? null : { script, key };
}

/** Whether a word of a text, in the other script, sounds as if it began like a word that is looked for. */
export function sameSound(text: Sound | null, sought: Sound | null): boolean {
  return text !== null && sought !== null && text.script !== sought.script && text.key.startsWith(sought.key);
}

/**
 * One form for the spellings under which a word may be met in Latin and in Cyrillic letters: Путин and Putin, Зеленський and Zelenskyy or Zelensky, Харків and
 * Kharkiv. Coarse on purpose (h is g, y is i): it is compared only between the two scripts, and ranks behind the word itself.
 */
export function soundKey(word: string): string {
  const letters = word.replace(/[а-я]/g, (letter) => latin[letter] ?? letter);
  return letters
    .replace(/shch|sch|sh|tch|ch|zh|kh|ts|tz/g, (group) => groups[group] ?? group)
    .replace(/[hwyjcqx]/g, (letter) => single[letter] ?? letter)
    .replace(/'/g, '')
    .replace(/(.)\1+/g, '$1')
    .replace(/ie/g, 'e');
}
