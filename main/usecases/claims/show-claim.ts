import { findObject } from '#shared/domain/case/find-object.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { claimRow } from './claim-row.ts';

export const showClaim: QueryUse<'claims/show'> = async (desk, { id }) => {
  const record = desk.openCase.record();
  const claim = findObject(record, 'claim', id);
  return claim.ok ? done(claimRow(record, claim.value, desk.links())) : claim;
};
