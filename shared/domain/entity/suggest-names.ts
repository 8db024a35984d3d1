import { foldName } from './fold-name.ts';
import { romaniseCyrillic, russianBgn, russianPassport, ukrainianBgn, ukrainianOfficial } from './romanise/cyrillic.ts';
import { hangulFromRussian, type KoreanSpelling, spellKorean } from './romanise/korean.ts';

/** A spelling in which a name may be met elsewhere, and the table it follows. It is proposed, never added by itself. */
export type NameSuggestion = {
  readonly text: string;
  readonly table: KoreanSpelling['table'] | 'russian-bgn' | 'russian-passport' | 'ukrainian-official' | 'ukrainian-bgn' | 'kontsevich-reversed';
};

const ukrainianOnly = /[іїєґ]/iu;
const russianOnly = /[ыэёъ]/iu;
const mostHangul = 6;

/** Spellings of the names known so far that are not among them yet. */
export function suggestNames(names: readonly string[]): readonly NameSuggestion[] {
  const known = new Set(names.map(foldName));
  const suggested: NameSuggestion[] = [];
  for (const suggestion of names.flatMap(spellingsOf)) {
    const folded = foldName(suggestion.text);
    if (known.has(folded)) continue;
    known.add(folded);
    suggested.push(suggestion);
  }
  return suggested;
}

function spellingsOf(name: string): readonly NameSuggestion[] {
  if (/[\uac00-\ud7a3]/u.test(name)) return spellKorean(name);
  if (!/\p{Script=Cyrillic}/u.test(name)) return [];
  const russian = ukrainianOnly.test(name)
    ? []
    : ([
        { table: 'russian-bgn', text: romaniseCyrillic(name, russianBgn) },
        { table: 'russian-passport', text: romaniseCyrillic(name, russianPassport) },
        ...hangulFromRussian(name, mostHangul).map((text) => ({ table: 'kontsevich-reversed' as const, text })),
      ] as const);
  const ukrainian = russianOnly.test(name)
    ? []
    : ([
        { table: 'ukrainian-official', text: romaniseCyrillic(name, ukrainianOfficial) },
        { table: 'ukrainian-bgn', text: romaniseCyrillic(name, ukrainianBgn) },
      ] as const);
  return [...russian, ...ukrainian];
}
