import { useMemo, useRef } from 'react';
import type { ClaimRow } from '#shared/contract/claims.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { useQuery } from '../../bridge/use-query.ts';

/** Rows asked for at a time, and how many rows around those in sight are asked for as well. */
const piece = 150;
/** Rows remembered of what was in sight before, so that an edit that moves them does not blank them. */
const mostKnown = 6_000;

export type Sight = { readonly from: number; readonly to: number };
/** The row of a claim, as far as it has come. */
export type RowOf = (id: string) => ClaimRow | undefined;

/** The rows in sight, those before and after them, and the last ones, where the End key leads. */
export function useLedgerRows(ids: readonly string[], first: readonly ClaimRow[], sight: Sight): RowOf {
  const at = Math.floor(sight.from / piece);
  const before = usePiece(ids, at - 1);
  const here = usePiece(ids, at);
  const after = usePiece(ids, at + 1);
  const far = usePiece(ids, at + 2);
  const last = usePiece(ids, Math.floor(Math.max(0, ids.length - 1) / piece));
  const nearLast = usePiece(ids, Math.floor(Math.max(0, ids.length - 1) / piece) - 1);
  const known = useRef(new Map<string, ClaimRow>());
  return useMemo(() => {
    if (known.current.size > mostKnown) known.current.clear();
    for (const rows of [first, nearLast, last, before, far, after, here]) for (const row of rows) known.current.set(row.id, row);
    // A new function, so that what shows rows knows that there are others.
    const now = known.current;
    return (id) => now.get(id);
  }, [first, before, here, after, far, last, nearLast]);
}

const none: readonly ClaimRow[] = [];

function usePiece(ids: readonly string[], number: number): readonly ClaimRow[] {
  const wanted = useMemo(() => (number < 0 ? [] : ids.slice(number * piece, (number + 1) * piece)) as ObjectId[], [ids, number]);
  return useQuery('claims/rows', wanted.length === 0 ? null : { ids: wanted }).value ?? none;
}
