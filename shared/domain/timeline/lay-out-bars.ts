import type { MomentBounds } from '../moment/moment-bounds.ts';
import { barEdges } from './bar-edges.ts';
import type { Span } from './bar-of.ts';
import { type Packed, trackFor } from './pack-lanes.ts';
import { type PlacesBy, placesBy, placesOf } from './places-by.ts';
import { barPx, laneHeadPx, trackPx } from './timeline-sizes.ts';

/** Dates place by place in the order of time: which of `bounds` each has, and which of so many lanes it lies in. */
export type LaneDates = {
  readonly bounds: readonly MomentBounds[];
  readonly dateOf: Uint32Array;
  readonly laneOf: Uint32Array;
  readonly byDate: PlacesBy;
  readonly byLane: PlacesBy;
};

export function laneDates(bounds: readonly MomentBounds[], dateOf: Uint32Array, laneOf: Uint32Array, lanes: number): LaneDates {
  return { bounds, dateOf, laneOf, byDate: placesBy(dateOf, bounds.length), byLane: placesBy(laneOf, lanes) };
}

/** Every bar of a span in its lane and track. */
export type LaidOut = {
  /** By place; -1 where the date lies outside of the span. */
  readonly trackOf: Int32Array;
  /** Lanes from the top, those that begin first. */
  readonly lanes: readonly number[];
  /** Where each of `lanes` begins, in pixels; the last number is how high they are together. */
  readonly tops: readonly number[];
  /** Where the middle of a bar is from the top, in pixels; null when it lies outside of the span. */
  readonly middleOf: (place: number) => number | null;
};

/** A date is measured once, however many objects share it; a hundred thousand bars take some milliseconds. */
export function layOutBars(dates: LaneDates, span: Span, width: number): LaidOut {
  const trackOf = new Int32Array(dates.dateOf.length).fill(-1);
  const packed = new Map<number, Packed & { begins: number }>();
  for (const { edges, date } of leftmostFirst(dates, span, width)) {
    for (const place of placesOf(dates.byDate, date)) {
      const lane = dates.laneOf[place] ?? 0;
      let into = packed.get(lane);
      if (!into) {
        into = { ends: [], heaps: null, begins: edges.start };
        packed.set(lane, into);
      }
      into.begins = Math.min(into.begins, edges.start);
      trackOf[place] = trackFor(into, edges.left, edges.right);
    }
  }
  const tops = [0];
  const topOf = new Map<number, number>();
  // By where bars begin: the words of one may stand before it.
  const lanes = [...packed].sort(([, one], [, other]) => one.begins - other.begins);
  for (const [lane, { ends }] of lanes) {
    const top = tops.at(-1) ?? 0;
    topOf.set(lane, top);
    tops.push(top + Math.max(1, ends.length) * trackPx + laneHeadPx);
  }
  return {
    trackOf,
    lanes: lanes.map(([lane]) => lane),
    tops,
    middleOf: (place) => {
      const track = trackOf[place] ?? -1;
      return track < 0 ? null : (topOf.get(dates.laneOf[place] ?? -1) ?? 0) + laneHeadPx + track * trackPx + barPx / 2;
    },
  };
}

/** Many objects share a date, and only the edges of dates are compared. */
function leftmostFirst({ bounds }: LaneDates, span: Span, width: number) {
  return bounds
    .flatMap((each, date) => {
      const edges = barEdges(each, span, width);
      return edges ? [{ edges, date }] : [];
    })
    .sort((a, b) => a.edges.left - b.edges.left);
}

/** A part of the height, in pixels from the top. */
export type View = { readonly from: number; readonly to: number };
export type LaneInView = { readonly lane: number; readonly top: number; readonly bars: readonly { readonly place: number; readonly track: number }[] };

/** The lanes in a view with their bars there; found in steps that grow with the logarithm of how many lanes there are. */
export function inView({ byLane }: LaneDates, { lanes, tops, trackOf }: LaidOut, view: View): readonly LaneInView[] {
  let [low, high] = [0, lanes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((tops[middle + 1] ?? 0) < view.from) low = middle + 1;
    else high = middle;
  }
  const seen: LaneInView[] = [];
  for (let at = low; at < lanes.length && (tops[at] ?? 0) <= view.to; at += 1) {
    const [lane, top] = [lanes[at] ?? 0, tops[at] ?? 0];
    const bars: { place: number; track: number }[] = [];
    for (const place of placesOf(byLane, lane)) {
      const track = trackOf[place] ?? -1;
      const y = top + laneHeadPx + track * trackPx;
      if (track >= 0 && y + trackPx > view.from && y < view.to) bars.push({ place, track });
    }
    seen.push({ lane, top, bars });
  }
  return seen;
}
