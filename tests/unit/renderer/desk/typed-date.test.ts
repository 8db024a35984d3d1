import { expect, it } from 'vitest';
import { typedDate } from '#renderer/desk/components/date-field/typed-date.ts';
import { languageName, typedLanguage } from '#renderer/desk/components/language-field/typed-language.ts';

it.each([
  ['12 January 2025', '2025-01-12'],
  ['January 12, 2025', '2025-01-12'],
  [' 2 sept. 2024 ', '2024-09-02'],
  ['March 2024', '2024-03'],
  ['12.01.2025', '2025-01-12'],
  ['1. May 2024', '2024-05-01'],
])('reads the date that people write as %s', (written, edtf) => {
  expect(typedDate(written)).toBe(edtf);
});

it.each(['01/02/2025', '31 February 2025', '12 Ju 2025', 'Ju 2025', '2025', 'yesterday', '12 January', 'Smarch 2025', '32.01.2025', '01.13.2025', ''])(
  'leaves alone what is no date, or could be two: %s',
  (written) => {
    expect(typedDate(written)).toBeNull();
  },
);

it('knows a language by its name, in English and in its own, and leaves tags and other words alone', () => {
  expect(['English', 'ukrainian', 'русский', '한국어', 'Tuvinian'].map(typedLanguage)).toEqual(['en', 'uk', 'ru', 'ko', 'tyv']);
  expect(['en', 'ko-KP', 'nonsense', ''].map(typedLanguage)).toEqual([null, null, null, null]);
  expect([languageName('uk', 'en'), languageName('not a tag', 'en'), languageName('xyz', 'en')]).toEqual(['Ukrainian', null, null]);
});
