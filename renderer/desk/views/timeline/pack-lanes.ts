import { smallestFirst } from './smallest-first.ts';

/** One bar with the pixels it takes, its words included; `at` is its number among the dates. */
export type Bar = { readonly at: number; readonly left: number; readonly right: number };
export type PlacedBar = Bar & { readonly track: number };
export type Lane = { readonly id: number; readonly bars: readonly PlacedBar[]; readonly tracks: number };

/**
 * Bars, which come from left to right, by lane, each in the first track of it that has room; lanes in the order of their first bar. Tracks that
 * are taken and those that are free lie in heaps, so that n bars take n log n steps however many of them overlap.
 */
export function packLanes(bars: readonly Bar[], laneOf: (at: number) => number): readonly Lane[] {
  const lanes = new Map<number, { readonly id: number; readonly bars: PlacedBar[]; tracks: number; readonly taken: Heap; readonly free: Heap }>();
  for (const bar of bars) {
    const id = laneOf(bar.at);
    const lane = lanes.get(id) ?? { id, bars: [], tracks: 0, taken: smallestFirst(), free: smallestFirst() };
    if (lane.tracks === 0) lanes.set(id, lane);
    for (let first = lane.taken.least(); first && first.by < bar.left; first = lane.taken.least()) {
      lane.taken.takeLeast();
      lane.free.put(first.what, first.what);
    }
    const track = lane.free.takeLeast()?.what ?? lane.tracks++;
    lane.taken.put(bar.right, track);
    lane.bars.push({ ...bar, track });
  }
  return [...lanes.values()].map(({ id, bars: placed, tracks }) => ({ id, bars: placed, tracks }));
}

type Heap = ReturnType<typeof smallestFirst>;
