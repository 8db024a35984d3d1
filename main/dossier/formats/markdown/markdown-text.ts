import { visibleText } from '../visible-text.ts';

/** Words of the case inside Markdown (CommonMark): no mark-up, no HTML, no link and no embed can come out of them. */
export function plain(text: string): string {
  return visibleText(text)
    .replace(/[\\`*_{}[\]<>#|!$~=^%&]/g, '\\$&')
    .replace(/^([ \t]*)([-+]|\d+[.)])/gm, '$1\\$2')
    .replace(/\n(?!\n)/g, '  \n');
}

/** The same on one line, as headings and tables need it. */
export function plainLine(text: string): string {
  return plain(visibleText(text).replace(/\s+/g, ' ').trim());
}

export function quoted(text: string): string {
  return plain(text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** Front matter in YAML 1.2; values in JSON, which YAML reads. Null values are left out. */
export function frontMatter(values: { readonly [name: string]: string | number | readonly string[] | null }): string {
  const lines = Object.entries(values).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${JSON.stringify(shown(value))}\n`]));
  return `---\n${lines.join('')}---\n\n`;
}

function shown(value: string | number | readonly string[]): string | number | readonly string[] {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? visibleText(value) : value.map(visibleText);
}
