import { findObject } from '#shared/domain/case/find-object.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { noteRow } from './note-row.ts';

export const showNote: QueryUse<'notes/show'> = async (desk, { id }) => {
  const record = desk.openCase.record();
  const note = findObject(record, 'note', id);
  return note.ok ? done({ ...noteRow(desk.openCase.heads(), note.value), earlier: note.value.earlier.map((version) => ({ ...version })) }) : note;
};
