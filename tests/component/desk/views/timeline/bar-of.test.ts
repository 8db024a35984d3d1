import fc from 'fast-check';
import { expect, test } from 'vitest';
import { barOf, spanOf } from '#renderer/desk/views/timeline/bar-of.ts';
import { packLanes } from '#renderer/desk/views/timeline/pack-lanes.ts';
import { tickWords } from '#renderer/desk/views/timeline/tick-words.ts';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { momentBounds } from '#shared/domain/moment/moment-bounds.ts';

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
  expect(spanOf([], 0).to).toBeGreaterThan(spanOf([], 0).from);
});

test('bars that would cover each other get tracks of their own, bars of other lanes do not matter', () => {
  const bars = [
    { at: 1, left: 0, right: 100 },
    { at: 11, left: 10, right: 60 },
    { at: 2, left: 50, right: 150 },
    { at: 3, left: 120, right: 130 },
  ];
  const lanes = packLanes(bars, (at) => (at > 10 ? 1 : 0));
  expect(lanes.map(({ id, tracks, bars: placed }) => [id, tracks, placed.map(({ at, track }) => `${at}@${track}`)])).toEqual([
    [0, 2, ['1@0', '2@1', '3@0']],
    [1, 1, ['11@0']],
  ]);
});

test('each bar lies in the first track with room, as when every track is tried, and thousands that overlap are packed at once', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ left: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 30 }) }), { maxLength: 60 }), (drawn) => {
      const bars = drawn.map(({ left, length }, at) => ({ at, left, right: left + length })).sort((a, b) => a.left - b.left);
      const ends: number[] = [];
      const tried = bars.map(({ left, right }) => {
        const free = ends.findIndex((end) => end < left);
        const track = free < 0 ? ends.length : free;
        ends[track] = right;
        return track;
      });
      expect(packLanes(bars, () => 0)[0]?.bars.map(({ track }) => track) ?? []).toEqual(tried);
    }),
  );
  const many = Array.from({ length: 60_000 }, (_, at) => ({ at, left: 0, right: 190 }));
  expect(packLanes(many, () => 0)[0]?.tracks).toBe(60_000);
});

test('a tick says as much as tells it from the next, and the year where one begins', () => {
  expect(tickWords(new Date('2025-01-01T00:00:00Z'), 86_400_000)).toBe('2025');
  expect(tickWords(new Date('2025-01-11T00:00:00Z'), 86_400_000)).toBe('Jan 11');
  expect(tickWords(new Date('2025-01-11T09:30:00Z'), 900_000)).toBe('09:30');
  expect(tickWords(new Date('2025-03-01T00:00:00Z'), 31 * 86_400_000)).toBe('Mar');
});
