import { codePointInWords, visibleText } from './visible-text.ts';

/** XML 1.0 that is well-formed by construction. Only {@link xml} makes it; any other string put into a template comes out as text. */
export type Xml = { readonly xml: string };
type Part = string | number | Xml | readonly Xml[] | null;

export const nothing: Xml = { xml: '' };
const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** Joins markup written by us with values written by others. Characters that XML cannot hold, or that nobody sees, are written out. */
export function xml(strings: TemplateStringsArray, ...parts: readonly Part[]): Xml {
  return { xml: strings.reduce((before, string, index) => before + safe(parts[index - 1] ?? null) + string) };
}

/** A whole XML file. */
export function xmlFile(root: Xml): string {
  return `${xmlHead}${root.xml}\n`;
}

function safe(part: Part): string {
  if (part === null) return '';
  if (typeof part === 'string' || typeof part === 'number') return escapeXml(visibleText(String(part)));
  if ('xml' in part) return part.xml;
  return part.map(({ xml: text }) => text).join('');
}

const entities: { readonly [character: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\t': '&#9;',
};
function escapeXml(text: string): string {
  return text.replace(/[&<>"'\n\t]/g, (character) => entities[character] ?? codePointInWords(character));
}
