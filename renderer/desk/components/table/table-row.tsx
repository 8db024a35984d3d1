import { memo, type ReactNode } from 'react';
import type { Column } from './columns.ts';

type RowProps<Row> = {
  readonly row: Row;
  readonly domId: string;
  readonly at: number;
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly active: boolean;
  readonly chosen: boolean;
};

function PlainRow<Row>({ row, domId, at, top, columns, active, chosen }: RowProps<Row>) {
  const naming = Math.max(
    0,
    columns.findIndex((column) => column.namesRow),
  );
  return (
    <tr
      id={domId}
      data-at={at}
      aria-rowindex={at + 2}
      aria-selected={chosen}
      className={active ? 'table-row table-row-active' : 'table-row'}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, columnAt) => {
        const className = column.align === 'end' ? 'table-cell table-cell-end' : 'table-cell';
        return columnAt === naming ? (
          <th key={column.id} scope="row" aria-colindex={columnAt + 1} className={className}>
            {shown(column.cell(row))}
          </th>
        ) : (
          <td key={column.id} aria-colindex={columnAt + 1} className={className}>
            {shown(column.cell(row))}
          </td>
        );
      })}
    </tr>
  );
}

/** Plain words are cut where the column ends, and whole in the title. */
function shown(content: ReactNode): ReactNode {
  if (typeof content !== 'string') return content;
  return (
    <span className="cut" title={content}>
      {content}
    </span>
  );
}

/** Scrolling gives most rows the same props again: they are not drawn anew. */
export const TableRow = memo(PlainRow) as typeof PlainRow;
