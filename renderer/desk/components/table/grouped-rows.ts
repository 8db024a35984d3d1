/** Stands above the first row of a group: what its rows have in common, and how many they are. */
export type GroupHead = { readonly title: string; readonly count: number };

/** How many heads stand above the row at `at`, its own among them. */
export function headsUpTo(heads: ReadonlyMap<number, GroupHead>, at: number): number {
  let count = 0;
  for (const index of heads.keys()) {
    if (index > at) break;
    count += 1;
  }
  return count;
}
