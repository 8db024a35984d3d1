/** Where a thing stands among things that are sorted so, or would stand. */
export function placeIn<T>(sorted: readonly T[], thing: T, compare: (one: T, other: T) => number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (compare(sorted[middle] as T, thing) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
