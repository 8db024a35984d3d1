import { idsOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { sourceRowsAt } from './source-rows.ts';

export const listSources: QueryUse<'sources/list'> = async (desk) => done(sourceRowsAt(desk, idsOf(desk.openCase.heads().sources)));
