import { sortedRows } from './columns.ts';

/** How rows are gathered under heads. `null` stands last: what is not known is no group before others. */
export type Grouping<Row> = {
  readonly keyOf: (row: Row) => string | number | null;
  readonly titleOf: (row: Row) => string;
};
export type GroupHead = { readonly title: string; readonly count: number };
/** Rows in the order of their groups, and the head that stands above the row at an index. */
export type GroupedRows<Row> = { readonly rows: readonly Row[]; readonly heads: ReadonlyMap<number, GroupHead> };

/** Gathers rows; within a group they keep the order they came in. */
export function groupedRows<Row>(rows: readonly Row[], grouping: Grouping<Row> | null): GroupedRows<Row> {
  if (!grouping) return { rows, heads: new Map() };
  const column = { id: 'group', title: '', width: '', cell: () => null, sortBy: grouping.keyOf };
  const ordered = sortedRows(rows, [column], { columnId: 'group', direction: 'ascending' });
  const heads = new Map<number, GroupHead>();
  let from = 0;
  for (let at = 1; at <= ordered.length; at += 1) {
    const [first, next] = [ordered[from], ordered[at]];
    if (first === undefined || (next !== undefined && grouping.keyOf(next) === grouping.keyOf(first))) continue;
    heads.set(from, { title: grouping.titleOf(first), count: at - from });
    from = at;
  }
  return { rows: ordered, heads };
}

/** How many heads stand above the row at `at`, its own among them. */
export function headsUpTo(heads: ReadonlyMap<number, GroupHead>, at: number): number {
  let count = 0;
  for (const index of heads.keys()) {
    if (index > at) break;
    count += 1;
  }
  return count;
}
