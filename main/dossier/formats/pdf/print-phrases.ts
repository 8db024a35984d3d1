import type { Citation, DossierStatement, Endpoint } from '#shared/dossier/dossier-content.ts';
import { credibilityWords, partWords } from '#shared/dossier/dossier-wording.ts';
import type { Printer } from './printable-text.ts';

export type Print = Printer['print'];

/** A statement with what it cites. */
export function said(print: Print) {
  return ({ label, text, cites }: DossierStatement) => ({ label, text: print(text), cites });
}

/** Names with what they are, without those that are nothing. */
export function facts(pairs: readonly (readonly [string, string | null])[]): readonly (readonly [string, string])[] {
  return pairs.flatMap(([name, value]) => (value === null || value === '' ? [] : [[name, value] as const]));
}

export function rating(credibility: keyof typeof credibilityWords | null): string {
  return credibility === null ? 'not rated' : `${credibility} · ${credibilityWords[credibility]}`;
}

/** For the head of each page. */
export function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 180 ? `${[...line].slice(0, 179).join('')}…` : line;
}

/** A text for a narrow column: a long run of signs may break behind those at which a reader expects it, or it would stand in the next column. */
export function narrow(text: string): string {
  return text.replace(/[^\s\u200b]{14,}/gu, (run) => run.replace(/[/_.\]=&?-](?=.)/gu, '$&\u200b'));
}

/** A digest in two lines. */
export function halves(digest: string): readonly string[] {
  return digest === '' ? [] : [digest.slice(0, 32), digest.slice(32)];
}

/** What has a part of its own is led to; people are named. */
export function end({ label, name }: Endpoint, print: Print): object {
  return label === null || /^[PR]/.test(label) ? { text: print(name) } : { cite: label };
}

/** Where in its exhibit a citation stands. */
export function place({ label, place: where }: Citation, print: Print): object {
  if (where.sort === 'withheld') return { label, sort: 'line', text: 'withheld' };
  if (where.sort === 'whole') return { label, sort: 'line', text: 'as a whole' };
  if (where.sort === 'region') {
    const { x, y, w, h } = where.region;
    return { label, sort: 'line', text: `region ${w} × ${h} pixels at ${x}, ${y}` };
  }
  if (where.sort === 'page' || where.sort === 'time') return { label, sort: 'line', text: partWords(where) };
  return { label, sort: 'quote', prefix: print(where.prefix), exact: print(where.exact), suffix: print(where.suffix) };
}
