import edtf from 'edtf';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isEdtf } from '#shared/domain/moment/edtf-date.ts';

const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
const suffix = fc.constantFrom('', '?', '~', '%', '??', 'Z', '\n', ' ');
const day = fc.tuple(digits(4), digits(2), digits(2)).map((parts) => parts.join('-'));
const stated = fc
  .tuple(
    fc.oneof(
      digits(4),
      fc.tuple(digits(4), digits(2)).map((parts) => parts.join('-')),
      day,
    ),
    suffix,
  )
  .map((parts) => parts.join(''));

test('a date is one exactly where the grammar of EDTF says so, however it was seen', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        stated,
        fc.tuple(stated, stated).map((parts) => parts.join('/')),
      ),
      (text) => {
        expect(isEdtf(text)).toBe(parses(text));
      },
    ),
    {
      numRuns: 3_000,
      examples: [['2025-02-29'], ['2024-02-29'], ['2025-04-31'], ['2025-13'], ['2025-00-01'], ['0000'], ['9999-12-28%'], ['2025-1-1'], ['２０２５']],
    },
  );
});

function parses(text: string): boolean {
  try {
    edtf(text);
    return true;
  } catch {
    return false;
  }
}
