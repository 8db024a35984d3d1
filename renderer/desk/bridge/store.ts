import { useSyncExternalStore } from 'react';

/** A value that components watch. `get` must answer the same object until it changes. */
export type Store<T> = { readonly get: () => T; readonly set: (next: T) => void; readonly watch: (listener: () => void) => () => void };

export function store<T>(first: T): Store<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of [...listeners]) listener();
    },
    watch(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

export function useStore<T>(from: Store<T>): T {
  return useSyncExternalStore(from.watch, from.get);
}
