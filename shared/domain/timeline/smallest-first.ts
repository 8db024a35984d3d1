type Entry = { readonly by: number; readonly what: number };

/** Numbers by number, of which the smallest is always at hand: a binary heap (Williams, 1964), each step costs the logarithm of how many there are. */
export function smallestFirst() {
  const heap: Entry[] = [];
  const byOf = (at: number) => heap[at]?.by ?? Number.POSITIVE_INFINITY;
  const swap = (a: number, b: number): void => {
    const [left, right] = [heap[a], heap[b]];
    if (left && right) [heap[a], heap[b]] = [right, left];
  };
  return {
    least: (): Entry | undefined => heap[0],
    put: (by: number, what: number): void => {
      heap.push({ by, what });
      for (let at = heap.length - 1; at > 0; ) {
        const above = (at - 1) >> 1;
        if (byOf(above) <= by) break;
        swap(at, above);
        at = above;
      }
    },
    takeLeast: (): Entry | undefined => {
      const least = heap[0];
      const last = heap.pop();
      if (last === undefined || heap.length === 0) return least;
      heap[0] = last;
      for (let at = 0; ; ) {
        const below = byOf(2 * at + 2) < byOf(2 * at + 1) ? 2 * at + 2 : 2 * at + 1;
        if (byOf(below) >= byOf(at)) return least;
        swap(at, below);
        at = below;
      }
    },
  };
}
