import { useRef } from 'react';
import type { QueryResult } from './use-query.ts';

/** The answer to the question before stands until that to the new one has come: a list that is sorted anew must not vanish, and with it the keyboard. */
export function useLatest<T>(result: QueryResult<T>): QueryResult<T> {
  const last = useRef<T | undefined>(undefined);
  if (result.state === 'ready') last.current = result.value;
  if (result.state !== 'loading' || last.current === undefined) return result;
  return { state: 'ready', value: last.current, problem: null, reload: result.reload, asking: true };
}
