import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

export const listPlans: QueryUse<'dossiers/list'> = async (desk) => done(Object.values(desk.openCase.record().dossiers));
