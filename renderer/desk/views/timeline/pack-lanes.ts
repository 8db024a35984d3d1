/** One bar with the pixels it takes, its words included. */
export type Bar<Row> = { readonly row: Row; readonly left: number; readonly right: number };
export type PlacedBar<Row> = Bar<Row> & { readonly track: number };
export type Lane<Row> = { readonly name: string; readonly bars: readonly PlacedBar<Row>[]; readonly tracks: number };

/** Bars by lane, in as few tracks as keep them from covering each other; lanes in the order of their first bar. */
export function packLanes<Row>(bars: readonly Bar<Row>[], laneOf: (row: Row) => string): readonly Lane<Row>[] {
  const lanes = new Map<string, PlacedBar<Row>[]>();
  const ends = new Map<string, number[]>();
  for (const bar of bars) {
    const name = laneOf(bar.row);
    const taken = ends.get(name) ?? [];
    const free = taken.findIndex((end) => end < bar.left);
    const track = free >= 0 ? free : taken.length;
    taken[track] = bar.right;
    ends.set(name, taken);
    const placed = lanes.get(name);
    if (placed) placed.push({ ...bar, track });
    else lanes.set(name, [{ ...bar, track }]);
  }
  return [...lanes].map(([name, placed]) => ({ name, bars: placed, tracks: ends.get(name)?.length ?? 1 }));
}
