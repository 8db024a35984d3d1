import { smallestFirst } from './smallest-first.ts';

/** What one bar takes of a line in pixels, its words included; `at` is its number among the dates. */
export type Stretch = { readonly at: number; readonly left: number; readonly right: number };
export type Lane<B extends Stretch> = { readonly id: number; readonly bars: readonly (B & { readonly track: number })[]; readonly tracks: number };

type Heap = ReturnType<typeof smallestFirst>;
type Packed = { readonly ends: number[]; heaps: { readonly taken: Heap; readonly free: Heap } | null };
/** Tracks that are looked through one by one; of more the first with room is found by heaps. */
const fewTracks = 16;

/**
 * Bars, which come from left to right, by lane, each in the first track of it that has room; lanes in the order of their first bar. Where many
 * overlap, tracks that are taken and those that are free lie in heaps, so that n bars take n log n steps; most lanes have a few.
 */
export function packLanes<B extends Stretch>(bars: readonly B[], laneOf: (at: number) => number): readonly Lane<B>[] {
  const lanes = new Map<number, Packed & { readonly id: number; readonly bars: (B & { readonly track: number })[] }>();
  for (const bar of bars) {
    const { at, left, right } = bar;
    const id = laneOf(at);
    let lane = lanes.get(id);
    if (!lane) {
      lane = { id, bars: [], ends: [], heaps: null };
      lanes.set(id, lane);
    }
    const track = trackFor(lane, left);
    lane.ends[track] = right;
    lane.heaps?.taken.put(right, track);
    lane.bars.push({ ...bar, track });
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
