import type { BarEdges } from './bar-edges.ts';
import { type Packed, trackFor } from './pack-lanes.ts';
import { laneHeadPx, trackPx } from './timeline-sizes.ts';

/**
 * The bars of one lane, each by its place in the lane: in which track it lies, -1 outside of the span. `first`: the place of the first within the span;
 * `begins`: where a bar does first, in pixels.
 */
export type LaidLane = { readonly trackOf: readonly number[]; readonly first: number; readonly height: number; readonly begins: number };

/** Bars between one pause and the next. */
const barsAtATime = 1_000;

/** Lays out the bars of a lane, which come in the order of time; null when none of them is in the span. Pauses now and then, for whoever has others to let in. */
export function* layOutLane(edgesOf: readonly (BarEdges | null)[]): Generator<void, LaidLane | null> {
  const lane: Packed = { ends: [], heaps: null };
  const trackOf: number[] = new Array<number>(edgesOf.length).fill(-1);
  let begins = Number.POSITIVE_INFINITY;
  let bars = 0;
  for (const place of leftmostFirst(edgesOf)) {
    const edges = edgesOf[place];
    if (!edges) continue;
    trackOf[place] = trackFor(lane, edges.left, edges.right);
    // The words of one bar may stand before it.
    begins = Math.min(begins, edges.start);
    bars += 1;
    if (bars % barsAtATime === 0) yield;
  }
  return bars === 0 ? null : { trackOf, first: trackOf.findIndex((track) => track >= 0), height: lane.ends.length * trackPx + laneHeadPx, begins };
}

/** Places by their left edge, of equal ones in the order of time. Most lanes are in order as they are; of others few edges differ, and only those are compared. */
function leftmostFirst(edgesOf: readonly (BarEdges | null)[]): Iterable<number> {
  let last = Number.NEGATIVE_INFINITY;
  const sorted = edgesOf.every((edges) => {
    if (edges === null) return true;
    const fits = last <= edges.left;
    last = edges.left;
    return fits;
  });
  if (sorted) return edgesOf.keys();
  const byLeft = new Map<number, number[]>();
  for (const [place, edges] of edgesOf.entries()) {
    if (edges === null) continue;
    const beside = byLeft.get(edges.left);
    if (beside) beside.push(place);
    else byLeft.set(edges.left, [place]);
  }
  return [...byLeft].sort(([one], [other]) => one - other).flatMap(([, places]) => places);
}
