/** Items that are sorted between two pauses, at least. */
const atOnce = 4_000;

/**
 * Sorts by words (by UTF-16 units), and what has the same word by the order it came in. Goes by first letters, with pauses in between: each step is some milliseconds unless
 * very many begin alike.
 */
export function* sortedByWord<T>(items: Iterable<T>, wordOf: (item: T) => string): Generator<void, T[]> {
  const byFirst = new Map<number, T[]>();
  for (const item of items) {
    const word = wordOf(item);
    const first = word === '' ? -1 : word.charCodeAt(0);
    const alike = byFirst.get(first);
    if (alike) alike.push(item);
    else byFirst.set(first, [item]);
  }
  yield;
  const sorted: T[] = [];
  let sinceLast = 0;
  for (const first of [...byFirst.keys()].sort((a, b) => a - b)) {
    const alike = byFirst.get(first) ?? [];
    alike.sort((one, other) => compare(wordOf(one), wordOf(other)));
    for (const item of alike) sorted.push(item);
    sinceLast += alike.length;
    if (sinceLast < atOnce) continue;
    sinceLast = 0;
    yield;
  }
  return sorted;
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
