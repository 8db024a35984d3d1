import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvText } from '#main/dossier/formats/csv/csv-text.ts';

/** A reader of RFC 4180 that knows nothing of the writer. */
function parse(csv: string): string[][] {
  const rows: string[][] = [[]];
  const fields = /("(?:[^"]|"")*"|[^,\r\n]*)(,|\r\n|$)/gy;
  for (let match = fields.exec(csv); match && match.index < csv.length; match = fields.exec(csv)) {
    const [, field = '', end = ''] = match;
    rows.at(-1)?.push(field.startsWith('"') ? field.slice(1, -1).replaceAll('""', '"') : field);
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('gives every field back, with an apostrophe before what a spreadsheet would reckon', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.string({ unit: fc.constantFrom('a', '"', ',', '=', '-', ' ', '\n', 'ж', '＝') }), fc.integer()), { maxLength: 8 }),
        (rows) => {
          const [, ...read] = parse(csvText(['words', 'number'], rows).slice(1));
          expect(read).toHaveLength(rows.length);
          for (const [index, [words, number]] of rows.entries()) {
            expect(read[index]?.[0]?.replace(/^'/, '')).toBe(words);
            expect(read[index]?.[0]).not.toMatch(/^[\s"]*[=+\-@＝＋－＠]/u);
            expect(read[index]?.[1]).toBe(String(number));
          }
        },
      ),
    );
  });

  it('defuses a formula behind blanks, quotation marks, a tab, a line end, and in full width', () => {
    for (const words of ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1', '"=1"', '＝1', '＋1', '－1', '＠x', '\u00a0=1']) {
      expect(csvText([], [[words]]).split('\r\n')[1]).toMatch(/^"'/);
    }
    for (const words of ['A=1', '2025-01-12', 'C1', '제7', '']) expect(csvText([], [[words]])).not.toContain(`"'`);
  });

  it('begins with a byte order mark and ends each line as the standard has it', () => {
    expect(csvText(['a'], [[null], [-1.5]])).toBe('\ufeff"a"\r\n""\r\n"-1.5"\r\n');
  });
});
