import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { type Column, fittingColumns, leastWidthPx, type Sort, sortedRows } from './columns.ts';
import { type GroupHead, headsUpTo } from './grouped-rows.ts';
import { markColumn } from './mark-column.tsx';
import { movedTo } from './moved-to.ts';
import { rowHeight } from './row-height.ts';
import { moveAmongHeads, TableHead } from './table-head.tsx';
import { GroupRow, TableRow } from './table-row.tsx';
import { rowsThere, type TableRows, withIds } from './table-rows.ts';
import { idsFrom, useActiveRow } from './use-active-row.ts';
import { useInnerWidth } from './use-inner-width.ts';
import './table.css';

export type TableProps<Row> = {
  /** Read aloud as the name of the table. */
  readonly label: string;
  /** All of them, or a list of which some are on their way: that comes ordered. */
  readonly rows: readonly Row[] | TableRows<Row>;
  readonly rowId: (row: Row) => string;
  readonly columns: readonly Column<Row>[];
  /** The row shown beside the table; the arrow keys move it. */
  readonly selectedId?: string | null;
  /** `row` is missing where it has not come yet. */
  readonly onSelect?: (id: string, row?: Row) => void;
  /** Enter or a double press. */
  readonly onOpen?: (id: string, row: Row) => void;
  /** Rows marked for one act on many: Space, Ctrl-press, Shift with arrows, Ctrl+A. */
  readonly marked?: ReadonlySet<string>;
  readonly onMark?: (ids: ReadonlySet<string>) => void;
  /** For rows that come in order: what they are sorted by, who sorts them anew, and the heads above those that begin a group. */
  readonly ordered?: { readonly sort: Sort | null; readonly onSort: (sort: Sort | null) => void; readonly heads: ReadonlyMap<number, GroupHead> };
  /** Told which rows the page holds now, the latter not included. */
  readonly onSight?: (from: number, to: number) => void;
  /** Further keys and what they do to the active row, such as `s`. */
  readonly keys?: { readonly [key: string]: (id: string, row: Row) => void };
  readonly initialSort?: Sort;
  /** Shown when there are no rows. */
  readonly empty?: ReactNode;
  readonly autoFocus?: boolean;
};

/** A table that takes the keyboard (WAI-ARIA Authoring Practices, grid); rows and cells follow from the elements. */
const grid = { role: 'grid', tabIndex: 0 } as const;

const noHeads: ReadonlyMap<number, GroupHead> = new Map();

