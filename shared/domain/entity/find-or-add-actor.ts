import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { findObject } from '../case/find-object.ts';
import type { Lookup } from '../case/lookup.ts';
import { objectsOf } from '../case/objects-of.ts';
import type { Entity } from './entity.ts';
import { foldName } from './fold-name.ts';

/** An actor by id, or by any name. */
export type ActorInput = { readonly id: ObjectId } | { readonly name: string };
/** The actors in the order asked for, and the entities that must be added for them. */
export type FoundActors = { readonly ids: readonly ObjectId[]; readonly added: readonly Entity[] };

type Named = { readonly names: readonly string[] };
// Entities never change in place, so their folded names can be remembered for as long as they live.
const foldedNames = new WeakMap<Named, readonly string[]>();
/** The names of an entity, folded. */
export function namesOf(entity: Named): readonly string[] {
  const known = foldedNames.get(entity);
  if (known) return known;
  const folded = entity.names.map(foldName);
  foldedNames.set(entity, folded);
  return folded;
}

/** The entity that bears this name in any of its spellings; of several the one that was added first. */
export function entityNamed(record: CaseRecord, name: string, lookup?: Lookup): Entity | null {
  const wanted = foldName(name);
  if (lookup) return lookup.entityByFoldedName(wanted);
  return addedFirst(objectsOf(record.entities).filter((entity) => namesOf(entity).includes(wanted)));
}

/** The order of a record's objects may differ after undo; this one does not. */
export function addedFirst<T extends Pick<Entity, 'id' | 'addedAt'>>(entities: readonly T[]): T | null {
  const isBefore = (left: T, right: T) => left.addedAt < right.addedAt || (left.addedAt === right.addedAt && left.id < right.id);
  return entities.reduce<T | null>((first, each) => (first && !isBefore(each, first) ? first : each), null);
}

/** Resolves actors: ids must exist, names find the entity that bears them or make a new one, once per name. */
export function findOrAddActors(record: CaseRecord, actors: readonly ActorInput[], facts: EditFacts): Reply<FoundActors> {
  const ids: ObjectId[] = [];
  const added = new Map<string, Entity>();
  for (const actor of actors) {
    if ('id' in actor) {
      const entity = findObject(record, 'entity', actor.id);
      if (!entity.ok) return entity;
      ids.push(entity.value.id);
      continue;
    }
    const folded = foldName(actor.name);
    const known = added.get(folded) ?? entityNamed(record, actor.name, facts.lookup);
    const entity = known ?? { id: facts.newId(), kind: 'actor' as const, names: [actor.name], roleOnly: null, addedAt: facts.at };
    if (!known) added.set(folded, entity);
    ids.push(entity.id);
  }
  return done({ ids, added: [...added.values()] });
}
