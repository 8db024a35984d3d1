/** What a collection that makes its objects when they are asked for offers to whoever goes through it. */
export type Unhurried<T> = {
  readonly ids: () => readonly string[];
  readonly count: () => number;
  readonly objects: () => Iterable<T>;
  readonly lastId: () => string | null;
};

/** Under this key a collection that is not in memory as a whole answers its {@link Unhurried}. */
export const unhurried = Symbol('unhurried');

type Objects<T> = { readonly [id: string]: T; readonly [unhurried]?: Unhurried<T> };

/** Every object of a collection in the order it was added. One that cannot be read is left out; none is kept in memory for being looked at. */
export function* eachOf<T>(collection: Objects<T>): Iterable<T> {
  yield* collection[unhurried]?.objects() ?? Object.values<T>(collection);
}

/** {@link eachOf} as an array. */
export function objectsOf<T>(collection: Objects<T>): readonly T[] {
  return [...eachOf(collection)];
}

export function idsOf(collection: Objects<unknown>): readonly string[] {
  return collection[unhurried]?.ids() ?? Object.keys(collection);
}

export function countOf(collection: Objects<unknown>): number {
  return collection[unhurried]?.count() ?? Object.keys(collection).length;
}

/** The highest id; `null` when the collection is empty. */
export function lastIdOf(collection: Objects<unknown>): string | null {
  const lazy = collection[unhurried];
  if (lazy) return lazy.lastId();
  return Object.keys(collection).reduce<string | null>((last, id) => (last === null || id > last ? id : last), null);
}
