/** Languages the window and the command line speak. English is the source; where another one has no words yet, the English ones stand. */
export const languages = ['en', 'uk', 'fr', 'ko'] as const;
/** `qps-ploc` is no language but English with accents and made longer: it shows what nobody translated and what does not fit. */
export const pseudoLanguage = 'qps-ploc';
export const languageChoices = [...languages, pseudoLanguage] as const;
export type Language = (typeof languageChoices)[number];

/** Each by its own name: whoever looks for their language cannot read the others. */
export const languageNames: { readonly [L in Language]: string } = {
  en: 'English',
  uk: 'Українська',
  fr: 'Français',
  ko: '한국어',
  'qps-ploc': 'Ṗšéûðö',
};

/** The first of the wishes that is spoken here; a wish is a tag such as `uk-UA` or `uk_UA.UTF-8`, as systems give it. */
export function languageFor(wishes: readonly (string | undefined)[]): Language {
  const found = wishes.flatMap((wish) => languageChoices.filter((each) => each === wish?.toLowerCase() || each === wish?.toLowerCase().split(/[-_.@]/)[0]));
  return found[0] ?? 'en';
}
