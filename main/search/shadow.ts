import type { SegmentInUse } from './find-in-segments.ts';
import { findId, idBytes } from './object-ids.ts';
import type { Segment } from './segment.ts';

/** Takes out of older segments what a newer one has anew, or says is gone. */
export function shadow(older: readonly SegmentInUse[], newer: Segment): void {
  for (const { segment, alive, fallen } of older) {
    for (const ids of [newer.ids, newer.gone]) {
      for (let place = 0; place < ids.length / idBytes; place += 1) {
        const found = findId(segment.ids, ids, place);
        if (found < 0 || alive[found] === 0) continue;
        alive[found] = 0;
        fallen.count += 1;
      }
    }
  }
}

/**
 * Which neighbours to merge, from the oldest to the newest: four or more of about one size (within a factor of four) with all that is smaller between them, the smallest first. `null` for none. So every word is merged a few times in its life, and closing after one edit writes that edit.
 */
export function neighboursToMerge(sizes: readonly number[]): { readonly from: number; readonly to: number } | null {
  const tiers = sizes.map((bytes) => Math.floor(Math.log2(Math.max(bytes, smallest) / smallest) / 2));
  for (const tier of [...new Set(tiers)].sort((a, b) => a - b)) {
    for (let from = 0; from < tiers.length; from += 1) {
      let to = from;
      let alike = 0;
      for (; to < tiers.length && (tiers[to] ?? 0) <= tier; to += 1) if (tiers[to] === tier) alike += 1;
      if (alike >= 4) return { from, to };
    }
  }
  return null;
}

/** Bytes below which sizes are not told apart. */
const smallest = 32 * 1024;
