import type { SnapshotTable } from '#main/casefile/indexed-snapshot.ts';

type Read<N extends string> = { readonly [name in N]: (row: number) => string };
/** Readers of text columns by their names; `null` for a table that lacks one, as another version may write it. */
export function wordsIn<const N extends string>(table: SnapshotTable, names: readonly N[]): Read<N> | null {
  const found = names.map((name) => [name, table.text(name)] as const);
  return found.every(([, read]) => read !== null) ? (Object.fromEntries(found) as Read<N>) : null;
}
