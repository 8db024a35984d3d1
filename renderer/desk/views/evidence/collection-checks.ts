import type { EvidenceItem } from '#shared/domain/evidence/evidence-item.ts';

/** Parts of a collected item that paragraph 155 of the Berkeley Protocol (OHCHR, 2022) wants; the first three are the minimum for a court. */
const collectionParts = ['url', 'html-source', 'full-capture', 'embedded-media', 'embedded-metadata', 'published-at', 'collection-data', 'hash'] as const;
export type CollectionPart = (typeof collectionParts)[number];
export type PartState = 'have' | 'lacking' | 'not-applicable';
export type PartCheck = { readonly part: CollectionPart; readonly state: PartState; readonly minimum: boolean };

type Known = { readonly url: string | null; readonly publishedAt: string | null };

/** What an item has of each part and what it lacks. A file that never was a web page has no HTML source to lack. */
export function collectionChecks(item: EvidenceItem, source: Known): readonly PartCheck[] {
  const online = item.kind === 'article' || item.kind === 'post';
  const html = /html/.test(item.mime);
  const state: { readonly [part in CollectionPart]: PartState } = {
    url: source.url === null ? 'lacking' : 'have',
    'html-source': html ? 'have' : online ? 'lacking' : 'not-applicable',
    'full-capture': item.page !== null || item.picture !== null ? 'have' : online ? 'lacking' : 'not-applicable',
    'embedded-media': item.picture !== null || item.page !== null ? 'have' : online ? 'lacking' : 'not-applicable',
    'embedded-metadata': item.found.length > 0 ? 'have' : 'lacking',
    'published-at': source.publishedAt === null ? 'lacking' : 'have',
    'collection-data': 'have',
    hash: 'have',
  };
  return collectionParts.map((part, i) => ({ part, state: state[part], minimum: i < 3 }));
}

/** Where a found field can go in the source that the item belongs to. */
export type UsableField = 'title' | 'publisher' | 'author' | 'publishedAt' | 'language' | 'url';
const usable: readonly (readonly [RegExp, UsableField])[] = [
  [/title|headline/i, 'title'],
  [/publisher|site.?name|organi[sz]ation/i, 'publisher'],
  [/author|byline|creator|artist/i, 'author'],
  [/publish|date|time/i, 'publishedAt'],
  [/lang/i, 'language'],
  [/url|canonical|address|link/i, 'url'],
];

/** The field of the source a candidate is offered for, guessed from its name; `null` when it fits none. */
export function usableAs(field: string): UsableField | null {
  return usable.find(([form]) => form.test(field))?.[1] ?? null;
}

/** A found value in the form the source's field wants: moments of the web and of cameras become EDTF days. */
export function fittedValue(value: string, as: UsableField): string {
  const text = value.trim();
  if (as !== 'publishedAt') return text.replace(/\s+/gu, ' ');
  const day = /^(\d{4})[-:/.](\d{2})[-:/.](\d{2})/.exec(text);
  return day ? `${day[1]}-${day[2]}-${day[3]}` : text;
}
