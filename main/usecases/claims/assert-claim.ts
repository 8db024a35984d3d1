import { assertClaim } from '#shared/domain/claim/assert-claim.ts';
import { commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';
import { resolveAnchors } from './resolve-anchors.ts';

export const assertNewClaim: CommandUse<'claims/assert'> = async (desk, input) => {
  const anchors = await resolveAnchors(desk.openCase, input.anchors ?? []);
  if (!anchors.ok) return anchors;
  return commitNew(desk, 'claims', (record, facts) => assertClaim(record, { ...input, anchors: anchors.value }, facts));
};
