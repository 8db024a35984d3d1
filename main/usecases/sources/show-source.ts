import { done, refused } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { sourceRowsAt, sourceUse } from './source-rows.ts';

export const showSource: QueryUse<'sources/show'> = async (desk, { id }) => {
  const [row] = sourceRowsAt(desk, [id]);
  if (!row) return refused({ kind: 'not-found', what: 'source', id });
  const use = sourceUse(desk);
  return done({ ...row, evidenceIds: [...(use.evidence.get(id) ?? [])], claimIds: [...(use.claims.get(id) ?? [])] });
};
