/** What things are sorted by; null stands last either way, because unknown is neither best nor worst. */
export type SortKey = string | number | null;

/** Things in the order of their keys; equal ones keep the order they came in. Each key is asked for once. */
export function inOrder<T>(
  things: readonly T[],
  keyOf: (thing: T) => SortKey,
  descending: boolean,
  compareWords: (left: string, right: string) => number,
): readonly T[] {
  const sign = descending ? -1 : 1;
  return things
    .map((thing) => ({ thing, by: keyOf(thing) }))
    .sort((a, b) => {
      if (a.by === null || b.by === null) return Number(a.by === null) - Number(b.by === null);
      return sign * (typeof a.by === 'number' && typeof b.by === 'number' ? a.by - b.by : compareWords(String(a.by), String(b.by)));
    })
    .map(({ thing }) => thing);
}
