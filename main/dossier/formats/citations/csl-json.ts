import type { CitedSource, PublishedDate } from './cited-source.ts';

const types: { readonly [kind in CitedSource['kind']]: string } = {
  article: 'article-newspaper',
  post: 'post',
  image: 'graphic',
  video: 'motion_picture',
  document: 'document',
  broadcast: 'broadcast',
  testimony: 'personal_communication',
  other: 'document',
};

/** Sources as CSL-JSON items (citationstyles.org, schema 1.0), as Zotero and pandoc read them. Names are literal: who wrote one name in one field is not taken apart. */
export function cslJson(sources: readonly CitedSource[]): string {
  return `${JSON.stringify(sources.map(item), null, 2)}\n`;
}

function item(source: CitedSource) {
  const { key, kind, title, author, publisher, edition, language, url, published, accessed, kept } = source;
  return {
    id: key,
    type: types[kind],
    title,
    ...(author ? { author: [{ literal: author }] } : {}),
    ...(publisher ? { [kind === 'document' ? 'publisher' : 'container-title']: publisher } : {}),
    ...(edition ? { edition } : {}),
    ...(published ? { issued: issued(published) } : {}),
    ...(accessed ? { accessed: { 'date-parts': [accessed.split('-').map(Number)] } } : {}),
    ...(url ? { URL: url } : {}),
    ...(language ? { language } : {}),
    ...(kept ? { archive: 'Exhibits of this dossier', archive_location: kept } : {}),
  };
}

function issued({ parts, circa, stated }: PublishedDate) {
  return parts.length === 0 ? { literal: stated } : { 'date-parts': parts, ...(circa ? { circa: true } : {}) };
}
