/** What a collection that makes its objects when they are asked for offers to whoever goes through it. */
export type Unhurried<T> = {
  readonly ids: () => readonly string[];
  readonly count: () => number;
  readonly objects: () => Iterable<T>;
  readonly lastId: () => string | null;
  /**
   * Tells one text of each object in order, empty where it has none, without making the objects; `place` is for `at`. False when it cannot, which may
   * show on the way: then what was told counts for nothing.
   */
  readonly eachText: (by: string, tell: (text: string, place: number) => void) => boolean;
  /** The object at a place that `eachText` told. */
  readonly at: (place: number) => T | undefined;
  /** Each id in order, with its object where what is stored of that may have one of `parts`, with null where it has none of them. */
  readonly mayHave: (parts: readonly string[]) => Iterable<readonly [id: string, object: T | null]>;
};

/** Under this key a collection that is not in memory as a whole answers its {@link Unhurried}. */
export const unhurried = Symbol('unhurried');

type Objects<T> = { readonly [id: string]: T; readonly [unhurried]?: Unhurried<T> };

/** Whether objects of a collection are made when they are asked for; then it has nothing of a prototype, and asking for what it lacks gives nothing. */
export function isLazy(collection: Objects<unknown>): boolean {
  return collection[unhurried] !== undefined;
}

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

/** Names of what is a text in an object. */
type TextIn<T> = { readonly [N in keyof T]: T[N] extends string | null ? N : never }[keyof T] & string;

/** The `most` objects of which the text `by` is highest, from there down; of equal ones those added first. Of a large collection one text of each is looked at. */
export function highestOf<T>(collection: Objects<T>, by: TextIn<T>, most: number): readonly T[] {
  return withTexts(collection, by, (texts, at) => {
    const highest: { readonly text: string; readonly place: number }[] = [];
    texts((text, place) => {
      if (highest.length >= most && (highest.at(-1)?.text ?? '') >= text) return;
      const before = highest.findIndex((each) => each.text < text);
      highest.splice(before < 0 ? highest.length : before, 0, { text, place });
      if (highest.length > most) highest.pop();
    });
    return highest.flatMap(({ place }) => at(place) ?? []);
  });
}

/** The objects of which the text `by`, empty where there is none, passes; in order. Of a large collection no others are made. */
export function passingBy<T>(collection: Objects<T>, by: TextIn<T>, passes: (text: string) => boolean): readonly T[] {
  return withTexts(collection, by, (texts, at) => {
    const places: number[] = [];
    texts((text, place) => {
      if (passes(text)) places.push(place);
    });
    return places.flatMap((place) => at(place) ?? []);
  });
}

type Texts = (tell: (text: string, place: number) => void) => void;
function withTexts<T, R>(collection: Objects<T>, by: TextIn<T>, work: (texts: Texts, at: (place: number) => T | undefined) => R): R {
  const lazy = collection[unhurried];
  if (lazy) {
    let told = true;
    const found = work((tell) => {
      told = lazy.eachText(by, tell);
    }, lazy.at);
    if (told) return found;
  }
  const all = objectsOf(collection);
  return work(
    (tell) => {
      for (const [place, object] of all.entries()) tell((object[by] as string | null) ?? '', place);
    },
    (place) => all[place],
  );
}

/** Each id in order, with its object where what is stored of that may have one of `parts`, with null where it surely has none: whoever looks for a sign reads only those. */
export function mayHave<T>(collection: Objects<T>, parts: readonly string[]): Iterable<readonly [id: string, object: T | null]> {
  return collection[unhurried]?.mayHave(parts) ?? Object.entries<T>(collection);
}

/** The highest id; `null` when the collection is empty. */
export function lastIdOf(collection: Objects<unknown>): string | null {
  const lazy = collection[unhurried];
  if (lazy) return lazy.lastId();
  return Object.keys(collection).reduce<string | null>((last, id) => (last === null || id > last ? id : last), null);
}
