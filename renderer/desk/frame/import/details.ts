import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';
import { UrlTextSchema } from '#shared/domain/fields.ts';
import type { TakeInFields } from '../../bridge/take-in.ts';
import { dateIsValid, dateOf } from '../../components/date-field/date-of.ts';
import { isLanguage, languageOf } from '../../components/language-field/typed-language.ts';

/** What is known of the source, as typed. Empty means not known; kind `auto` lets the content decide. */
export type Details = {
  readonly kind: EvidenceItem['kind'] | 'auto';
  readonly url: string;
  readonly publisher: string;
  readonly published: string;
  readonly language: string;
};
export const emptyDetails: Details = { kind: 'auto', url: '', publisher: '', published: '', language: '' };

/** The first field whose text is not what it should be, or null. */
export function wrongField(details: Details): 'url' | 'published' | 'language' | null {
  if (details.url.trim() !== '' && !UrlTextSchema.safeParse(details.url).success) return 'url';
  if (!dateIsValid(details.published)) return 'published';
  if (details.language.trim() !== '' && !isLanguage(languageOf(details.language))) return 'language';
  return null;
}

/** What goes into the command: only what was filled in. */
export function fieldsOf({ kind, url, publisher, published, language }: Details): TakeInFields {
  const date = dateOf(published);
  return {
    ...(kind !== 'auto' && { kind }),
    ...(url.trim() !== '' && { url: url.trim() }),
    ...(publisher.trim() !== '' && { publisher: publisher.trim() }),
    ...(date !== null && { published: date }),
    ...(language.trim() !== '' && { language: languageOf(language) }),
  };
}
