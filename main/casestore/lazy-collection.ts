import { SnapshotDamage, type SnapshotTable } from '#main/casefile/indexed-snapshot.ts';
import { type Unhurried, unhurried } from '#shared/domain/case/objects-of.ts';

/**
 * Reads a part of an object only when somebody looks at it. Where the table turns out damaged only then, the object that the other way has of it
 * tells the part; `none` when that has no such object.
 */
export type Late<T> = <V>(key: string, row: number, read: (row: number) => V, instead: (object: T) => V, none: V) => V;

/** What a collection needs of the snapshot it rests on. `H` is what lists need of an object. */
export type RestsOn<T, H> = {
  readonly table: SnapshotTable;
  /** The object of a line; `null` when it is none of this collection. */
  readonly read: (key: string, line: string) => T | null;
  /** `null` when the table does not tell heads: then the objects are read for them. */
  readonly head: (late: Late<T>) => ((row: number, key: string) => H) | null;
  /** An object as its head: itself, since it has all that lists need. */
  readonly asHead: (object: T) => H;
  /** The objects as the other way to the same state has them, when the table turns out damaged. */
  readonly rescue: () => { readonly [key: string]: T };
};
/** An object as it is to be written: as it is now, or as its row of the table says. */
export type Written<T> = { readonly key: string; readonly object: T } | { readonly key: string; readonly row: number };
export type LazyCollection<T, H> = {
  /** Looks like any other collection; {@link Unhurried} is for going through it. */
  readonly objects: { [key: string]: T };
  readonly heads: { readonly [key: string]: H };
  /** Everything, in order. Throws {@link SnapshotDamage}, as reading a row of it does. */
  readonly written: () => Iterable<Written<T>>;
  readonly table: SnapshotTable;
  /** Reads of the table for that. Damage is thrown on, but from then on the collection rests on the other way. */
  readonly fromTable: <R>(work: () => R) => R;
};

/** Objects read from the snapshot that are kept: what was looked at last is looked at again. */
const objectsKept = 1_024;

/**
 * A collection whose objects are read from the snapshot when they are asked for; edits lie over it in memory. Keys are in the order in which
 * they were added, as those of any object. An object that does not fit its schema is left out once it is met.
 */
