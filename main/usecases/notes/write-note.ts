import { writeNote } from '#shared/domain/note/write-note.ts';
import { commitNew } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';

export const writeNewNote: CommandUse<'notes/write'> = (desk, input) => commitNew(desk, 'notes', (record, facts) => writeNote(record, input, facts));
