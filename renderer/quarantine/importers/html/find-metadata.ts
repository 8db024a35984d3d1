import type { FoundField } from '#shared/domain/evidence/evidence-item.ts';
import { readJsonLd } from './json-ld.ts';
import { readSavedComment } from './saved-comment.ts';

/**
 * Everything the page says of itself, each with the place it was found: candidates disagree (time zones, re-publication dates,
 * agencies named as authors), and the analyst needs to see the disagreement rather than one winner.
 */
export function findMetadata(page: Document, html: string): readonly FoundField[] {
  const found = [...readSavedComment(html), ...readMeta(page), ...readJsonLd(page), ...readElements(page)];
  const seen = new Set<string>();
  return found
    .map(({ field, value, where }) => ({ field, value: value.replace(/\s+/g, ' ').trim().slice(0, 4_000), where: where.slice(0, 200) }))
    .filter(({ field, value, where }) => {
      const key = `${field}\n${value}\n${where}`;
      return value !== '' && !seen.has(key) && seen.add(key);
    });
}

/** Names of `meta` elements, lower case, by what they tell. */
const metaFields: { readonly [name: string]: string } = {
  'og:title': 'title',
  'twitter:title': 'title',
  'dc.title': 'title',
  'article:published_time': 'published',
  'og:article:published_time': 'published',
  'article:modified_time': 'modified',
  'og:updated_time': 'modified',
  date: 'published',
  pubdate: 'published',
  publishdate: 'published',
  'dc.date': 'published',
  'dc.date.issued': 'published',
  'dcterms.created': 'published',
  'parsely-pub-date': 'published',
  'sailthru.date': 'published',
  'last-modified': 'modified',
  'dcterms.modified': 'modified',
  author: 'author',
  'article:author': 'author',
  'dc.creator': 'author',
  'parsely-author': 'author',
  'twitter:creator': 'author',
  'og:site_name': 'publisher',
  'article:publisher': 'publisher',
  publisher: 'publisher',
  'dc.publisher': 'publisher',
  'application-name': 'publisher',
  'og:locale': 'language',
  'content-language': 'language',
  'dc.language': 'language',
  'og:url': 'url',
  'og:description': 'description',
  description: 'description',
  'og:image': 'picture-url',
  'og:type': 'type',
  generator: 'generator',
};

function readMeta(page: Document): FoundField[] {
  return [...page.querySelectorAll('meta[content]')].slice(0, 400).flatMap((meta) => {
    const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('http-equiv') ?? '';
    const field = metaFields[name.trim().toLowerCase()];
    return field === undefined ? [] : [{ field, value: meta.getAttribute('content') ?? '', where: `meta ${name.trim()}` }];
  });
}

const itemFields: { readonly [name: string]: string } = {
  headline: 'title',
  datePublished: 'published',
  dateModified: 'modified',
  author: 'author',
  publisher: 'publisher',
  inLanguage: 'language',
};

function readElements(page: Document): FoundField[] {
  const items = [...page.querySelectorAll('[itemprop]')].slice(0, 400).flatMap((element) => {
    const name = element.getAttribute('itemprop') ?? '';
    const field = itemFields[name];
    return field === undefined ? [] : [{ field, value: itemValue(element), where: `itemprop ${name}` }];
  });
  const times = [...page.querySelectorAll('time[datetime]')].slice(0, 10);
  const authors = [...page.querySelectorAll('[rel~="author"]')].slice(0, 10);
  return [
    { field: 'title', value: page.title, where: 'title' },
    { field: 'title', value: page.querySelector('h1')?.textContent ?? '', where: 'h1' },
    { field: 'language', value: page.documentElement.getAttribute('lang') ?? '', where: 'html lang' },
    { field: 'url', value: page.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? '', where: 'link canonical' },
    ...items,
    ...times.map((time) => ({ field: 'published', value: time.getAttribute('datetime') ?? '', where: 'time datetime' })),
    ...authors.map((author) => ({ field: 'author', value: author.textContent ?? '', where: 'rel author' })),
  ];
}

function itemValue(element: Element): string {
  const named = element.querySelector('[itemprop="name"]');
  return element.getAttribute('content') ?? element.getAttribute('datetime') ?? named?.textContent ?? element.textContent ?? '';
}
