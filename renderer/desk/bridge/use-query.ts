import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { Queries, QueryName } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { bridge } from './bridge.ts';
import { type Ask, type Known, queryCache } from './query-cache.ts';
import { stableJson } from './stable-json.ts';

export type QueryResult<T> =
  | { readonly state: 'loading'; readonly value: undefined; readonly problem: null; readonly reload: () => void }
  /** `asking` is true while a newer answer is on its way; `value` is the previous one until then. */
  | { readonly state: 'ready'; readonly value: T; readonly problem: null; readonly reload: () => void; readonly asking: boolean }
  | { readonly state: 'failed'; readonly value: T | undefined; readonly problem: Problem; readonly reload: () => void };

const ask: Ask = (name, input) => bridge().query(name, input as never);
export const answers = queryCache(ask);

/** What the case can be asked, with its input. */
export type Question = { readonly [N in QueryName]: readonly [name: N, input: Sent<Queries[N]>] }[QueryName];
const keyOf = (name: QueryName, input: unknown) => `${name} ${stableJson(input)}`;

/** Asks what nobody watches yet, so that the answer is there when somebody does. Ends when it has come, or cannot be had. */
export function askAhead([name, input]: Question): Promise<void> {
  return answers.ahead(keyOf(name, input), name, input);
}

/** Asks the case and keeps the answer fresh. `input` null asks nothing (state `loading`). */
export function useQuery<N extends QueryName>(name: N, input: Sent<Queries[N]> | null): QueryResult<Answer<Queries[N]>> {
  const key = input === null ? '' : keyOf(name, input);
  // The key says everything of the input, so a new but equal object must not ask again.
  const watch = useCallback((watcher: () => void) => (key === '' ? () => undefined : watchKey(key, name, watcher)), [key, name]);
  const known = useSyncExternalStore(watch, () => answers.read(key));
  const reload = useCallback(() => answers.reload(key), [key]);
  return resultOf<Answer<Queries[N]>>(known, reload);
}

/**
 * Asks several questions of one kind, in their order, and keeps the answers fresh; undefined for those that have not come. The list is the same one until
 * an answer is another.
 */
export function useQueries<N extends QueryName>(name: N, inputs: readonly Sent<Queries[N]>[]): readonly (Answer<Queries[N]> | undefined)[] {
  const keys = inputs.map((input) => keyOf(name, input));
  const joined = keys.join('\n');
  const watch = useCallback(
    (watcher: () => void) => {
      const stops = (joined === '' ? [] : joined.split('\n')).map((key) => watchKey(key, name, watcher));
      return () => {
        for (const stop of stops) stop();
      };
    },
    [joined, name],
  );
  const last = useRef<readonly unknown[]>([]);
  return useSyncExternalStore(watch, () => {
    const now = keys.map((key) => answers.read(key).value);
    if (now.length !== last.current.length || now.some((value, at) => value !== last.current[at])) last.current = now;
    return last.current as readonly (Answer<Queries[N]> | undefined)[];
  });
}

/** Whether the answer to a question is there; asks nothing. */
export function isAnswered<N extends QueryName>(name: N, input: Sent<Queries[N]>): boolean {
  return answers.read(keyOf(name, input)).answered;
}

function watchKey(key: string, name: QueryName, watcher: () => void): () => void {
  return answers.watch(key, name, JSON.parse(key.slice(name.length + 1)), watcher);
}

function resultOf<T>(known: Known, reload: () => void): QueryResult<T> {
  if (known.problem) return { state: 'failed', value: known.value as T | undefined, problem: known.problem, reload };
  if (!known.answered) return { state: 'loading', value: undefined, problem: null, reload };
  return { state: 'ready', value: known.value as T, problem: null, reload, asking: known.asking };
}
