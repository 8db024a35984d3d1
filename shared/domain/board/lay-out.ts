import { forceLayout, spreadOut } from '../graph/force-layout.ts';
import { partBoxes } from '../graph/part-boxes.ts';
import type { BoardPlace } from './board.ts';

export type Placed = { readonly x: number; readonly y: number };
const steps = 320;

/** Numbers for the layout: known places are kept, and those that are pinned stay. */
export function layoutInput(
  ids: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
  places: readonly Pick<BoardPlace, 'id' | 'x' | 'y' | 'pinned'>[],
): { readonly edges: Int32Array; readonly places: Float64Array; readonly pinned: Uint8Array } {
  const numbers = new Map(ids.map((id, at) => [id, at]));
  const pairs = edges.flatMap(({ from, to }) => {
    const [a, b] = [numbers.get(from), numbers.get(to)];
    return a === undefined || b === undefined || a === b ? [] : [a, b];
  });
  const coordinates = new Float64Array(ids.length * 2).fill(Number.NaN);
  const pinned = new Uint8Array(ids.length);
  for (const place of places) {
    const at = numbers.get(place.id);
    if (at === undefined) continue;
    coordinates[at * 2] = place.x;
    coordinates[at * 2 + 1] = place.y;
    pinned[at] = place.pinned ? 1 : 0;
  }
  spreadOut(coordinates);
  return { edges: Int32Array.from(pairs), places: coordinates, pinned };
}

/** Places for all of `ids`: those given stay where they are, the others are laid out around them. */
export function layOut(
  ids: readonly string[],
  edges: readonly { readonly from: string; readonly to: string }[],
  places: readonly Pick<BoardPlace, 'id' | 'x' | 'y' | 'pinned'>[],
): ReadonlyMap<string, Placed> {
  const given = places.map((place) => ({ ...place, pinned: true }));
  const input = layoutInput(ids, edges, given);
  const known = new Set<string>(given.map((place) => place.id));
  if (ids.some((id) => !known.has(id))) {
    const layout = forceLayout({ nodes: ids.length, ...input });
    for (let step = 0; step < steps; step += 1) layout.step();
    partBoxes(input.places, input.pinned);
  }
  return new Map(ids.map((id, at) => [id, { x: input.places[at * 2] ?? 0, y: input.places[at * 2 + 1] ?? 0 }]));
}
