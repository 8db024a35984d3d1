import { editClaims } from '#shared/domain/claim/edit-claims.ts';
import { splitClaim } from '#shared/domain/claim/split-claim.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import { done } from '#shared/kernel/reply.ts';
import { commitEdit, editFacts } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

/** One edit, and so one step of undo, however many claims it touches. */
export const editKnownClaims: CommandUse<'claims/edit-many'> = (desk, { ids, ...changes }) =>
  commitEdit(desk, (record, facts) => editClaims(record, ids, changes, facts));

export const splitKnownClaim: CommandUse<'claims/split'> = async (desk, { id, texts }) => {
  const change = await desk.openCase.commit((record) => splitClaim(record, id, texts, editFacts(desk)));
  return change.ok ? done({ ids: change.value.ops.map((op) => op.id as ObjectId) }) : change;
};
