import { useMemo, useRef } from 'react';
import type { Queries, QueryName } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import { useQuery } from './use-query.ts';

/** Rows asked for at a time, and how many rows around those in sight are asked for as well. */
const piece = 150;
/** Rows remembered of what was in sight before, so that an edit that moves them does not blank them. */
const mostKnown = 6_000;

/** Rows that one question may ask for. */
const mostAtOnce = 500;

/** Queries that answer the rows of a list by what tells them apart. */
export type RowsQuery = Extract<QueryName, `${string}/rows`>;
export type RowOf<N extends RowsQuery> = Answer<Queries[N]>[number];
export type Sight = { readonly from: number; readonly to: number };

/** The rows in sight, those before and after them, and the last ones, where the End key leads; each as far as it has come. */
export function useRows<N extends RowsQuery>(
  name: N,
  ids: readonly string[],
  first: readonly RowOf<N>[],
  sight: Sight,
  idOf: (row: RowOf<N>) => string,
): (id: string) => RowOf<N> | undefined {
  const at = Math.floor(sight.from / piece);
  const lastPiece = Math.floor(Math.max(0, ids.length - 1) / piece);
  const before = usePiece(name, ids, at - 1);
  const here = usePiece(name, ids, at);
  const after = usePiece(name, ids, at + 1);
  const far = usePiece(name, ids, at + 2);
  const last = usePiece(name, ids, lastPiece);
  const nearLast = usePiece(name, ids, lastPiece - 1);
  const known = useRef(new Map<string, RowOf<N>>());
  return useMemo(() => {
    if (known.current.size > mostKnown) known.current.clear();
    for (const rows of [first, nearLast, last, before, far, after, here]) for (const row of rows) known.current.set(idOf(row), row);
    // A new function, so that what shows rows knows that there are others.
    const now = known.current;
    return (id) => now.get(id);
  }, [first, before, here, after, far, last, nearLast, idOf]);
}

const none: readonly never[] = [];

function usePiece<N extends RowsQuery>(name: N, ids: readonly string[], number: number): readonly RowOf<N>[] {
  const wanted = useMemo(() => (number < 0 ? [] : ids.slice(number * piece, (number + 1) * piece)), [ids, number]);
  const asked = wanted.length === 0 ? null : ({ ids: wanted } as Sent<Queries[N]>);
  return (useQuery(name, asked).value as readonly RowOf<N>[] | undefined) ?? none;
}

/** Rows of these ids, however they lie in the list: those asked for are remembered, so that what is left and come back to has its words. */
export function useRowsOf<N extends RowsQuery>(name: N, ids: readonly string[], idOf: (row: RowOf<N>) => string): (id: string) => RowOf<N> | undefined {
  const known = useRef(new Map<string, RowOf<N>>());
  const wanted = useMemo(() => ids.slice(0, mostAtOnce), [ids]);
  const rows = useQuery(name, wanted.length === 0 ? null : ({ ids: wanted } as Sent<Queries[N]>)).value as readonly RowOf<N>[] | undefined;
  return useMemo(() => {
    if (known.current.size > mostKnown) known.current.clear();
    for (const row of rows ?? none) known.current.set(idOf(row), row);
    const now = known.current;
    return (id) => now.get(id);
  }, [rows, idOf]);
}
