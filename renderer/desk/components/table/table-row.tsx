import { memo, type ReactNode } from 'react';
import { Name } from '../name/name.tsx';
import type { Column } from './columns.ts';
import type { GroupHead } from './grouped-rows.ts';

type RowProps<Row> = {
  /** Undefined while it has not come: it has its place and no words. */
  readonly row: Row | undefined;
  readonly domId: string;
  /** Its index among the rows. */
  readonly at: number;
  /** Its number among all lines of the table, read aloud. */
  readonly number: number;
  readonly top: number;
  readonly columns: readonly Column<Row>[];
  readonly active: boolean;
  readonly chosen: boolean;
};

function PlainRow<Row>({ row, domId, at, number, top, columns, active, chosen }: RowProps<Row>) {
  const naming = Math.max(
    0,
    columns.findIndex((column) => column.namesRow),
  );
  return (
    <tr
      id={domId}
      data-at={at}
      aria-rowindex={number}
      aria-selected={chosen}
      className={active ? 'table-row table-row-active' : 'table-row'}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, columnAt) => {
        const className = column.align === 'end' ? 'table-cell table-cell-end' : 'table-cell';
        return columnAt === naming ? (
          <th key={column.id} scope="row" aria-colindex={columnAt + 1} className={className}>
            {row === undefined ? <span className="table-coming" aria-hidden /> : shown(column.cell(row))}
          </th>
        ) : (
          <td key={column.id} aria-colindex={columnAt + 1} className={className}>
            {row !== undefined && shown(column.cell(row))}
          </td>
        );
      })}
    </tr>
  );
}

type GroupRowProps = { readonly head: GroupHead; readonly number: number; readonly top: number; readonly columns: number };

/** The head of a group: what its rows have in common, and how many they are. */
export function GroupRow({ head, number, top, columns }: GroupRowProps) {
  return (
    <tr aria-rowindex={number} className="table-group" style={{ transform: `translateY(${top}px)` }}>
      <th scope="rowgroup" aria-colspan={columns} className="table-group-head">
        <Name text={head.title} />
        <span className="table-group-count numeric">{head.count}</span>
      </th>
    </tr>
  );
}

/** Plain words are cut where the column ends, and whole in the title. */
function shown(content: ReactNode): ReactNode {
  if (typeof content !== 'string') return content;
  return <Name text={content} />;
}

/** Scrolling gives most rows the same props again: they are not drawn anew. */
export const TableRow = memo(PlainRow) as typeof PlainRow;
