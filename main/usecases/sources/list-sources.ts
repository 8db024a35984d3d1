import { objectsOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { gatherSourceUse, sourceRow } from './source-rows.ts';

export const listSources: QueryUse<'sources/list'> = async (desk) => {
  const record = desk.openCase.record();
  const use = gatherSourceUse(desk.openCase.heads());
  return done(objectsOf(record.sources).map((source) => sourceRow(record, source, use)));
};
