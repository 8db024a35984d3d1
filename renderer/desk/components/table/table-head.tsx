import { ArrowDown, ArrowUp } from 'lucide-react';
import { type Column, nextSort, type Sort } from './columns.ts';

type HeadProps<Row> = { readonly columns: readonly Column<Row>[]; readonly sort: Sort | null; readonly onSort: (sort: Sort | null) => void };

/** Heads that sort. They are reached by the up arrow from the first row, so that Tab passes the table in one step. */
export function TableHead<Row>({ columns, sort, onSort }: HeadProps<Row>) {
  return (
    <thead className="table-head">
      <tr aria-rowindex={1} className="table-row">
        {columns.map((column, at) => {
          const direction = sort?.columnId === column.id ? sort.direction : undefined;
          return (
            <th
              key={column.id}
              scope="col"
              aria-colindex={at + 1}
              className={column.align === 'end' ? 'table-cell table-cell-end' : 'table-cell'}
              {...(column.sortBy && { 'aria-sort': direction ?? 'none' })}
            >
              {column.sortBy ? (
                <button type="button" tabIndex={-1} className="table-sort" onClick={() => onSort(nextSort(sort, column.id))}>
                  <span className="cut">{column.title}</span>
                  {direction === 'ascending' && <ArrowUp aria-hidden size={12} />}
                  {direction === 'descending' && <ArrowDown aria-hidden size={12} />}
                </button>
              ) : (
                <span className={column.hideTitle ? 'visually-hidden' : 'cut'}>{column.title}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

/** Moves the keyboard among the heads: the sideways arrows between them, down or Escape back to the rows. Answers whether the key was one of these. */
export function moveAmongHeads(grid: HTMLElement, from: EventTarget, key: string): boolean {
  const heads = [...grid.querySelectorAll<HTMLElement>('.table-sort')];
  const at = heads.indexOf(from as HTMLElement);
  if (at < 0) return false;
  if (key === 'ArrowRight') heads[at + 1]?.focus();
  else if (key === 'ArrowLeft') heads[at - 1]?.focus();
  else if (key === 'ArrowDown' || key === 'Escape') grid.focus();
  else return false;
  return true;
}
