import type { EntityRow } from '#shared/contract/entities.ts';
import type { CaseHeads, EntityHead } from '#shared/domain/case/case-heads.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import { eachOf, objectsOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

type Uses = { readonly asserts: Map<string, number>; readonly relays: Map<string, number> };

export const listEntities: QueryUse<'entities/list'> = async (desk) => {
  const record = desk.openCase.heads();
  const uses = usesOf(record);
  return done(objectsOf(record.entities).map((entity) => entityRow(entity, uses)));
};

export const showEntity: QueryUse<'entities/show'> = async (desk, { id }) => {
  const record = desk.openCase.heads();
  const entity = findObject(record, 'entity', id);
  if (!entity.ok) return entity;
  const claims = objectsOf(record.claims).filter((claim) => claim.asserterId === id || claim.viaIds.includes(entity.value.id));
  return done({ ...entityRow(entity.value, usesOf(record)), claimIds: claims.map((claim) => claim.id) });
};

function usesOf(record: CaseHeads): Uses {
  const asserts = new Map<string, number>();
  const relays = new Map<string, number>();
  for (const claim of eachOf(record.claims)) {
    asserts.set(claim.asserterId, (asserts.get(claim.asserterId) ?? 0) + 1);
    for (const id of new Set(claim.viaIds)) relays.set(id, (relays.get(id) ?? 0) + 1);
  }
  return { asserts, relays };
}

function entityRow({ id, kind, names, roleOnly, addedAt }: EntityHead, uses: Uses): EntityRow {
  return { id, kind, names, roleOnly, addedAt, asserts: uses.asserts.get(id) ?? 0, relays: uses.relays.get(id) ?? 0 };
}
