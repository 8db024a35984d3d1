import { Square, SquareCheck } from 'lucide-react';
import { tableWords } from '#shared/wording/english/desk-details.ts';
import type { Column } from './columns.ts';

/** A box that a press marks; the keyboard marks the whole row with Space, so it is no stop of its own. */
export function markColumn<Row>(rowId: (row: Row) => string, marked: ReadonlySet<string>): Column<Row> {
  return {
    id: 'mark',
    title: tableWords.marked,
    hideTitle: true,
    width: '30px',
    cell: (row) => {
      const Icon = marked.has(rowId(row)) ? SquareCheck : Square;
      return (
        <span className={marked.has(rowId(row)) ? 'table-mark table-marked' : 'table-mark'} data-mark title={tableWords.markRow}>
          <Icon aria-hidden size={14} />
        </span>
      );
    },
  };
}
