import { useDeferredValue, useState } from 'react';
import type { Queries, QueryName } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import { useLatest } from './use-latest.ts';
import { type QueryResult, useQuery } from './use-query.ts';

/** Queries that answer which rows a list shows, in their order. */
export type OrderQuery = Extract<QueryName, `${string}/order`>;
export type ListSort = { readonly columnId: string; readonly direction: 'ascending' | 'descending' };
export type DeskList<N extends OrderQuery> = {
  readonly result: QueryResult<Answer<Queries[N]>>;
  /** Words that narrow it. */
  readonly wanted: string;
  readonly want: (words: string) => void;
  readonly sort: ListSort | null;
  readonly sortBy: (sort: ListSort | null) => void;
};

/** A list of any length: narrowed and sorted in the case, so that only what is in sight is ever read. `more` is what else the query takes. */
export function useList<N extends OrderQuery>(name: N, begins: ListSort | null = null, more: object = {}): DeskList<N> {
  const [wanted, want] = useState('');
  const [sort, sortBy] = useState(begins);
  const match = useDeferredValue(wanted.trim()).slice(0, 200);
  const asked = { ...more, ...(match !== '' && { match }), ...(sort && { sort: { by: sort.columnId, descending: sort.direction === 'descending' } }) };
  return { result: useLatest(useQuery(name, asked as Sent<Queries[N]>)), wanted, want, sort, sortBy };
}
