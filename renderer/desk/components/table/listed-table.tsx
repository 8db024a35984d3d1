import { useMemo, useState } from 'react';
import { type RowOf, type RowsQuery, type Sight, useRows } from '../../bridge/use-rows.ts';
import type { Column, Sort } from './columns.ts';
import type { GroupHead } from './grouped-rows.ts';
import { Table, type TableProps } from './table.tsx';

/** A column whose rows are sorted in the case: `unsorted` where it cannot be. */
export type ListColumn<Row> = Omit<Column<Row>, 'sortBy'> & { readonly unsorted?: true };

type ListedTableProps<N extends RowsQuery> = Omit<TableProps<string>, 'rows' | 'rowId' | 'columns' | 'ordered' | 'onSight' | 'initialSort'> & {
  /** Answers the rows in sight. */
  readonly rowsFrom: N;
  /** Every row of the list in its order, and those that are in sight first. */
  readonly list: { readonly ids: readonly string[]; readonly first: readonly RowOf<N>[] };
  readonly columns: readonly ListColumn<RowOf<N>>[];
  /** Which of `ids` a row is; its `id` unless told. */
  readonly idOf?: (row: RowOf<N>) => string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly heads?: ReadonlyMap<number, GroupHead>;
};

const noHeads: ReadonlyMap<number, GroupHead> = new Map();
const atTop: Sight = { from: 0, to: 0 };
const ownId = (row: object) => (row as { readonly id: string }).id;
const itself = (id: string) => id;

/** Columns over ids: a row that has not come yet has its place and no words. */
function overIds<Row>(columns: readonly ListColumn<Row>[], rowOf: (id: string) => Row | undefined): readonly Column<string>[] {
  const named = columns.find((column) => column.namesRow) ?? columns[0];
  return columns.map(({ cell, unsorted, ...column }) => ({
    ...column,
    cell: (id) => {
      const row = rowOf(id);
      return row ? cell(row) : column.id === named?.id ? <span className="table-coming" aria-hidden /> : null;
    },
    ...(unsorted !== true && { sortBy: () => null }),
  }));
}

/** A table of any length: its order is known at once, its rows are fetched as they come into sight. */
export function ListedTable<N extends RowsQuery>(props: ListedTableProps<N>) {
  const { rowsFrom, list, columns, idOf = ownId, sort, onSort, heads = noHeads, ...table } = props;
  const [sight, setSight] = useState(atTop);
  const rowOf = useRows(rowsFrom, list.ids, list.first, sight, idOf);
  const shown = useMemo(() => overIds(columns, rowOf), [columns, rowOf]);
  return <Table {...table} rows={list.ids} rowId={itself} columns={shown} ordered={{ sort, onSort, heads }} onSight={(from, to) => setSight({ from, to })} />;
}
