import { useDeferredValue, useRef, useState } from 'react';
import type { Queries, QueryName } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import { bridge } from './bridge.ts';
import { useLatest } from './use-latest.ts';
import { type QueryResult, type Question, useQuery } from './use-query.ts';

/** Queries that answer a part of a list. */
export type OrderQuery = Extract<QueryName, `${string}/order` | 'claims/ledger'>;
export type RowOf<N extends OrderQuery> = Answer<Queries[N]>['rows'][number];
/** What list is wanted, without a part of it. */
export type ListWish<N extends OrderQuery> = Omit<Sent<Queries[N]>, 'part'>;
/** A list that is there: how many rows it has, those that come first, and what it was asked as, so that others of it can be asked for. */
export type OrderedList<N extends OrderQuery> = { readonly name: N; readonly wish: ListWish<N>; readonly answer: Answer<Queries[N]> };
export type ListSort = { readonly columnId: string; readonly direction: 'ascending' | 'descending' };
export type DeskList<N extends OrderQuery> = {
  readonly result: QueryResult<Answer<Queries[N]>>;
  readonly list: OrderedList<N> | null;
  /** Words that narrow it. */
  readonly wanted: string;
  readonly want: (words: string) => void;
  readonly sort: ListSort | null;
  readonly sortBy: (sort: ListSort | null) => void;
};

/** The list of that wish; the one before stands until it has come. Asks nothing without a wish. */
export function useOrder<N extends OrderQuery>(name: N, wish: ListWish<N> | null): Pick<DeskList<N>, 'result' | 'list'> {
  const asked = useQuery(name, wish as Sent<Queries[N]> | null);
  const last = useRef<OrderedList<N> | null>(null);
  if (wish !== null && asked.state === 'ready' && last.current?.answer !== asked.value) last.current = { name, wish, answer: asked.value };
  return { result: useLatest(asked), list: last.current };
}

/** The question for a list as it comes before anybody narrows it. `more` is what else the query takes. */
export function listQuestion<N extends OrderQuery>(name: N, sort: ListSort | null = null, more: object = {}): Question {
  return [name, wishOf('', sort, more)] as unknown as Question;
}

function wishOf(match: string, sort: ListSort | null, more: object): object {
  return { ...more, ...(match !== '' && { match }), ...(sort && { sort: { by: sort.columnId, descending: sort.direction === 'descending' } }) };
}

/** A list of any length: narrowed and sorted in the case, so that only what is in sight is ever read. `more` is what else the query takes. */
export function useList<N extends OrderQuery>(name: N, begins: ListSort | null = null, more: object = {}): DeskList<N> {
  const [wanted, want] = useState('');
  const [sort, sortBy] = useState(begins);
  const match = useDeferredValue(wanted.trim()).slice(0, 200);
  return { ...useOrder(name, wishOf(match, sort, more) as ListWish<N>), wanted, want, sort, sortBy };
}

/** The input that asks for a part of a list. */
export function partOf<N extends OrderQuery>(wish: ListWish<N>, part: NonNullable<Sent<Queries[N]>['part']>): Sent<Queries[N]> {
  return { ...wish, part } as Sent<Queries[N]>;
}

/** Ids of rows: of a run of places, or those of `among` that the list has, in its order. None when the case cannot tell. */
export async function idsIn<N extends OrderQuery>(
  { name, wish }: Pick<OrderedList<N>, 'name' | 'wish'>,
  part: { readonly ids: { readonly from: number; readonly to: number } } | { readonly among: readonly string[] },
): Promise<readonly string[]> {
  const reply = await bridge().query(name, partOf(wish, part as never));
  return reply.ok ? reply.value.ids : [];
}
