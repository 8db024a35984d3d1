import { reviseNote } from '#shared/domain/note/revise-note.ts';
import { commitEdit } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const reviseKnownNote: CommandUse<'notes/revise'> = (desk, { id, ...changes }) =>
  commitEdit(desk, (record, facts) => reviseNote(record, id, changes, facts));
