// Letters that Unicode does not take apart, and those of neighbouring alphabets that searchers do not tell apart.
const alike: { readonly [letter: string]: string } = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ı: 'i',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ß: 'ss',
  і: 'и',
  є: 'е',
  ґ: 'г',
  ѓ: 'г',
  ʼ: "'",
  '’': "'",
};
/** Letters that only their case is folded of: most of what is written in Latin and Cyrillic. */
const plainLetters = /^[\x20-\x7eА-ИК-Яа-ик-я]*$/;
const alikeLetters = new RegExp(`[${Object.keys(alike).join('')}]`, 'gu');

/**
 * Form under which text is searched: compatibility forms, case and diacritics folded (ё as е, й as и, ł as l), Ukrainian
 * і є ґ as и е г, Hangul recomposed. Both query and text go through it, so it only has to be consistent.
 */
export function foldText(text: string): string {
  if (plainLetters.test(text)) return text.toLowerCase();
  const bare = text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .normalize('NFC');
  return bare.replace(alikeLetters, (letter) => alike[letter] ?? letter);
}
