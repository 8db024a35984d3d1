import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { sourceRow, useOfSources } from './source-rows.ts';

export const listSources: QueryUse<'sources/list'> = async (desk) => {
  const record = desk.openCase.record();
  const use = useOfSources(record);
  return done(Object.values(record.sources).map((source) => sourceRow(record, source, use)));
};
