import type { EntityRow } from '#shared/contract/entities.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** Claims that an entity asserts, relays, and has to do with either way. */
export type EntityUse = {
  readonly asserts: ReadonlyMap<string, number>;
  readonly relays: ReadonlyMap<string, number>;
  readonly claims: ReadonlyMap<string, readonly string[]>;
};

/** Gathered in one pass over the claims, once until one of them changes. */
export function entityUse(desk: ReadingDesk): EntityUse {
  return desk.kept('use of entities', ['claims'], () => {
    const asserts = new Map<string, number>();
    const relays = new Map<string, number>();
    const claims = new Map<string, string[]>();
    for (const { id, asserterId, viaIds } of eachOf(desk.openCase.heads().claims)) {
      asserts.set(asserterId, (asserts.get(asserterId) ?? 0) + 1);
      const through = new Set<string>(viaIds);
      for (const relay of through) relays.set(relay, (relays.get(relay) ?? 0) + 1);
      for (const each of through.add(asserterId)) {
        const known = claims.get(each);
        if (known) known.push(id);
        else claims.set(each, [id]);
      }
    }
    return { asserts, relays, claims };
  });
}

/** Rows in the order of `ids`; what the case no longer holds is left out. */
export function entityRowsAt(desk: ReadingDesk, ids: readonly string[]): EntityRow[] {
  const heads = desk.openCase.heads();
  const use = entityUse(desk);
  return ids.flatMap((id) => {
    const entity = objectAt(heads, 'entity', id);
    if (!entity) return [];
    const { kind, names, roleOnly, addedAt } = entity;
    return [{ id: entity.id, kind, names, roleOnly, addedAt, asserts: use.asserts.get(id) ?? 0, relays: use.relays.get(id) ?? 0 }];
  });
}
