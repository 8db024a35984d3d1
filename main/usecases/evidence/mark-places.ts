import { editPlace, markPlace, unmarkPlace } from '#shared/domain/evidence/mark-place.ts';
import { done } from '#shared/kernel/reply.ts';
import { resolveAnchor } from '../claims/resolve-anchors.ts';
import { commitEdit, editFacts } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const markNewPlace: CommandUse<'evidence/mark-place'> = async (desk, { anchor: given, ...words }) => {
  const anchor = await resolveAnchor(desk.openCase, desk.openCase.record(), given);
  if (!anchor.ok) return anchor;
  const facts = editFacts(desk);
  const placeId = facts.newId();
  const change = await desk.openCase.commit((record) => markPlace(record, anchor.value, words, { ...editFacts(desk), newId: () => placeId }));
  return change.ok ? done({ placeId }) : change;
};

export const editKnownPlace: CommandUse<'evidence/edit-place'> = (desk, { id, placeId, ...words }) =>
  commitEdit(desk, (record) => editPlace(record, id, placeId, words));

export const unmarkKnownPlace: CommandUse<'evidence/unmark-place'> = (desk, { id, placeId }) => commitEdit(desk, (record) => unmarkPlace(record, id, placeId));
