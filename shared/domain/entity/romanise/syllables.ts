/** One Hangul syllable as numbers of its initial, vowel and final in the order of Unicode; final 0 is none (Unicode 15, 3.12). */
export type Syllable = { readonly initial: number; readonly vowel: number; readonly final: number };

export function syllablesOf(word: string): readonly Syllable[] {
  return [...word.normalize('NFC')].flatMap((character) => {
    const at = (character.codePointAt(0) ?? 0) - 0xac00;
    return at >= 0 && at < 11_172 ? [{ initial: Math.floor(at / 588), vowel: Math.floor((at % 588) / 28), final: at % 28 }] : [];
  });
}

const doubleSurnames = ['남궁', '황보', '제갈', '사공', '선우', '서문', '독고'];

/** Surname and given name of a Korean name written together or apart; null for what is no such name. */
export function koreanName(name: string): { readonly surname: string; readonly given: string } | null {
  const word = name.normalize('NFC').replace(/\s+/gu, '');
  if (!/^[\uac00-\ud7a3]{2,5}$/u.test(word)) return null;
  const double = word.length > 3 ? doubleSurnames.find((surname) => word.startsWith(surname)) : undefined;
  const surname = double ?? word.slice(0, 1);
  return word.length - surname.length > 3 ? null : { surname, given: word.slice(surname.length) };
}
