import { type CitedSource, isoDate } from './cited-source.ts';

const types: { readonly [kind in CitedSource['kind']]: string } = {
  article: 'NEWS',
  post: 'ELEC',
  image: 'ART',
  video: 'VIDEO',
  document: 'RPRT',
  broadcast: 'MPCT',
  testimony: 'PCOMM',
  other: 'GEN',
};

/** Sources in RIS, which every reference manager takes. Lines end as the format asks: CR LF. */
export function ris(sources: readonly CitedSource[]): string {
  return sources.map(record).join('');
}

function record({ key, kind, title, author, publisher, edition, language, url, published, accessed, kept }: CitedSource): string {
  const first = published?.parts[0];
  const lines: readonly (readonly [string, string | null | undefined])[] = [
    ['TY', types[kind]],
    ['ID', key],
    ['TI', title],
    ['AU', author],
    ['T2', publisher],
    ['ET', edition],
    ['PY', first && String(first[0]).padStart(4, '0')],
    ['DA', first && isoDate(first, '/')],
    ['N1', published && (published.parts.length !== 1 || published.circa) ? `Published: ${published.stated}` : null],
    ['UR', url],
    ['Y2', accessed?.replaceAll('-', '/')],
    ['LA', language],
    ['AN', kept],
    ['ER', ''],
  ];
  return `${lines.flatMap(([tag, value]) => (value === null || value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('')}\r\n`;
}
