import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { EdtfDate } from '#shared/domain/moment/edtf-date.ts';
import { momentBounds } from '#shared/domain/moment/moment-bounds.ts';
import { barEdges } from '#shared/domain/timeline/bar-edges.ts';
import { inView, middleOf, topsOf } from '#shared/domain/timeline/lanes-in-view.ts';
import { layOutLane } from '#shared/domain/timeline/lay-out-lane.ts';
import { trackFor } from '#shared/domain/timeline/pack-lanes.ts';

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

const days = ['2024-03-01', '2024-03-02', '2024-09-01', '2025-06-01', '2025-12-01', '2031'];
const edgesOn = (day: number) => barEdges(bounds(days[day] ?? ''), span, 900);
const inLanes = fc.array(
  fc.array(fc.nat(days.length - 1), { maxLength: 40 }).map((drawn) => drawn.sort((a, b) => a - b)),
  { maxLength: 5 },
);
function laidOut(lane: readonly number[]) {
  const steps = layOutLane(lane.map(edgesOn));
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

test('in a lane no two bars cover each other, and what was found in all parts of the height is the whole', () => {
  fc.assert(
    fc.property(inLanes, fc.integer({ min: 40, max: 400 }), (drawn, step) => {
      const lanes = drawn.flatMap((dates, number) => {
        const laid = laidOut(dates);
        expect(laid === null, 'a lane without a bar in the span is none').toBe(dates.every((day) => edgesOn(day) === null));
        return laid ? [{ number, dates, laid }] : [];
      });
      for (const { dates, laid } of lanes) {
        const shown = dates.flatMap((day) => edgesOn(day) ?? []);
        expect(laid.begins).toBe(Math.min(...shown.map(({ start }) => start)));
        expect(edgesOn(dates[laid.first] ?? -1)).toEqual(shown[0]);
        for (const [place, track] of laid.trackOf.entries()) {
          const one = edgesOn(dates[place] ?? -1);
          expect(track === -1).toBe(one === null);
          for (const [beside, other] of laid.trackOf.entries()) {
            if (other !== track || beside === place || !one) continue;
            const two = edgesOn(dates[beside] ?? -1);
            expect(two && (one.right < two.left || two.right < one.left)).toBe(true);
          }
        }
      }
      const stacked = { lanes, tops: topsOf(lanes.map(({ laid }) => laid.height)) };
      const height = stacked.tops.at(-1) ?? 0;
      const told = (from: number, to: number) =>
        inView(stacked, { from, to }).flatMap(({ lane, top, bars }) => bars.map(({ place, track }) => `${lane.number} ${place} ${top + middleOf(track)}`));
      const whole = told(0, height);
      expect(whole).toHaveLength(lanes.reduce((sum, { laid }) => sum + laid.trackOf.filter((track) => track >= 0).length, 0));
      const parts = new Set<string>();
      for (let from = 0; from < height; from += step) for (const bar of told(from, from + step)) parts.add(bar);
      expect(parts).toEqual(new Set(whole));
    }),
  );
});

test('a lane of tens of thousands of bars is laid out with pauses', () => {
  const measured = days.map((_, day) => edgesOn(day));
  let pauses = 0;
  for (const _ of layOutLane(Array.from({ length: 60_000 }, (_each, at) => measured[at % 5] ?? null))) pauses += 1;
  expect(pauses).toBeGreaterThanOrEqual(60);
});
