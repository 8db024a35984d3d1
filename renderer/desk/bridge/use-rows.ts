import { useEffect, useMemo, useState } from 'react';
import { piece, piecesToAsk, type Sight, wantedPieces } from './row-pieces.ts';
import { type OrderedList, type OrderQuery, partOf, type RowOf } from './use-list.ts';
import { isAnswered, useQueries } from './use-query.ts';

/** A page that is never idle asks for what is not in sight all the same. */
const mostWaitedMs = 1_000;

/**
 * Rows of a list by their places, as far as they have come: those in sight and, when those have been drawn, those which wheel and keys reach before an
 * answer comes.
 */
export function useRows<N extends OrderQuery>(list: OrderedList<N>, sight: Sight): ReadonlyMap<number, readonly RowOf<N>[]> {
  const { name, wish, answer } = list;
  const down = useGoesDown(sight.from);
  // Whoever scrolls has seen the first rows.
  const ahead = useDrawn() || sight.from > 0;
  const questionOf = (number: number) => partOf(wish, { rows: { from: number * piece, to: (number + 1) * piece } });
  const wanted = wantedPieces(sight, answer.count, down);
  const asked = piecesToAsk(ahead ? wanted : { ...wanted, beyond: [] }, (number) => isAnswered(name, questionOf(number)));
  const answers = useQueries(name, asked.map(questionOf));
  const numbers = asked.join();
  return useMemo(() => {
    const pieces = new Map<number, readonly RowOf<N>[]>([[0, answer.rows]]);
    for (const [at, number] of numbers.split(',').entries()) {
      const rows = answers[at]?.rows;
      if (rows) pieces.set(Number(number), rows as readonly RowOf<N>[]);
    }
    return pieces;
  }, [answer, answers, numbers]);
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

/** Whether the list was scrolled down last, or not yet. */
function useGoesDown(from: number): boolean {
  const [last, setLast] = useState({ from, down: true });
  if (last.from === from) return last.down;
  const next = { from, down: from > last.from };
  setLast(next);
  return next.down;
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
