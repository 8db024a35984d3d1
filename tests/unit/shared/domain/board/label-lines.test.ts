import fc from 'fast-check';
import { expect, it } from 'vitest';
import { labelLines, shortened } from '#shared/domain/board/label-lines.ts';

it.each([
  ['Seoul', ['Seoul']],
  ['The men were brought to Kyiv', ['The men were brought to', 'Kyiv']],
  ['Nearly 3,000 North Korean soldiers were killed or wounded there', ['Nearly 3,000 North', 'Korean soldiers were ki…']],
  ['북한군 병사 두 명이 쿠르스크 지역에서 생포되었다', ['북한군 병사 두 명이', '쿠르스크 지역에서 생포되…']],
  ['lemonde-2025-01-12-a-long-name-of-a-file.html', ['lemonde-2025-01-12-a-', 'long-name-of-a-file.html']],
  ['Donaudampfschifffahrtsgesellschaft', ['Donaudampfschifffahrtsge', 'sellschaft']],
  ['two\n lines', ['two lines']],
  ['', ['']],
])('%j stands in one line or two', (label, lines) => {
  expect(labelLines(label, 24)).toEqual(lines);
});

it('nothing but the end is lost, and no letter of two units is torn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 120 }), (label) => {
      const joined = labelLines(label, 24).join(' ');
      const whole = label.replace(/\s+/gu, ' ').trim().replaceAll(' ', '');
      const kept = joined.replaceAll(' ', '');
      expect(kept === whole || (kept.endsWith('…') && whole.startsWith(kept.slice(0, -1)))).toBe(true);
      expect(joined).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

it('what fits stays as it is', () => {
  expect(shortened('Claim · disputed', 16)).toBe('Claim · disputed');
  expect(shortened('Claim · disputed', 15)).toBe('Claim · disput…');
});
