import type { SourceRow } from '#shared/contract/sources.ts';
import type { SourceKind } from '#shared/domain/source/source.ts';
import { dateIsValid, dateOf } from '../../components/date-field/date-of.ts';
import { isLanguage, languageOf } from '../../components/language-field/typed-language.ts';

/** A source as its form holds it: empty text is *not known*. */
export type SourceDraft = {
  readonly kind: SourceKind;
  readonly title: string;
  readonly publisher: string;
  readonly author: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly url: string;
  readonly edition: string;
  readonly originId: string | null;
};

export const emptySource: SourceDraft = {
  kind: 'article',
  title: '',
  publisher: '',
  author: '',
  publishedAt: '',
  language: '',
  url: '',
  edition: '',
  originId: null,
};

export function draftOf(source: SourceRow): SourceDraft {
  const { kind, title, publisher, author, publishedAt, language, url, edition, originId } = source;
  return {
    kind,
    title,
    publisher: publisher ?? '',
    author: author ?? '',
    publishedAt: publishedAt ?? '',
    language: language ?? '',
    url: url ?? '',
    edition: edition ?? '',
    originId,
  };
}

export type SourceFaults = { readonly title: boolean; readonly publishedAt: boolean; readonly language: boolean; readonly url: boolean };

/** What the case would refuse, so that it can be said at the field. */
export function faultsOf(draft: SourceDraft): SourceFaults {
  const language = languageOf(draft.language);
  const url = draft.url.trim();
  return {
    title: draft.title.trim() === '',
    publishedAt: !dateIsValid(draft.publishedAt),
    language: language !== '' && !isLanguage(language),
    url: url !== '' && !/^https?:\/\/\S+$/i.test(url),
  };
}

/** The draft as commands want it; `null` while a field is at fault. */
export function sourceInput(draft: SourceDraft) {
  if (Object.values(faultsOf(draft)).some(Boolean)) return null;
  const known = (text: string) => text.trim() || null;
  return {
    kind: draft.kind,
    title: draft.title,
    publisher: known(draft.publisher),
    author: known(draft.author),
    publishedAt: dateOf(draft.publishedAt),
    language: known(languageOf(draft.language)),
    url: known(draft.url),
    edition: known(draft.edition),
    originId: draft.originId,
  };
}
