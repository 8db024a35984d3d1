import { useEffect, useMemo, useState } from 'react';
import { firstRows } from '#shared/contract/ordered-list.ts';
import { type OrderedList, type OrderQuery, partOf, type RowOf } from './use-list.ts';
import { useQuery } from './use-query.ts';

/** Rows asked for at a time; the first of these come with the list. */
const piece = firstRows;
/** A page that is never idle asks for what is not in sight all the same. */
const mostWaitedMs = 1_000;

export type Sight = { readonly from: number; readonly to: number };

/**
 * Rows of a list by their places, as far as they have come: those in sight and, when those have been drawn, two pieces before and after them, which
 * the keys reach before an answer comes, and the last ones, where the End key leads.
 */
export function useRows<N extends OrderQuery>(list: OrderedList<N>, sight: Sight): ReadonlyMap<number, readonly RowOf<N>[]> {
  const at = Math.floor(sight.from / piece);
  const last = Math.floor(Math.max(0, list.answer.count - 1) / piece);
  // Whoever scrolls has seen the first rows.
  const ahead = useDrawn() || sight.from > 0;
  // Asked for in this order: what is in sight may not wait behind what is not.
  const here = usePiece(list, at, true);
  const after = usePiece(list, at + 1, ahead);
  const before = usePiece(list, at - 1, ahead);
  const far = usePiece(list, at + 2, ahead);
  const farBefore = usePiece(list, at - 2, ahead);
  const end = usePiece(list, last, ahead);
  const nearEnd = usePiece(list, last - 1, ahead);
  return useMemo(() => {
    const pieces = new Map<number, readonly RowOf<N>[]>([[0, list.answer.rows]]);
    const add = (number: number, rows: readonly RowOf<N>[] | undefined) => rows && number > 0 && pieces.set(number, rows);
    add(last - 1, nearEnd);
    add(last, end);
    add(at - 2, farBefore);
    add(at - 1, before);
    add(at + 2, far);
    add(at + 1, after);
    add(at, here);
    return pieces;
  }, [list, at, last, farBefore, before, here, after, far, end, nearEnd]);
}

/** The row at a place; undefined while it has not come. */
export function rowAt<R>(pieces: ReadonlyMap<number, readonly R[]>, at: number): R | undefined {
  const number = Math.floor(at / piece);
  return pieces.get(number)?.[at - number * piece];
}

/** Where a row that has come stands; undefined for another. */
export function placeAmong<R>(pieces: ReadonlyMap<number, readonly R[]>, idOf: (row: R) => string, id: string): number | undefined {
  for (const [number, rows] of pieces) {
    const at = rows.findIndex((row) => idOf(row) === id);
    if (at >= 0) return number * piece + at;
  }
  return undefined;
}

/** Whether the first rows have been drawn and nothing else is to be done: what is not in sight comes after what is. */
function useDrawn(): boolean {
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    const waiting = requestIdleCallback(() => setDrawn(true), { timeout: mostWaitedMs });
    return () => cancelIdleCallback(waiting);
  }, []);
  return drawn;
}

function usePiece<N extends OrderQuery>({ name, wish, answer }: OrderedList<N>, number: number, wanted: boolean): readonly RowOf<N>[] | undefined {
  const from = number * piece;
  const asked = !wanted || number <= 0 || from >= answer.count ? null : partOf(wish, { rows: { from, to: from + piece } });
  return useQuery(name, asked).value?.rows as readonly RowOf<N>[] | undefined;
}
