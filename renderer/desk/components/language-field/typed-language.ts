import { LanguageSchema } from '#shared/domain/fields.ts';
import { languageTag } from '#shared/wording/spoken.ts';

/** Languages that a source is likely to be in; any tag can be typed. */
const tags = (
  'en uk ru ko fr de es it pt pl cs sk hu ro bg sr hr sl mk sq el tr ar fa he hi bn ur pa ta te ml mr gu zh ja vi th id ms tl sw am ha yo zu af nl da sv no fi et lv lt ' +
  'be kk ky uz tg tk az ka hy mn tyv tt ba cv ce os ku ps so my km lo ne si ca eu gl ga cy is mt lb eo la yi'
).split(' ');

/** The tag of a language by its name, in English, in the language of the desk or in its own: `English`, `Ukrainian`, `русский`. Null for what is no name. */
export function typedLanguage(text: string): string | null {
  const name = text.trim().toLowerCase();
  if (name === '' || isLanguage(name)) return null;
  return tags.find((tag) => [languageTag(), 'en', tag].some((speaker) => languageName(tag, speaker)?.toLowerCase() === name)) ?? null;
}

/** What a language field says, as a tag where it is one or the name of one. */
export function languageOf(text: string): string {
  return typedLanguage(text) ?? text.trim();
}

export function isLanguage(tag: string): boolean {
  return LanguageSchema.safeParse(tag).success;
}

/** What a language is called, in words of `speaker`; null when that is not known, or the tag is no tag. */
export function languageName(tag: string, speaker = languageTag()): string | null {
  if (!isLanguage(tag)) return null;
  return new Intl.DisplayNames([speaker], { type: 'language', fallback: 'none' }).of(tag) ?? null;
}
