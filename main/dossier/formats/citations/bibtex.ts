import { type CitedSource, isoDate } from './cited-source.ts';

const special: { readonly [character: string]: string } = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
  '^': '\\^{}',
  '~': '\\textasciitilde{}',
};

/** Sources as a bibliography of biblatex 3 in UTF-8, which LaTeX, JabRef and Zotero read; dates as biblatex takes EDTF. */
export function bibTex(sources: readonly CitedSource[]): string {
  return sources.map(entry).join('\n');
}

function entry(source: CitedSource): string {
  const { key, kind, title, author, publisher, language, url, published, accessed, kept } = source;
  // biblatex wants an address of what is online.
  const type = url !== null && (kind === 'article' || kind === 'post' || kind === 'broadcast') ? 'online' : 'misc';
  const date = published && published.parts.length > 0 ? `${published.parts.map((parts) => isoDate(parts)).join('/')}` : null;
  const fields: readonly (readonly [string, string | null])[] = [
    ['title', braced(title)],
    // A second pair of braces keeps a name of several words whole.
    ['author', author && `{${braced(author)}}`],
    ['organization', publisher && braced(publisher)],
    ['date', date && (published?.circa ? date.replaceAll(/(?=\/|$)/g, '~') : date)],
    ['url', url],
    ['urldate', url && accessed],
    ['langid', language && languages[language.slice(0, 2)] ? (languages[language.slice(0, 2)] ?? null) : null],
    ['note', kept && braced(`Exhibit ${kept}`)],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null || value === '' ? [] : [`  ${name} = {${value}},\n`]));
  return `@${type}{${key},\n${lines.join('')}}\n`;
}

function braced(text: string): string {
  return text.replace(/[\\{}%&$#_^~]/g, (character) => special[character] ?? character);
}

/** Names that biblatex takes from babel. */
const languages: { readonly [code: string]: string } = {
  en: 'english',
  fr: 'french',
  de: 'german',
  es: 'spanish',
  it: 'italian',
  pt: 'portuguese',
  nl: 'dutch',
  pl: 'polish',
  uk: 'ukrainian',
  ru: 'russian',
};
