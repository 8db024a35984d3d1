import { writeNote } from '#shared/domain/note/write-note.ts';
import { resolveAnchors } from '../claims/resolve-anchors.ts';
import { commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const writeNewNote: CommandUse<'notes/write'> = async (desk, input) => {
  const anchors = await resolveAnchors(desk.openCase, input.anchors ?? []);
  if (!anchors.ok) return anchors;
  return commitNew(desk, 'notes', (record, facts) => writeNote(record, { ...input, anchors: anchors.value }, facts));
};
