import { reviseNote } from '#shared/domain/note/revise-note.ts';
import { resolveAnchors } from '../claims/resolve-anchors.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const reviseKnownNote: CommandUse<'notes/revise'> = async (desk, { id, anchors: given, ...changes }) => {
  const anchors = await resolveAnchors(desk.openCase, given ?? []);
  if (!anchors.ok) return anchors;
  return commitEdit(desk, (record, facts) => reviseNote(record, id, { ...changes, anchors: given && anchors.value }, facts));
};
