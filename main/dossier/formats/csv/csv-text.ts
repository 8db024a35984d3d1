import type { Cell } from '../tables-of.ts';
import { visibleText } from '../visible-text.ts';

/**
 * A table as CSV (RFC 4180) with a byte order mark, which spreadsheets ask for to read UTF-8. Every field is quoted. Words that a
 * spreadsheet would take for a formula get an apostrophe in front (OWASP, CSV injection), also those in full-width forms.
 */
export function csvText(columns: readonly string[], rows: Iterable<readonly Cell[]>): string {
  let text = `\ufeff${line(columns)}`;
  for (const row of rows) text += line(row);
  return text;
}

function line(cells: readonly Cell[]): string {
  return `${cells.map(field).join(',')}\r\n`;
}

function field(cell: Cell): string {
  if (cell === null) return '""';
  // A number of ours is no formula, whatever its sign.
  const words = typeof cell === 'number' ? String(cell) : defused(visibleText(cell));
  return `"${words.replaceAll('"', '""')}"`;
}

/** Also behind blanks and quotation marks, which programs strip before they look. */
const formula = /^[\s\p{Zs}"']*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function defused(text: string): string {
  return looksLikeFormula(text) ? `'${text}` : text;
}

export function looksLikeFormula(text: string): boolean {
  return formula.test(text);
}
