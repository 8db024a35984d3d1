import { entityName } from '#shared/domain/case/label-of.ts';
import { placeEntity } from '#shared/domain/place/place-entity.ts';
import { done } from '#shared/kernel/reply.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse, QueryUse } from '../handler.ts';

const placesTold = 20;

export const placeKnownEntity: CommandUse<'entities/place'> = (desk, { id, place }) => commitEdit(desk, (record) => placeEntity(record, id, place));

export const listPlaces: QueryUse<'places/list'> = async (desk) => {
  const record = desk.openCase.record();
  const { into } = desk.links();
  return done(
    Object.values(record.entities).flatMap(({ id, kind, roleOnly, place }) =>
      place
        ? [{ id, name: entityName(record, id), role: roleOnly, kind, place, located: (into.get(id) ?? []).filter((link) => link.type === 'located-at').length }]
        : [],
    ),
  );
};

export const findPlaces: QueryUse<'places/find'> = async (desk, { match, limit = placesTold }) => done([...(await desk.gazetteer.find(match, limit))]);
