import { store } from '../../bridge/store.ts';

const most = 6;

/** Ids of what was chosen last, newest first, while the case is open: names of objects must not outlive the lock. */
export const recent = store<readonly string[]>([]);

export function remember(id: string): void {
  recent.set([id, ...recent.get().filter((known) => known !== id)].slice(0, most * 3));
}

/** Ids of objects shown or chosen last. An action has a `/`-less or a named id, an object one of 36 characters. */
export function recentObjects(visited: readonly (string | null)[]): readonly string[] {
  const chosen = recent.get().filter(isObject);
  return [...new Set([...chosen, ...visited.filter((id) => id !== null).toReversed()])].slice(0, most);
}

export function recentFirst<T extends { readonly id: string }>(all: readonly T[]): { readonly last: readonly T[]; readonly rest: readonly T[] } {
  const last = recent
    .get()
    .flatMap((id) => all.filter((one) => one.id === id))
    .slice(0, most);
  return { last, rest: all.filter((one) => !last.includes(one)) };
}

const isObject = (id: string): boolean => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id);
