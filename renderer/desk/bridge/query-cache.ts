import type { QueryName } from '#shared/contract/contract.ts';
import type { Collection } from '#shared/domain/case/case-record.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { queryReads } from './query-reads.ts';
import { shareEqual } from './share-equal.ts';

/** What is known of one question. While it is asked again, `value` stays what it was and `asking` is true. */
export type Known = { readonly value: unknown; readonly answered: boolean; readonly problem: Problem | null; readonly asking: boolean };
/** `lasting`: asked ahead, and kept whatever else is asked. */
type Entry = { readonly name: QueryName; known: Known; stale: boolean; asked: number; lasting: boolean; readonly watchers: Set<() => void> };

export type Ask = (name: QueryName, input: unknown) => Promise<Reply<unknown>>;
export type QueryCache = {
  /** What is known, without asking. */
  readonly read: (key: string) => Known;
  /** Keeps an answer fresh while watched; asks at once when nothing fresh is known. */
  readonly watch: (key: string, name: QueryName, input: unknown, watcher: () => void) => () => void;
  /** Asks once what is not known freshly, as {@link QueryCache.watch} does, and keeps the answer for whoever watches it later; ends when it is there. */
  readonly ahead: (key: string, name: QueryName, input: unknown) => Promise<void>;
  readonly reload: (key: string) => void;
  /** The case changed: watched answers that read these collections are asked again, the others forgotten. */
  readonly changed: (collections: readonly Collection[]) => void;
};

const unknown: Known = { value: undefined, answered: false, problem: null, asking: true };
/** Answers nobody watches are kept for going back to a view; more than this many are dropped, oldest first. */
const keptUnwatched = 60;

/** Answers by question. Knows when to ask again: never by time, only by what changed. */
export function queryCache(ask: Ask): QueryCache {
  const entries = new Map<string, Entry & { readonly input: unknown }>();

  function tell(entry: Entry, known: Known): void {
    entry.known = known;
    for (const watcher of [...entry.watchers]) watcher();
  }

  async function askNow(key: string): Promise<void> {
    const entry = entries.get(key);
    if (!entry) return;
    entry.stale = false;
    const turn = ++entry.asked;
    if (!entry.known.asking) tell(entry, { ...entry.known, asking: true });
    const reply = await ask(entry.name, entry.input);
    // A later question overtook this one: its answer alone is fresh.
    if (turn !== entry.asked) return;
    const { value, answered } = entry.known;
    tell(
      entry,
      reply.ok
        ? { value: shareEqual(value, reply.value), answered: true, problem: null, asking: false }
        : { value, answered, problem: reply.problem, asking: false },
    );
  }

  function forgetOldest(): void {
    const idle = [...entries].filter(([, entry]) => entry.watchers.size === 0 && !entry.lasting);
    for (const [key] of idle.slice(0, Math.max(0, idle.length - keptUnwatched))) entries.delete(key);
  }

  const cache: QueryCache = {
    read: (key) => entries.get(key)?.known ?? unknown,
    watch(key, name, input, watcher) {
      const found = entries.get(key);
      const entry = found ?? { name, input, known: unknown, stale: true, asked: 0, lasting: false, watchers: new Set<() => void>() };
      entries.delete(key);
      entries.set(key, entry);
      entry.watchers.add(watcher);
      if (entry.stale) void askNow(key);
      return () => {
        entry.watchers.delete(watcher);
        forgetOldest();
      };
    },
    ahead: (key, name, input) =>
      new Promise((resolve) => {
        let stop = (): void => undefined;
        const look = (): void => {
          if (cache.read(key).asking) return;
          stop();
          resolve();
        };
        stop = cache.watch(key, name, input, look);
        const entry = entries.get(key);
        if (entry) entry.lasting = true;
        look();
      }),
    reload: (key) => void askNow(key),
    changed(collections) {
      for (const [key, entry] of [...entries]) {
        if (!queryReads[entry.name].some((collection) => collections.includes(collection))) continue;
        entry.stale = true;
        if (entry.watchers.size > 0) void askNow(key);
      }
    },
  };
  return cache;
}
