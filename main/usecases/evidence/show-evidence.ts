import { findObject } from '#shared/domain/case/find-object.ts';
import type { QueryUse } from '../handler.ts';

export const showEvidence: QueryUse<'evidence/show'> = async (desk, { id }) => findObject(desk.openCase.record(), 'evidence', id);