/** Rows of one line, of which only the visible ones exist in the page: 100,000 scroll as 50 do. */
export function Table<Row>(props: TableProps<Row>) {
  const { label, rows, rowId, columns, selectedId = null, onSelect, onOpen, marked, onMark, ordered: given, onSight, keys, initialSort } = props;
  const { empty, autoFocus } = props;
  const [chosenSort, setSort] = useState<Sort | null>(initialSort ?? null);
  const sort = given ? given.sort : chosenSort;
  const [inner, setInner] = useState<string | null>(null);
  const [rowPx] = useState(rowHeight);
  const scroller = useRef<HTMLTableElement>(null);
  const id = useId();
  const ordered = useMemo(() => ('count' in rows ? rows : rowsThere(sortedRows(rows, columns, sort), rowId)), [rows, columns, sort, rowId]);
  const heads = given?.heads ?? noHeads;
  const activeId = onSelect ? selectedId : inner;
  const { at: activeAt, goTo } = useActiveRow(ordered, rowId, activeId, (rowIdNow, row) => {
    setInner(rowIdNow);
    onSelect?.(rowIdNow, row);
  });
  const virtual = useVirtualizer({
    count: ordered.count,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => (heads.has(at) ? 2 * rowPx : rowPx),
    overscan: 12,
    scrollMargin: rowPx,
    scrollPaddingStart: rowPx,
  });

  const firstHeads = useRef(heads);
  useLayoutEffect(() => {
    if (firstHeads.current !== heads) virtual.measure();
    firstHeads.current = heads;
  }, [heads, virtual]);
  const isEmpty = ordered.count === 0 && Boolean(empty);
  const widthPx = useInnerWidth(scroller, !isEmpty);
  const all = useMemo(() => (marked ? [markColumn(rowId, marked), ...columns] : columns), [columns, marked, rowId]);
  const shown = useMemo(() => fittingColumns(all, widthPx), [all, widthPx]);
  const found = activeAt >= 0;
  const latestAt = useRef(activeAt);
  latestAt.current = activeAt;
  const broughtIntoView = useRef<string | null>(null);
  useEffect(() => {
    // Only when another row becomes active: sorting or a fresh answer must not pull the table away from what is being read.
    if (activeId !== null && (!found || broughtIntoView.current === activeId)) return;
    broughtIntoView.current = activeId;
    if (activeId !== null) virtual.scrollToIndex(latestAt.current, { align: 'auto' });
  }, [activeId, found, virtual]);
  useEffect(() => {
    // A view that comes late must not take the keyboard out of a dialog opened meanwhile.
    if (autoFocus && !document.activeElement?.closest('[role=dialog]')) scroller.current?.focus();
  }, [autoFocus]);

  const inPage = virtual.getVirtualItems();
  const [from, to] = [inPage[0]?.index ?? 0, (inPage.at(-1)?.index ?? -1) + 1];
  const tellSight = useRef(onSight);
  tellSight.current = onSight;
  useLayoutEffect(() => tellSight.current?.(from, to), [from, to]);

  function sortBy(next: Sort | null): void {
    (given?.onSort ?? setSort)(next);
    scroller.current?.scrollTo({ top: 0 });
  }

  function activate(at: number): void {
    goTo(at);
    virtual.scrollToIndex(at, { align: 'auto' });
  }

  function toggle(at: number): void {
    if (!onMark || at < 0) return;
    withIds(idsFrom(ordered, rowId, at), (ids) => {
      const next = new Set(marked);
      for (const each of ids) if (!next.delete(each)) next.add(each);
      onMark(next);
    });
  }

  function markBetween(from: number, to: number): void {
    withIds(ordered.ids(Math.min(from, to), Math.max(from, to) + 1), (ids) => onMark?.(new Set([...(marked ?? []), ...ids])));
  }

  function onKeyDown(event: KeyboardEvent<HTMLTableElement>): void {
    if (event.target !== event.currentTarget) {
      if (moveAmongHeads(event.currentTarget, event.target, event.key)) event.preventDefault();
      return;
    }
    const pageRows = Math.max(1, Math.floor((event.currentTarget.clientHeight - rowPx) / rowPx) - 1);
    const to = movedTo(event.key, activeAt, ordered.count, pageRows);
    const active = ordered.at(activeAt);
    if (event.key === 'ArrowUp' && activeAt <= 0) event.currentTarget.querySelector<HTMLElement>('.table-sort')?.focus();
    else if (to !== null) {
      if (event.shiftKey && onMark && activeAt >= 0) markBetween(activeAt, to);
      activate(to);
    } else if (event.key === 'Enter' && active !== undefined) onOpen?.(rowId(active), active);
    else if (event.key === ' ' && onMark) toggle(activeAt);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey) && onMark)
      withIds(ordered.ids(0, ordered.count), (ids) => onMark(new Set(ids)));
    else if (active !== undefined && keys && Object.hasOwn(keys, event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
      keys[event.key]?.(rowId(active), active);
    else return;
    event.preventDefault();
  }

  function pressedRow(event: MouseEvent<HTMLTableElement>): number | null {
    const at = (event.target as Element).closest<HTMLElement>('[data-at]')?.dataset['at'];
    return at === undefined ? null : Number(at);
  }

  function onClick(event: MouseEvent<HTMLTableElement>): void {
    const at = pressedRow(event);
    if (at === null) return;
    if (event.shiftKey && onMark && activeAt >= 0) markBetween(activeAt, at);
    else if (event.ctrlKey || event.metaKey || (event.target as Element).closest('[data-mark]')) toggle(at);
    activate(at);
  }

  function onDoubleClick(event: MouseEvent<HTMLTableElement>): void {
    const row = ordered.at(pressedRow(event) ?? -1);
    if (row !== undefined) onOpen?.(rowId(row), row);
  }

  if (isEmpty) return <div className="table-empty">{empty}</div>;
  const tracks: CSSProperties & Record<`--${string}`, string> = {
    '--tracks': shown.map((column) => column.width).join(' '),
    '--least': `${leastWidthPx(shown)}px`,
  };
  return (
    <table
      ref={scroller}
      {...grid}
      className="table"
      aria-label={label}
      aria-rowcount={ordered.count + heads.size + 1}
      aria-colcount={shown.length}
      {...(onMark && { 'aria-multiselectable': true })}
      {...(activeAt >= 0 && { 'aria-activedescendant': `${id}-${activeAt}` })}
      style={tracks}
      onKeyDown={onKeyDown}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      <TableHead columns={shown} sort={sort} onSort={sortBy} />
      <tbody className="table-body" style={{ height: `${virtual.getTotalSize()}px` }}>
        {inPage.map(({ index, start }) => {
          if (index >= ordered.count) return null;
          const row = ordered.at(index);
          const key = row === undefined ? null : rowId(row);
          const head = heads.get(index);
          const number = index + 1 + headsUpTo(heads, index);
          const tr = (
            <TableRow
              key={key ?? `at ${index}`}
              row={row}
              domId={`${id}-${index}`}
              at={index}
              number={number + 1}
              top={start - (head ? 0 : rowPx)}
              columns={shown}
              active={index === activeAt}
              // Marks take the place of the selection: without any, the row beside the table is what an act is for.
              chosen={marked && marked.size > 0 ? key !== null && marked.has(key) : index === activeAt}
            />
          );
          return head ? [<GroupRow key={`group ${index}`} head={head} number={number} top={start - rowPx} columns={shown.length} />, tr] : tr;
        })}
      </tbody>
    </table>
  );
}
