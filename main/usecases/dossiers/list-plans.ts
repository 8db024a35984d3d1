import { objectsOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

export const listPlans: QueryUse<'dossiers/list'> = async (desk) => done([...objectsOf(desk.openCase.record().dossiers)]);