export function lazyCollection<T, H>({ table, read, head, asHead, rescue }: RestsOn<T, H>): LazyCollection<T, H> {
  /** What the other way gave; from then on the table is not asked any more. */
  let rescued: ReadonlyMap<string, T> | null = null;
  let rescuedKeys: readonly string[] = [];
  const replaced = new Map<string, T>();
  const added = new Map<string, T>();
  const gone = new Set<string>();
  const kept = new Map<string, T>();

  /** From now on the other way tells everything; what is no damage of the table is thrown on. */
  const giveUpTable = (error: unknown): void => {
    if (!(error instanceof SnapshotDamage)) throw error;
    if (rescued) return;
    kept.clear();
    rescued = new Map(Object.entries(rescue()));
    rescuedKeys = [...rescued.keys()];
  };
  const fromTable = <R>(work: () => R): R => {
    try {
      return work();
    } catch (error) {
      if (error instanceof SnapshotDamage) giveUpTable(error);
      throw error;
    }
  };
  const safely = <R>(work: () => R): R => {
    try {
      return work();
    } catch (error) {
      giveUpTable(error);
      return work();
    }
  };
  const late: Late<T> = (key, row, read, instead, none) => {
    if (!rescued) {
      try {
        return read(row);
      } catch (error) {
        giveUpTable(error);
      }
    }
    const object = rescued?.get(key);
    return object ? instead(object) : none;
  };
  const headOfRow = head(late);
  // Whoever asks whether it is there, asks for it next.
  let [lastKey, lastRow] = ['', -1];
  const rowOf = (key: string): number => {
    if (key !== lastKey) [lastKey, lastRow] = [key, table.rowOf(key)];
    return lastRow;
  };
  const inBase = (key: string) => (rescued ? rescued.has(key) : rowOf(key) >= 0);
  const has = (key: string) => added.has(key) || replaced.has(key) || (!gone.has(key) && safely(() => inBase(key)));

  const objectIn = (row: number, key: string): T | undefined => {
    if (rescued) return rescued.get(key);
    const object = read(key, table.lineAt(row));
    if (!object) gone.add(key);
    return object ?? undefined;
  };
  const headIn = (row: number, key: string): H | undefined => {
    if (headOfRow && !rescued) return headOfRow(row, key);
    const object = objectIn(row, key);
    return object && asHead(object);
  };
  const objectOf = (key: string): T | undefined => {
    const known = kept.get(key);
    if (known) kept.delete(key);
    const row = known || rescued ? 0 : rowOf(key);
    const object = known ?? (row < 0 ? undefined : objectIn(row, key));
    if (object && !rescued) kept.set(key, object);
    if (kept.size > objectsKept) kept.delete(kept.keys().next().value ?? key);
    return object;
  };
  const headOf = (key: string): H | undefined => {
    const row = rescued ? 0 : rowOf(key);
    return row < 0 ? undefined : headIn(row, key);
  };
  /** Whether what is stored of an object may have one of these; of one that cannot be told it may. */
  const mayHaveIn = (row: number, parts: readonly string[]): boolean => {
    if (rescued) return true;
    try {
      const line = table.lineAt(row);
      return parts.some((part) => line.includes(part));
    } catch (error) {
      giveUpTable(error);
      return true;
    }
  };
  const edited = (key: string): T | undefined => added.get(key) ?? replaced.get(key);

  const countOfBase = () => (rescued ? rescued.size : table.rows);
  const keyIn = (row: number): string => {
    if (!rescued) {
      try {
        return table.keyAt(row);
      } catch (error) {
        giveUpTable(error);
      }
    }
    return rescuedKeys[row] ?? '';
  };
  /** Rows of what lies beneath the edits, each with its key, one at a time: who wants fifty reads fifty. Both ways have them in one order. */
  function* baseRows(): Iterable<readonly [row: number, key: string]> {
    for (let row = 0; row < countOfBase(); row += 1) {
      const key = keyIn(row);
      if (!gone.has(key)) yield [row, key];
    }
  }
  const keys = (): readonly string[] => {
    const found: string[] = [];
    for (let row = 0; row < countOfBase(); row += 1) {
      const key = keyIn(row);
      if (!gone.has(key)) found.push(key);
    }
    for (const key of added.keys()) found.push(key);
    return found;
  };

  const lastId = (): string | null => {
    const last = rescued ? -1 : safely(() => table.lastByKey());
    const highest = last < 0 ? null : safely(() => table.keyAt(last));
    const all = highest === null || gone.has(highest) ? keys() : [highest, ...added.keys()];
    return all.reduce<string | null>((most, key) => (most === null || key > most ? key : most), null);
  };

  /** `seen`: how an edited object is told; `inRow` and `of`: how one that was not edited is, by its row and by its key. */
  const view = <V>(seen: (object: T) => V, inRow: (row: number, key: string) => V | undefined, of: (key: string) => V | undefined): { [key: string]: V } => {
    const get = (key: string): V | undefined => {
      const object = edited(key);
      if (object) return seen(object);
      return gone.has(key) ? undefined : safely(() => of(key));
    };
    const inRowSafely = (row: number, key: string): V | undefined => {
      try {
        return inRow(row, key);
      } catch (error) {
        giveUpTable(error);
        return inRow(row, key);
      }
    };
    const lazily: Unhurried<V> = {
      ids: keys,
      count: () => countOfBase() - gone.size + added.size,
      lastId,
      *objects() {
        for (let row = 0; row < countOfBase(); row += 1) {
          const key = keyIn(row);
          if (gone.has(key)) continue;
          const changed = replaced.get(key);
          const object = changed ? seen(changed) : inRowSafely(row, key);
          if (object !== undefined) yield object;
        }
        for (const object of added.values()) yield seen(object);
      },
      eachText: (by, tell) => {
        const read = rescued ? null : table.text(by);
        if (!read) return false;
        const textOf = (object: T) => (seen(object) as { readonly [name: string]: string | null })[by] ?? '';
        try {
          const changed = new Map([...gone, ...replaced.keys()].map((key) => [rowOf(key), key] as const));
          for (let row = 0; row < table.rows; row += 1) {
            const key = changed.size === 0 ? undefined : changed.get(row);
            if (key === undefined) tell(read(row), row);
            else if (!gone.has(key)) tell(textOf(replaced.get(key) as T), row);
          }
        } catch (error) {
          giveUpTable(error);
          return false;
        }
        for (const [place, object] of [...added.values()].entries()) tell(textOf(object), table.rows + place);
        return true;
      },
      at: (place) => {
        if (place >= table.rows) return atPlace(added.values(), place - table.rows, seen);
        const key = keyIn(place);
        const changed = replaced.get(key);
        return gone.has(key) ? undefined : changed ? seen(changed) : inRowSafely(place, key);
      },
      *mayHave(parts) {
        for (let row = 0; row < countOfBase(); row += 1) {
          const key = keyIn(row);
          if (gone.has(key)) continue;
          const changed = replaced.get(key);
          yield [key, changed ? seen(changed) : mayHaveIn(row, parts) ? (inRowSafely(row, key) ?? null) : null];
        }
        for (const [key, object] of added) yield [key, seen(object)];
      },
    };
    return new Proxy<{ [key: string]: V }>(Object.create(null), {
      get: (_, key) => (typeof key === 'string' ? get(key) : key === unhurried ? lazily : undefined),
      has: (_, key) => typeof key === 'string' && has(key),
      ownKeys: () => [...keys()],
      getOwnPropertyDescriptor: (_, key) => (typeof key === 'string' && has(key) ? { get: () => get(key), enumerable: true, configurable: true } : undefined),
      set: (_, key, value: T) => {
        if (typeof key !== 'string') return false;
        if (!gone.has(key) && safely(() => inBase(key))) replaced.set(key, value);
        else added.set(key, value);
        kept.delete(key);
        return true;
      },
      deleteProperty: (_, key) => {
        if (typeof key !== 'string') return false;
        if (!added.delete(key) && safely(() => inBase(key))) gone.add(key);
        replaced.delete(key);
        kept.delete(key);
        return true;
      },
    });
  };

  return {
    objects: view<T>((object) => object, objectIn, objectOf),
    heads: view<H>(asHead, headIn, headOf),
    table,
    fromTable,
    *written() {
      for (const [row, key] of baseRows()) {
        const object = replaced.get(key) ?? rescued?.get(key);
        yield object ? { key, object } : { key, row };
      }
      for (const [key, object] of added) yield { key, object };
    },
  };
}

function atPlace<T, V>(objects: Iterable<T>, place: number, seen: (object: T) => V): V | undefined {
  let at = 0;
  for (const object of objects) {
    if (at === place) return seen(object);
    at += 1;
  }
  return undefined;
}
