import type { ReactNode } from 'react';
import type { QueryResult } from '../../bridge/use-query.ts';
import { Busy } from '../busy/busy.tsx';
import { ErrorState } from '../error-state/error-state.tsx';

/** What an answer looks like: waiting, refused, or there. A refusal hides an older answer, so that nobody works on what may be gone. */
export function Asked<T>({ result, children }: { readonly result: QueryResult<T>; readonly children: (value: T) => ReactNode }) {
  if (result.state === 'loading') return <Busy />;
  if (result.state === 'failed') return <ErrorState problem={result.problem} onRetry={result.reload} />;
  return children(result.value);
}
