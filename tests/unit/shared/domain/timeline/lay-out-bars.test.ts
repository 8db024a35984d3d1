import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { momentBounds } from '#shared/domain/moment/moment-bounds.ts';
import { barEdges } from '#shared/domain/timeline/bar-edges.ts';
import { inView, laneDates, layOutBars } from '#shared/domain/timeline/lay-out-bars.ts';
import { trackFor } from '#shared/domain/timeline/pack-lanes.ts';
import { barPx, laneHeadPx, trackPx } from '#shared/domain/timeline/timeline-sizes.ts';

const span = { from: Date.parse('2024-01-01'), to: Date.parse('2026-01-01') };
const bounds = (date: string) => momentBounds(date as EdtfDate);
const placed = (date: string, width: number) => {
  const edges = barEdges(bounds(date), span, width);
  return edges && { start: Math.round(edges.start), left: Math.round(edges.left), right: Math.round(edges.right), wordsBefore: edges.wordsBefore };
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

test('a date outside of the span has no bar', () => {
  expect(placed('2030', 1_000)).toBeNull();
});

test('each bar lies in the first track with room, as when every track is tried, and thousands that overlap are packed at once', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ left: fc.integer({ min: 0, max: 60 }), length: fc.integer({ min: 0, max: 30 }) }), { maxLength: 60 }), (drawn) => {
      const bars = drawn.map(({ left, length }) => ({ left, right: left + length })).sort((a, b) => a.left - b.left);
      const ends: number[] = [];
      const tried = bars.map(({ left, right }) => {
        const free = ends.findIndex((end) => end < left);
        const track = free < 0 ? ends.length : free;
        ends[track] = right;
        return track;
      });
      const lane = { ends: [], heaps: null };
      expect(bars.map(({ left, right }) => trackFor(lane, left, right))).toEqual(tried);
    }),
  );
  const lane = { ends: [] as number[], heaps: null };
  for (let bar = 0; bar < 60_000; bar += 1) trackFor(lane, 0, 190);
  expect(lane.ends).toHaveLength(60_000);
});

const days = ['2024-03-01', '2024-03-02', '2024-09-01', '2025-06-01', '2031'];
const inLanes = fc.array(fc.record({ date: fc.nat(days.length - 1), lane: fc.nat(3) }), { maxLength: 80 });

test('in a lane no two bars cover each other, and what was found in all parts of the height is the whole', () => {
  fc.assert(
    fc.property(inLanes, fc.integer({ min: 40, max: 400 }), (drawn, step) => {
      const dateOf = Uint32Array.from(drawn, ({ date }) => date);
      const laneOf = Uint32Array.from(drawn, ({ lane }) => lane);
      const dates = laneDates(days.map(bounds), dateOf, laneOf, 4);
      const laid = layOutBars(dates, span, 900);
      const height = laid.tops.at(-1) ?? 0;
      const whole = inView(dates, laid, { from: 0, to: height });
      const shown = whole.flatMap(({ lane, bars }) => bars.map(({ place, track }) => ({ lane, place, track })));
      expect(new Set(shown.map(({ place }) => place))).toEqual(new Set(drawn.flatMap(({ date }, place) => (days[date] === '2031' ? [] : [place]))));
      for (const { lane, place, track } of shown) {
        expect(lane).toBe(laneOf[place]);
        const one = barEdges(bounds(days[dateOf[place] ?? 0] ?? ''), span, 900);
        for (const other of shown) {
          if (other.lane !== lane || other.track !== track || other.place === place) continue;
          const two = barEdges(bounds(days[dateOf[other.place] ?? 0] ?? ''), span, 900);
          expect(one && two && (one.right < two.left || two.right < one.left)).toBe(true);
        }
      }
      const parts = new Set<number>();
      for (let from = 0; from < height; from += step)
        for (const { bars } of inView(dates, laid, { from, to: from + step })) for (const { place } of bars) parts.add(place);
      expect(parts).toEqual(new Set(shown.map(({ place }) => place)));
      for (const { top, bars } of whole) for (const { place, track } of bars) expect(laid.middleOf(place)).toBe(top + laneHeadPx + track * trackPx + barPx / 2);
    }),
  );
});
