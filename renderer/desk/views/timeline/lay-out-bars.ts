import { barOf } from './bar-of.ts';
import type { Dates, Span } from './dated-row.ts';
import { type Lane, packLanes, type Stretch } from './pack-lanes.ts';
import { barPx, laneHeadPx, trackPx, wordsPx } from './timeline-sizes.ts';

const leastPx = 8;

/** `start` is where the bar itself begins; its words stand after it or before it. */
export type Bar = Stretch & { readonly start: number; readonly wordsBefore: boolean };
export type PlacedBar = Bar & { readonly track: number };

/** Every bar of a span in its lane and track; `tops` says where each lane begins, and at its end how high they are together, in pixels. */
export type LaidOut = {
  readonly lanes: readonly Lane<Bar>[];
  readonly tops: readonly number[];
  /** Where the middle of a bar's left edge is; null when it lies outside the span. */
  readonly spotOf: (at: number) => { readonly x: number; readonly y: number } | null;
};

export const nothingLaidOut: LaidOut = { lanes: [], tops: [0], spotOf: () => null };

/** A date is laid out once, however many objects share it. */
export function layOutBars(dates: Dates, span: Span, scale: (moment: number) => number, width: number): LaidOut {
  const edges = dates.bounds.map((bounds) => {
    const parts = barOf(bounds, span);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last || last.to < span.from || first.from > span.to) return null;
    const left = Math.max(-2, scale(first.from));
    const end = Math.max(left + leastPx, Math.min(width, scale(last.to)));
    return withWords(left, end, width);
  });
  const lanes = packLanes(leftmostFirst(dates, edges), (at) => dates.laneOf[at] ?? 0);
  const tops = [0];
  for (const { tracks } of lanes) tops.push((tops.at(-1) ?? 0) + Math.max(1, tracks) * trackPx + laneHeadPx);
  let spots: Map<number, { readonly x: number; readonly y: number }> | null = null;
  return {
    lanes,
    tops,
    spotOf: (at) => {
      spots ??= new Map(
        lanes.flatMap((lane, number) =>
          lane.bars.map((bar) => [bar.at, { x: bar.start, y: (tops[number] ?? 0) + laneHeadPx + bar.track * trackPx + barPx / 2 }]),
        ),
      );
      return spots.get(at) ?? null;
    },
  };
}

/** The words of a bar stand after it, or before it where there is no room after it and enough before. */
function withWords(start: number, end: number, width: number): Omit<Bar, 'at'> {
  const wordsBefore = end + wordsPx > width && start > wordsPx;
  return { start, wordsBefore, left: wordsBefore ? start - wordsPx : start, right: wordsBefore ? end : end + wordsPx };
}

type Edge = Omit<Bar, 'at'> | null;

/** Bars from left to right: many share a date, and only the edges of dates are compared. */
function leftmostFirst({ dateOf }: Dates, edges: readonly Edge[]): readonly Bar[] {
  const byDate: number[][] = edges.map(() => []);
  for (const [at, date] of dateOf.entries()) byDate[date]?.push(at);
  const bars: Bar[] = [];
  const inOrder = edges.flatMap((edge, date) => (edge ? [{ edge, date }] : [])).sort((a, b) => a.edge.left - b.edge.left);
  for (const { edge, date } of inOrder) for (const at of byDate[date] ?? []) bars.push({ at, ...edge });
  return bars;
}

/** The part of the height that is in sight, in pixels from the top. */
export type View = { readonly from: number; readonly to: number };
const marginPx = 100;

/** Numbers of the lanes in sight, and a little before and after them; found in steps that grow with the logarithm of how many there are. */
export function lanesInSight({ lanes, tops }: LaidOut, view: View): readonly number[] {
  let [low, high] = [0, lanes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tops[middle + 1] ?? 0) < view.from - marginPx) low = middle + 1;
    else high = middle;
  }
  const seen: number[] = [];
  for (let at = low; at < lanes.length && (tops[at] ?? 0) <= view.to + marginPx; at += 1) seen.push(at);
  return seen;
}

/** Bars of a lane that are in sight. */
export function barsInSight(lane: Lane<Bar>, top: number, view: View): Lane<Bar>['bars'] {
  return lane.bars.filter(({ track }) => {
    const y = top + laneHeadPx + track * trackPx;
    return y + trackPx > view.from - marginPx && y < view.to + marginPx;
  });
}
