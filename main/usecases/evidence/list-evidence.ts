import { idsOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { evidenceRowsAt } from './evidence-row.ts';

/** Evidence in the order it was taken in, with the number of claims that rest on each item. */
export const listEvidence: QueryUse<'evidence/list'> = async (desk) => done(evidenceRowsAt(desk, idsOf(desk.openCase.heads().evidence)));
