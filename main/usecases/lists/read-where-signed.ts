import { idsOf, mayHave } from '#shared/domain/case/objects-of.ts';
import type { ReadingDesk } from '../ports/desk.ts';
import { inTurns } from './in-turns.ts';

/**
 * What `read` tells of each object of a collection, by id in its order; null of those whose stored form has none of `signs`, which are not read for it. Worked out once
 * for all, later only of what changed; others get their turn in between.
 */
export async function readWhereSigned<T, V>(
  desk: ReadingDesk,
  what: string,
  collection: { readonly [id: string]: T },
  signs: readonly string[],
  read: (object: T) => V | null,
): Promise<ReadonlyMap<string, V>> {
  const known = desk.keptOf<V | null>(what);
  await desk.kept(`${what}, of all`, [], () => inTurns(mayHave(collection, signs), ([id, object]) => known.set(id, object && read(object))));
  const found = new Map<string, V>();
  await inTurns(idsOf(collection), (id) => {
    const object = known.has(id) ? undefined : collection[id];
    if (object !== undefined) known.set(id, read(object));
    const told = known.get(id);
    if (told !== null && told !== undefined) found.set(id, told);
  });
  return found;
}
