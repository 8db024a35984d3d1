import type { SnapshotTable } from '#main/casefile/indexed-snapshot.ts';
import type { Late } from './lazy-collection.ts';

/** One part of a head: the column it comes from, how it is read there, and what the whole object has in its place. */
type Part<T, V> = {
  readonly column: string | null;
  readonly reader: (table: SnapshotTable, column: string) => ((row: number) => V) | null;
  readonly instead: (object: T) => V;
  readonly none: V;
};
type Parts<T> = { readonly [name: string]: Part<T, unknown> };
type HeadFrom<T extends { readonly id: string }, P> = Pick<T, 'id'> & { readonly [N in keyof P]: P[N] extends Part<never, infer V> ? V : never };

const noWords: readonly string[] = [];

export function text<T, V extends string>(instead: (object: T) => V): Part<T, V> {
  return made('text', (word) => word as V, instead);
}

/** A text whose absence the column keeps as an empty one. */
export function maybe<T, V extends string>(instead: (object: T) => V | null): Part<T, V | null> {
  return made('text', (word) => (word === '' ? null : (word as V)), instead);
}

export function words<T, V extends string>(instead: (object: T) => readonly V[]): Part<T, readonly V[]> {
  return made('words', (found) => found as readonly V[], instead);
}

/** A part made of what its column holds; `column` where that is called otherwise than the part. */
export function made<T, V>(kind: 'text', make: (word: string) => V, instead: (object: T) => V, column?: string): Part<T, V>;
export function made<T, V>(kind: 'words', make: (words: readonly string[]) => V, instead: (object: T) => V, column?: string): Part<T, V>;
export function made<T, V>(kind: 'text' | 'words', make: (cell: never) => V, instead: (object: T) => V, column: string | null = null): Part<T, V> {
  const reader = (table: SnapshotTable, name: string) => {
    const read: ((row: number) => unknown) | null = table[kind](name);
    return read && ((row: number) => make(read(row) as never));
  };
  return { column, reader, instead, none: make((kind === 'text' ? '' : noWords) as never) };
}

/**
 * Heads of which each part is read when somebody looks at it: who goes through a large collection looks at two or three. What is made is its id
 * and its row, so that many may be kept. `null` for a table that lacks a column, as another version may write it.
 */
export function lateHead<T extends { readonly id: string }>() {
  return <P extends Parts<T>>(parts: P) =>
    (table: SnapshotTable, late: Late<T>): ((row: number, key: string) => HeadFrom<T, P>) | null => {
      class Head {
        readonly id: string;
        readonly row: number;
        constructor(id: string, row: number) {
          this.id = id;
          this.row = row;
        }
      }
      for (const [name, { column, reader, instead, none }] of Object.entries(parts)) {
        const read = reader(table, column ?? name);
        if (!read) return null;
        Object.defineProperty(Head.prototype, name, {
          enumerable: true,
          get(this: Head) {
            return late(this.id, this.row, read, instead, none);
          },
        });
      }
      return (row, key) => new Head(key, row) as unknown as HeadFrom<T, P>;
    };
}
