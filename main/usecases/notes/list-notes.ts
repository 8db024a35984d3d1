import { objectsOf } from '#shared/domain/case/objects-of.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { noteRow } from './note-row.ts';

/** Notes, newest change first; those about one object also when their text refers to it. */
export const listNotes: QueryUse<'notes/list'> = async (desk, { aboutId }) => {
  const record = desk.openCase.record();
  const notes = objectsOf(record.notes).filter((note) => aboutId === undefined || note.aboutIds.includes(aboutId) || note.text.includes(`[[${aboutId}`));
  const sorted = notes.toSorted((left, right) => (left.changedAt < right.changedAt ? 1 : left.changedAt > right.changedAt ? -1 : 0));
  return done(sorted.map((note) => noteRow(record, note)));
};
