import { expect, it } from 'vitest';
import { narrow } from '#main/dossier/formats/pdf/print-phrases.ts';

it.each([
  ['2024-12/2025-01', '2024-​12/​2025-​01'],
  ['right[U+202E]to[U+0007]left', 'right[U+202E]​to[U+0007]​left'],
  ['see IMG_2025_01_12_copy.jpg', 'see IMG_​2025_​01_​12_​copy.​jpg'],
  ['2025-01-11', '2025-01-11'],
  ['Le Monde with AFP, 12 January 2025.', 'Le Monde with AFP, 12 January 2025.'],
])('may break in a narrow column where a reader expects it: %s', (text, printed) => {
  expect(narrow(text)).toBe(printed);
});
