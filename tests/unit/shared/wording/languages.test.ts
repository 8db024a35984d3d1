import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, test } from 'vitest';
import { languageFor } from '#shared/kernel/languages.ts';
import { counted } from '#shared/wording/counting.ts';
import { unlockWords } from '#shared/wording/english/unlock.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { inLanguage, speak } from '#shared/wording/speak.ts';
import { allWords, isSpoken, languageTag } from '#shared/wording/spoken.ts';
import { ukrainian } from '#shared/wording/ukrainian/ukrainian.ts';

const folder = join(import.meta.dirname, '../../../../shared/wording/english');
const exported = new Map<string, unknown>();
beforeAll(async () => {
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts')))
    for (const [name, value] of Object.entries((await import(join(folder, file))) as object)) exported.set(name, value);
});
afterEach(() => speak('en'));

test('words follow the language that is spoken, and what it lacks is said in English', () => {
  speak('uk');
  expect([linksWords.title, linksWords.dialog.swap, languageTag()]).toEqual(['Зв’язки', 'Поміняти місцями', 'uk']);
  speak('fr');
  expect(linksWords.title).toBe('Links');
  speak('en');
  expect([linksWords.title, languageTag()]).toEqual(['Links', 'en']);
});

test('words can be had in a language of their own, whatever is spoken', () => {
  expect(inLanguage(linksWords, 'uk').title).toBe('Зв’язки');
  expect(linksWords.title).toBe('Links');
});

test('the pseudo-language changes and lengthens every word, those of functions too', () => {
  speak('qps-ploc');
  expect(linksWords.title).toBe('⟦Ļîñķš~~⟧');
  expect(unlockWords.words.check(3)).toMatch(/^⟦Ŵöŕð 3~+⟧$/);
});

test('a system’s wishes become a language of ours', () => {
  expect(languageFor(['uk_UA.UTF-8'])).toBe('uk');
  expect(languageFor(['de-DE', 'fr-CA'])).toBe('fr');
  expect(languageFor([undefined, 'C'])).toBe('en');
});

test('plurals follow the rules of the language', () => {
  const forms = { one: 'доказ', few: 'докази', many: 'доказів', other: 'доказу' };
  expect([1, 2, 5, 11, 21, 22, 25, 1_001].map((count) => counted('uk', count, forms))).toEqual([
    '1 доказ',
    '2 докази',
    '5 доказів',
    '11 доказів',
    '21 доказ',
    '22 докази',
    '25 доказів',
    '1\u00a0001 доказ',
  ]);
});

test('every set of words is declared under the name it is exported by, so that a translation finds it', () => {
  const wrong = [...exported].filter(([, value]) => typeof value === 'object' && value !== null && !isSpoken(value)).map(([name]) => name);
  expect(wrong, 'exported without spoken(…)').toEqual([]);
  const names = new Map(allWords().map(({ live, name }) => [live, name]));
  const misnamed = [...exported].filter(([name, value]) => typeof value === 'object' && names.get(value as object) !== name).map(([name]) => name);
  expect(misnamed).toEqual([]);
});

test('Ukrainian lacks nothing', () => {
  const said = ukrainian as { readonly [name: string]: object };
  expect(allWords().flatMap(({ name, english }) => lackingIn(name, english, said[name]))).toEqual([]);
});

test('Ukrainian says nothing that English does not', () => {
  const english = new Map(allWords().map((words) => [words.name, words.english]));
  const extra = Object.entries(ukrainian).flatMap(([name, said]) => lackingIn(name, said, english.get(name)));
  expect(extra).toEqual([]);
});

/** Paths of the words in `wanted` for which `there` has none. */
function lackingIn(path: string, wanted: unknown, there: unknown): readonly string[] {
  if (typeof wanted !== 'object' || wanted === null) return there === undefined ? [path] : [];
  if (isSpoken(wanted) || path.endsWith('.keyNames')) return [];
  return Object.entries(wanted).flatMap(([key, value]) =>
    lackingIn(`${path}.${key}`, value, (there as { readonly [key: string]: unknown } | undefined)?.[key]),
  );
}
