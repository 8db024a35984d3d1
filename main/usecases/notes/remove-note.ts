import { removeNote } from '#shared/domain/note/remove-note.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const removeKnownNote: CommandUse<'notes/remove'> = (desk, { id }) => commitEdit(desk, (record) => removeNote(record, id));
