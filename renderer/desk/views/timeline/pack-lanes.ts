import { smallestFirst } from './smallest-first.ts';

/** One bar with the pixels it takes, its words included; `at` is its number among the dates. */
export type Bar = { readonly at: number; readonly left: number; readonly right: number };
export type PlacedBar = Bar & { readonly track: number };
export type Lane = { readonly id: number; readonly bars: readonly PlacedBar[]; readonly tracks: number };

type Heap = ReturnType<typeof smallestFirst>;
type Packed = { readonly id: number; readonly bars: PlacedBar[]; readonly ends: number[]; heaps: { readonly taken: Heap; readonly free: Heap } | null };
/** Tracks that are looked through one by one; of more the first with room is found by heaps. */
const fewTracks = 16;

/**
 * Bars, which come from left to right, by lane, each in the first track of it that has room; lanes in the order of their first bar. Where many
 * overlap, tracks that are taken and those that are free lie in heaps, so that n bars take n log n steps; most lanes have a few.
 */
export function packLanes(bars: readonly Bar[], laneOf: (at: number) => number): readonly Lane[] {
  const lanes = new Map<number, Packed>();
  for (const { at, left, right } of bars) {
    const id = laneOf(at);
    let lane = lanes.get(id);
    if (!lane) {
      lane = { id, bars: [], ends: [], heaps: null };
      lanes.set(id, lane);
    }
    const track = trackFor(lane, left);
    lane.ends[track] = right;
    lane.heaps?.taken.put(right, track);
    lane.bars.push({ at, left, right, track });
  }
  return [...lanes.values()].map(({ id, bars: placed, ends }) => ({ id, bars: placed, tracks: ends.length }));
}

function trackFor(lane: Packed, left: number): number {
  const { ends } = lane;
  if (!lane.heaps) {
    for (let track = 0; track < ends.length; track += 1) if ((ends[track] ?? 0) < left) return track;
    if (ends.length < fewTracks) return ends.length;
    const taken = smallestFirst();
    for (const [track, end] of ends.entries()) taken.put(end, track);
    lane.heaps = { taken, free: smallestFirst() };
  }
  const { taken, free } = lane.heaps;
  for (let first = taken.least(); first && first.by < left; first = taken.least()) {
    taken.takeLeast();
    free.put(first.what, first.what);
  }
  return free.takeLeast()?.what ?? ends.length;
}
