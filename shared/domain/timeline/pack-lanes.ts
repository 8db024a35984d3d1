import { smallestFirst } from './smallest-first.ts';

type Heap = ReturnType<typeof smallestFirst>;
/** A lane so far: where the last bar of each of its tracks ends, in pixels. */
export type Packed = { readonly ends: number[]; heaps: { readonly taken: Heap; readonly free: Heap } | null };
/** Tracks that are looked through one by one; of more the first with room is found by heaps. */
const fewTracks = 16;

/**
 * Puts a bar into the first track of a lane that has room for it, and answers which; bars come from left to right. Where many overlap, tracks
 * that are taken and those that are free lie in heaps, so that n bars take n log n steps; most lanes have a few.
 */
export function trackFor(lane: Packed, left: number, right: number): number {
  const track = freeTrack(lane, left);
  lane.ends[track] = right;
  lane.heaps?.taken.put(right, track);
  return track;
}

function freeTrack(lane: Packed, left: number): number {
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
