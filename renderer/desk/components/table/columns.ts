import type { ReactNode } from 'react';
import { inOrder, type SortKey } from '#shared/kernel/in-order.ts';
import { languageTag } from '#shared/wording/spoken.ts';

export type Column<Row> = {
  readonly id: string;
  readonly title: string;
  /** The title is only read aloud. */
  readonly hideTitle?: boolean;
  /** A track of a CSS grid: `96px`, or `minmax(200px, 3fr)`. */
  readonly width: string;
  readonly cell: (row: Row) => ReactNode;
  /** What the column sorts by; null sorts last in both directions, because unknown is neither best nor worst. No `sortBy`, no sorting. */
  readonly sortBy?: (row: Row) => SortKey;
  readonly align?: 'start' | 'end';
  /** The cell that names the row when it is read aloud; the first column unless one says so. */
  readonly namesRow?: boolean;
  /** Left out where the columns do not fit side by side, the highest first: for what the pane beside the table shows as well. */
  readonly spare?: number;
  /** Pixels it should have before spare columns take room beside it. */
  readonly wishPx?: number;
};
export type Sort = { readonly columnId: string; readonly direction: 'ascending' | 'descending' };

/** Pixels below which the columns would not fit: the table then scrolls sideways. */
export function leastWidthPx(columns: readonly Pick<Column<never>, 'width'>[]): number {
  return columns.reduce((sum, { width }) => sum + Number(/(\d+)px/.exec(width)?.[1] ?? 0), 16);
}

/** The columns that fit into `widthPx` without scrolling sideways; all of them before the table has been laid out. */
export function fittingColumns<Row>(columns: readonly Column<Row>[], widthPx: number | null): readonly Column<Row>[] {
  const wished = columns.reduce((sum, { width, wishPx }) => sum + Math.max(0, (wishPx ?? 0) - Number(/(\d+)px/.exec(width)?.[1] ?? 0)), leastWidthPx(columns));
  if (widthPx === null || wished <= widthPx) return columns;
  const mostSpare = columns.reduce<Column<Row> | null>((most, each) => ((each.spare ?? 0) > (most?.spare ?? 0) ? each : most), null);
  if (!mostSpare) return columns;
  return fittingColumns(
    columns.filter((each) => each !== mostSpare),
    widthPx,
  );
}

const collator = new Intl.Collator(languageTag(), { numeric: true, sensitivity: 'base' });

/** Rows in order. Equal rows keep the order they came in. */
export function sortedRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: Sort | null): readonly Row[] {
  const sortBy = columns.find((column) => column.id === sort?.columnId)?.sortBy;
  if (!sort || !sortBy) return rows;
  return inOrder(rows, sortBy, sort.direction === 'descending', collator.compare);
}

/** What a press on a column's head leads to: ascending, descending, then the order the rows came in. */
export function nextSort(sort: Sort | null, columnId: string): Sort | null {
  if (sort?.columnId !== columnId) return { columnId, direction: 'ascending' };
  return sort.direction === 'ascending' ? { columnId, direction: 'descending' } : null;
}
