import type { EntityRow } from '#shared/contract/entities.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import type { Entity } from '#shared/domain/entity/entity.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

type Uses = { readonly asserts: Map<string, number>; readonly relays: Map<string, number> };

export const listEntities: QueryUse<'entities/list'> = async (desk) => {
  const record = desk.openCase.record();
  const uses = usesOf(record);
  return done(Object.values(record.entities).map((entity) => entityRow(entity, uses)));
};

export const showEntity: QueryUse<'entities/show'> = async (desk, { id }) => {
  const record = desk.openCase.record();
  const entity = findObject(record, 'entity', id);
  if (!entity.ok) return entity;
  const claims = Object.values(record.claims).filter((claim) => claim.asserterId === id || claim.viaIds.includes(entity.value.id));
  return done({ ...entityRow(entity.value, usesOf(record)), claimIds: claims.map((claim) => claim.id) });
};

function usesOf(record: CaseRecord): Uses {
  const asserts = new Map<string, number>();
  const relays = new Map<string, number>();
  for (const claim of Object.values(record.claims)) {
    asserts.set(claim.asserterId, (asserts.get(claim.asserterId) ?? 0) + 1);
    for (const id of new Set(claim.viaIds)) relays.set(id, (relays.get(id) ?? 0) + 1);
  }
  return { asserts, relays };
}

function entityRow(entity: Entity, uses: Uses): EntityRow {
  return { ...entity, asserts: uses.asserts.get(entity.id) ?? 0, relays: uses.relays.get(entity.id) ?? 0 };
}
