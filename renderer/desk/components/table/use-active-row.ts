import { useEffect, useRef, useState } from 'react';
import { type TableRows, withIds } from './table-rows.ts';

/** Where the keyboard is on its way to, before it is known what stands there; `id` once it is. */
type Moving = { readonly at: number; readonly id: string | null };

/**
 * The place of the active row, -1 while none is, and how another becomes it: at once where it has come, else as soon as the case has said what
 * stands there. Keys pressed meanwhile go on from the place they lead to.
 */
export function useActiveRow<Row>(
  rows: TableRows<Row>,
  rowId: (row: Row) => string,
  activeId: string | null,
  onActive: (id: string, row: Row | undefined) => void,
): { readonly at: number; readonly goTo: (at: number) => void } {
  const [moving, setMoving] = useState<Moving | null>(null);
  const place = activeId === null ? -1 : rows.placeOf(activeId);
  const turn = useRef(0);
  useEffect(() => {
    if (moving?.id != null && (moving.id !== activeId || place >= 0)) setMoving(null);
  }, [moving, activeId, place]);

  function goTo(at: number): void {
    turn.current += 1;
    const mine = turn.current;
    const row = rows.at(at);
    if (row !== undefined) {
      setMoving(null);
      onActive(rowId(row), row);
      return;
    }
    if (at < 0 || at >= rows.count) return;
    setMoving({ at, id: null });
    withIds(rows.ids(at, at + 1), ([id]) => {
      if (mine !== turn.current) return;
      setMoving(id === undefined ? null : { at, id });
      if (id !== undefined) onActive(id, undefined);
    });
  }
  return { at: moving?.at ?? place, goTo };
}

/** The id of the row at a place. */
export function idsFrom<Row>(rows: TableRows<Row>, rowId: (row: Row) => string, at: number): readonly string[] | Promise<readonly string[]> {
  const row = rows.at(at);
  return row === undefined ? rows.ids(at, at + 1) : [rowId(row)];
}
