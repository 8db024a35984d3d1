import type { NoteRow } from '#shared/contract/notes.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { labelOf } from '#shared/domain/case/label-of.ts';
import type { Note } from '#shared/domain/note/note.ts';

/** A note as lists show it; what it is about is left out where it is no longer in the case. */
export function noteRow(record: CaseHeads, note: Note): NoteRow {
  const { earlier, ...head } = note;
  return { ...head, versions: earlier.length + 1, about: note.aboutIds.map((id) => labelOf(record, id)).filter((label) => label !== null) };
}
