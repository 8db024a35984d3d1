import { romanize } from 'es-hangul';
import { koreanName, type Syllable, syllablesOf } from './syllables.ts';

// In the order of Unicode: ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ, ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ; finals reduced to the seven that are heard.
const reducedFinals = [0, 1, 1, 1, 2, 2, 2, 3, 4, 1, 5, 6, 4, 4, 6, 4, 5, 6, 6, 3, 3, 7, 3, 3, 1, 3, 6, 3];
const [noFinal, kFinal, nFinal, tFinal, lFinal, mFinal, pFinal, ngFinal] = [0, 1, 2, 3, 4, 5, 6, 7] as const;

type Letters = {
  readonly initials: readonly string[];
  /** Initials between voiced sounds. */
  readonly voiced: Readonly<Record<number, string>>;
  readonly vowels: readonly string[];
  readonly finals: readonly string[];
};
const list = (text: string) => text.split(' ').map((part) => (part === '-' ? '' : part));

/** McCune and Reischauer 1939, as libraries and older maps write. */
const mccune: Letters = {
  initials: list("k kk n t tt r m p pp s ss - ch tch ch' k' t' p' h"),
  voiced: { 0: 'g', 3: 'd', 7: 'b', 12: 'j' },
  vowels: list('a ae ya yae ŏ e yŏ ye o wa wae oe yo u wŏ we wi yu ŭ ŭi i'),
  finals: list('- k n t l m p ng'),
};
/** As names from the North are written abroad by its own agencies: Ri, Jong, Chol, each syllable by itself. */
const northern: Letters = {
  initials: list('k kk n t tt r m p pp s ss - j jj ch kh th ph h'),
  voiced: {},
  vowels: list('a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i'),
  finals: list('- k n t l m p ng'),
};
/** Kontsevich's table, by which Korean is written in Russian. */
const kontsevich: Letters = {
  initials: list('к кк н т тт р м п пп с сс - ч чч чх кх тх пх х'),
  voiced: { 0: 'г', 3: 'д', 7: 'б', 12: 'дж' },
  vowels: list('а э я йя о е ё йе о ва вэ ве ё у во ве ви ю ы ый и'),
  finals: list('- к н т ль м п н'),
};

function spell(syllables: readonly Syllable[], letters: Letters): readonly string[] {
  return syllables.map(({ initial, vowel, final }, at) => {
    const before = at === 0 ? null : (reducedFinals[syllables[at - 1]?.final ?? 0] ?? noFinal);
    const isVoiced = before !== null && [noFinal, nFinal, lFinal, mFinal, ngFinal].some((each) => each === before);
    const start =
      (isVoiced ? letters.voiced[initial] : undefined) ?? (initial === 5 && before === lFinal ? letters.finals[lFinal] : letters.initials[initial]) ?? '';
    return start + (letters.vowels[vowel] ?? '') + (letters.finals[reducedFinals[final] ?? noFinal] ?? '');
  });
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

export type KoreanSpelling = { readonly table: 'revised' | 'mccune-reischauer' | 'northern' | 'kontsevich'; readonly text: string };

/** How a Korean name is met in other writing. Empty for what is not written in Hangul as a name. */
export function spellKorean(name: string): readonly KoreanSpelling[] {
  const parts = koreanName(name);
  if (!parts) return [];
  const [surname, given] = [syllablesOf(parts.surname), syllablesOf(parts.given)];
  const joined = (letters: Letters, between: string) => `${capital(spell(surname, letters).join(''))} ${capital(spell(given, letters).join(between))}`;
  const apart = (letters: Letters) => [...surname, ...given].map((one) => capital(spell([one], letters).join(''))).join(' ');
  return [
    { table: 'revised', text: `${capital(romanize(parts.surname))} ${capital(romanize(parts.given))}` },
    { table: 'mccune-reischauer', text: joined(mccune, '-') },
    { table: 'northern', text: apart(northern) },
    { table: 'kontsevich', text: joined(kontsevich, '') },
    { table: 'kontsevich', text: apart(kontsevich) },
  ];
}

/** Kontsevich turned round: Hangul that a Korean name in Russian can stand for, the likeliest first; what is heard alike cannot be told apart. */
export function hangulFromRussian(name: string, most: number): readonly string[] {
  const words = name
    .trim()
    .toLowerCase()
    .split(/[\s-]+/u);
  if (words.length < 2 || words.length > 4) return [];
  const options = words.map(readSyllable);
  if (options.some((each) => each.length === 0)) return [];
  const all = options.reduce<readonly string[]>((begun, each) => begun.flatMap((start) => each.map((next) => start + next)), ['']);
  return all.slice(0, most);
}

function readSyllable(word: string): readonly string[] {
  const found: string[] = [];
  for (const [initial, start] of kontsevich.initials.entries()) {
    if (!word.startsWith(start)) continue;
    for (const [vowel, middle] of kontsevich.vowels.entries()) {
      if (!word.startsWith(middle, start.length)) continue;
      const end = word.slice(start.length + middle.length);
      for (const [final, unicode] of [
        [ngFinal, 21],
        [noFinal, 0],
        [kFinal, 1],
        [nFinal, 4],
        [tFinal, 7],
        [lFinal, 8],
        [mFinal, 16],
        [pFinal, 17],
      ] as const) {
        if (kontsevich.finals[final] === end) found.push(String.fromCodePoint(0xac00 + initial * 588 + vowel * 28 + unicode));
      }
    }
  }
  return found;
}
