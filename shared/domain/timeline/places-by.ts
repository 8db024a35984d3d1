/** Places gathered by a number that each has: those of `group` are `places[starts[group]]` up to `starts[group + 1]`, in order. */
export type PlacesBy = { readonly starts: Uint32Array; readonly places: Uint32Array };

/** Counted and put down in two passes; nothing is compared. */
export function placesBy(groupOf: Uint32Array, groups: number): PlacesBy {
  const starts = new Uint32Array(groups + 1);
  groupOf.forEach((group) => {
    starts[group + 1] = (starts[group + 1] ?? 0) + 1;
  });
  for (let group = 0; group < groups; group += 1) starts[group + 1] = (starts[group + 1] ?? 0) + (starts[group] ?? 0);
  const next = starts.slice();
  const places = new Uint32Array(groupOf.length);
  groupOf.forEach((group, place) => {
    const at = next[group] ?? 0;
    places[at] = place;
    next[group] = at + 1;
  });
  return { starts, places };
}

/** The places of one group. */
export function placesOf({ starts, places }: PlacesBy, group: number): Uint32Array {
  return places.subarray(starts[group], starts[group + 1]);
}
