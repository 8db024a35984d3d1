import { expect, test } from 'vitest';
import { datesOf } from '#renderer/desk/views/timeline/dated-row.ts';
import { layOutBars } from '#renderer/desk/views/timeline/lay-out-bars.ts';

const span = { from: Date.parse('2024-01-01'), to: Date.parse('2026-01-01') };
const placed = (date: string, width: number) => {
  const dates = datesOf({ dates: [date], dateOf: [0], laneOf: [0], senseOf: [0] });
  const scale = (moment: number) => ((moment - span.from) / (span.to - span.from)) * width;
  const bar = layOutBars(dates, span, scale, width).lanes[0]?.bars[0];
  return bar && { start: Math.round(bar.start), left: Math.round(bar.left), right: Math.round(bar.right), wordsBefore: bar.wordsBefore };
};

test('words stand after their bar where there is room for them', () => {
  expect(placed('2024-07-01', 1_000)).toEqual({ start: 249, left: 249, right: 447, wordsBefore: false });
});

test('at the end of the line they stand before it, and the bar stays where it is', () => {
  expect(placed('2025-12-01', 1_000)).toEqual({ start: 958, left: 768, right: 966, wordsBefore: true });
});

test('where there is no room on either side they stand over its end', () => {
  expect(placed('2024-02/2025-12', 1_000)).toMatchObject({ start: 42, left: 42, wordsBefore: false });
});
