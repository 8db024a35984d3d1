import { objectAt } from '#shared/domain/case/find-object.ts';
import { entityName } from '#shared/domain/case/label-of.ts';
import type { Place } from '#shared/domain/place/place.ts';
import { placeEntity } from '#shared/domain/place/place-entity.ts';
import { done } from '#shared/kernel/reply.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse, QueryUse } from '../handler.ts';
import { readWhereSigned } from '../lists/read-where-signed.ts';
import type { ReadingDesk } from '../ports/desk.ts';

const placesTold = 20;

export const placeKnownEntity: CommandUse<'entities/place'> = (desk, { id, place }) => commitEdit(desk, (record) => placeEntity(record, id, place));

export const listPlaces: QueryUse<'places/list'> = async (desk) => {
  const heads = desk.openCase.heads();
  const { into } = desk.links();
  const places = await placesOf(desk);
  return done(
    [...places].flatMap(([id, place]) => {
      const entity = objectAt(heads, 'entity', id);
      const located = (into.get(id) ?? []).filter((link) => link.type === 'located-at').length;
      return entity ? [{ id, name: entityName(heads, id), role: entity.roleOnly, kind: entity.kind, place, located }] : [];
    }),
  );
};

/** Where entities are, as far as anybody has said. An entity is read again only when it has changed. */
function placesOf(desk: ReadingDesk): Promise<ReadonlyMap<string, Place>> {
  return desk.kept('places', ['entities'], () =>
    readWhereSigned(desk, 'places of entities', desk.openCase.record().entities, ['"place"'], ({ place }) => place ?? null),
  );
}

export const findPlaces: QueryUse<'places/find'> = async (desk, { match, limit = placesTold }) => done([...(await desk.gazetteer.find(match, limit))]);
