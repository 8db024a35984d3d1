import { useMemo, useState } from 'react';
import type { Sight } from '../../bridge/row-pieces.ts';
import { idsIn, type OrderedList, type OrderQuery, partOf, type RowOf } from '../../bridge/use-list.ts';
import { useQuery } from '../../bridge/use-query.ts';
import { placeAmong, rowAt, useRows } from '../../bridge/use-rows.ts';
import type { Column, Sort } from './columns.ts';
import type { GroupHead } from './grouped-rows.ts';
import { Table, type TableProps } from './table.tsx';
import type { TableRows } from './table-rows.ts';

/** A column whose rows are sorted in the case: `unsorted` where it cannot be. */
export type ListColumn<Row> = Omit<Column<Row>, 'sortBy'> & { readonly unsorted?: true };

type ListedTableProps<N extends OrderQuery> = Omit<TableProps<RowOf<N>>, 'rows' | 'rowId' | 'columns' | 'ordered' | 'onSight' | 'initialSort'> & {
  readonly list: OrderedList<N>;
  readonly columns: readonly ListColumn<RowOf<N>>[];
  /** What tells a row from the others; its `id` unless told. */
  readonly idOf?: (row: RowOf<N>) => string;
  readonly sort: Sort | null;
  readonly onSort: (sort: Sort | null) => void;
  readonly heads?: ReadonlyMap<number, GroupHead>;
};

const noHeads: ReadonlyMap<number, GroupHead> = new Map();
const atTop: Sight = { from: 0, to: 0 };
const ownId = (row: object) => (row as { readonly id: string }).id;

/** A table of any length: how many rows it has is known at once, they are fetched by their places as they come into sight. */
export function ListedTable<N extends OrderQuery>(props: ListedTableProps<N>) {
  const { list, columns, idOf = ownId, sort, onSort, heads = noHeads, selectedId = null, ...table } = props;
  const [sight, setSight] = useState(atTop);
  const pieces = useRows(list, sight);
  const selectedHere = selectedId === null ? -1 : placeAmong(pieces, idOf, selectedId);
  const asked = useQuery(list.name, selectedId !== null && selectedHere === undefined ? partOf(list.wish, { placeOf: selectedId }) : null);
  const selectedAt = selectedHere ?? asked.value?.at ?? -1;
  const rows = useMemo(
    (): TableRows<RowOf<N>> => ({
      count: list.answer.count,
      at: (place) => rowAt(pieces, place),
      placeOf: (id) => (id === selectedId ? selectedAt : (placeAmong(pieces, idOf, id) ?? -1)),
      ids: (from, to) => idsIn(list, { ids: { from, to } }),
    }),
    [list, pieces, idOf, selectedId, selectedAt],
  );
  const shown = useMemo(() => columns.map(({ unsorted, ...column }) => ({ ...column, ...(unsorted !== true && { sortBy: () => null }) })), [columns]);
  return (
    <Table
      {...table}
      selectedId={selectedId}
      rows={rows}
      rowId={idOf}
      columns={shown}
      ordered={{ sort, onSort, heads }}
      onSight={(from, to) => setSight({ from, to })}
    />
  );
}
