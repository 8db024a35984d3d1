import { findObject } from '#shared/domain/case/find-object.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { gatherSourceUse, sourceRow } from './source-rows.ts';

export const showSource: QueryUse<'sources/show'> = async (desk, { id }) => {
  const record = desk.openCase.record();
  const source = findObject(record, 'source', id);
  if (!source.ok) return source;
  const use = gatherSourceUse(record);
  return done({ ...sourceRow(record, source.value, use), evidenceIds: [...(use.evidence.get(id) ?? [])], claimIds: [...(use.claims.get(id) ?? [])] });
};
