import { expect, test } from 'vitest';

import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { momentBounds } from '#shared/domain/moment/moment-bounds.ts';
import { barOf, spanOf } from '#shared/domain/timeline/bar-of.ts';

const span = { from: Date.parse('2024-01-01'), to: Date.parse('2026-01-01') };
const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
const bar = (date: string) => barOf(momentBounds(date as EdtfDate), span).map(({ from, to, look }) => `${look} ${day(from)} ${day(to)}`);

test('a day is a solid bar of that day', () => {
  expect(bar('2025-01-11')).toEqual(['sure 2025-01-11 2025-01-12']);
});

test('an interval is solid where it holds in any case, and only possible at its ends', () => {
  expect(bar('2025-01-09/2025-01-12')).toEqual(['possible 2025-01-09 2025-01-10', 'sure 2025-01-10 2025-01-12', 'possible 2025-01-12 2025-01-13']);
  expect(bar('2024-12/2025-01')).toEqual(['possible 2024-12-01 2025-02-01']);
});

test('an approximate date fades out on both sides, an unspecified one is only possible', () => {
  expect(bar('2024-12~').map((part) => part.split(' ')[0])).toEqual(['near', 'sure', 'near']);
  expect(bar('2025-XX')).toEqual(['possible 2025-01-01 2026-01-01']);
});

test('an open or unknown end reaches the edge of what is shown', () => {
  expect(bar('2025-01/..')).toEqual(['open 2025-01-01 2026-01-01']);
  expect(bar('../2025-01')).toEqual(['open 2024-01-01 2025-02-01']);
});

test('the span holds every stated edge with some air, and is something when nothing is stated', () => {
  const whole = spanOf([momentBounds('2025-01-11' as EdtfDate), momentBounds('2024-12/..' as EdtfDate)], 0);
  expect(whole.from).toBeLessThan(Date.parse('2024-12-01'));
  expect(whole.to).toBeGreaterThan(Date.parse('2025-01-12'));
  const about = momentBounds('2024-12~' as EdtfDate);
  const [first, last] = [barOf(about, whole)[0], barOf(about, whole).at(-1)];
  expect(spanOf([about], 0).from).toBeLessThan(first?.from ?? Number.NaN);
  expect(spanOf([about], 0).to).toBeGreaterThan(last?.to ?? Number.NaN);
  expect(spanOf([], 0).to).toBeGreaterThan(spanOf([], 0).from);
});
