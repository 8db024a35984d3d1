import { editClaim } from '#shared/domain/claim/edit-claim.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';
import { resolveAnchors } from './resolve-anchors.ts';

export const editKnownClaim: CommandUse<'claims/edit'> = async (desk, { id, anchors: given, ...changes }) => {
  const anchors = await resolveAnchors(desk.openCase, given ?? []);
  if (!anchors.ok) return anchors;
  return commitEdit(desk, (record, facts) => editClaim(record, id, { ...changes, anchors: given && anchors.value }, facts));
};
