import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visibleName } from '#shared/domain/evidence/visible-name.ts';

test('a name that would be read backwards, or hides letters, is shown with marks in place of what does it', () => {
  expect(visibleName('invoice-\u202Egpj.exe')).toBe('invoice-[RLO]gpj.exe');
  expect(visibleName('\u2066Kim\u2069\u200b \ufeffJong')).toBe('[LRI]Kim[PDI][ZWSP] [BOM]Jong');
  expect(visibleName('a\u0000b\u{e0041}c\u3164d')).toBe('a[U+0000]b[U+E0041]c[U+3164]d');
  expect(visibleName('two\nlines')).toBe('two lines');
});

test('names of every script stay as they are written, joiners of their spelling included', () => {
  for (const name of ['Володимир Зеленський', '국가정보원', 'می‌خواهم', 'क्‍ष', '👩‍🔬', 'Zoë', 'עברית', 'e\u0301']) expect(visibleName(name)).toBe(name);
  expect(visibleName('pay\u200dpal')).toBe('pay[ZWJ]pal');
});

test('whatever a name holds, nothing in what is shown changes the direction of what follows', () =>
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(visibleName(name)).not.toMatch(/[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c\p{Cc}]/u);
    }),
    { numRuns: 30 },
  ));
