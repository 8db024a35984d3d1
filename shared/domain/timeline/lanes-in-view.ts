import type { LaidLane } from './lay-out-lane.ts';
import { barPx, laneHeadPx, trackPx } from './timeline-sizes.ts';

/** A part of the height, in pixels from the top. */
export type View = { readonly from: number; readonly to: number };
type Laid = { readonly laid: LaidLane };
/** Lanes from the top, and where each begins in pixels. */
export type Stacked<L extends Laid> = { readonly lanes: readonly L[]; readonly tops: readonly number[] };
/** Bars by their place in the lane. */
export type LaneInView<L> = { readonly lane: L; readonly top: number; readonly bars: readonly { readonly place: number; readonly track: number }[] };

/** Where each of such heights begins when they lie one under another; the last number is how high they are together. */
export function topsOf(heights: readonly number[]): readonly number[] {
  const tops = [0];
  let top = 0;
  for (const height of heights) {
    top += height;
    tops.push(top);
  }
  return tops;
}

/** Where the middle of a bar is below the top of its lane, in pixels. */
export function middleOf(track: number): number {
  return laneHeadPx + track * trackPx + barPx / 2;
}

/** The lanes in a view with their bars there; found in steps that grow with the logarithm of how many lanes there are. */
export function inView<L extends Laid>({ lanes, tops }: Stacked<L>, view: View): readonly LaneInView<L>[] {
  let [low, high] = [0, lanes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tops[middle + 1] ?? 0) < view.from) low = middle + 1;
    else high = middle;
  }
  const seen: LaneInView<L>[] = [];
  for (let at = low; at < lanes.length && (tops[at] ?? 0) <= view.to; at += 1) {
    const [lane, top] = [lanes[at], tops[at] ?? 0];
    if (lane) seen.push({ lane, top, bars: barsInView(lane.laid, { from: view.from - top, to: view.to - top }) });
  }
  return seen;
}

function barsInView({ trackOf }: LaidLane, view: View): LaneInView<Laid>['bars'] {
  const bars: { place: number; track: number }[] = [];
  for (const [place, track] of trackOf.entries()) {
    const y = laneHeadPx + track * trackPx;
    if (track >= 0 && y + trackPx > view.from && y < view.to) bars.push({ place, track });
  }
  return bars;
}
