import { idsOf } from '#shared/domain/case/objects-of.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { entityRowsAt, entityUse } from './entity-rows.ts';

export const listEntities: QueryUse<'entities/list'> = async (desk) => done(entityRowsAt(desk, idsOf(desk.openCase.heads().entities)));

export const showEntity: QueryUse<'entities/show'> = async (desk, { id }) => {
  const [row] = entityRowsAt(desk, [id]);
  if (!row) return refused({ kind: 'not-found', what: 'entity', id });
  return done({ ...row, claimIds: [...(entityUse(desk).claims.get(id) ?? [])] });
};
