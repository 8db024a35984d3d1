import { done, type Reply } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import type { EditFacts } from '../case/edit-facts.ts';
import { findObject, firstMissing } from '../case/find-object.ts';
import { checkAnchors } from '../evidence/check-anchors.ts';
import type { NoteInput } from './write-note.ts';

/** Rewrites a note. The version before is kept with its moment whenever the words change: a note is never silently rewritten. */
export function reviseNote(record: CaseRecord, id: string, changes: Amendments<NoteInput>, facts: EditFacts): Reply<Change> {
  const note = findObject(record, 'note', id);
  if (!note.ok) return note;
  const bad = firstMissing(record, changes.aboutIds ?? []) ?? checkAnchors(record, changes.anchors ?? []);
  if (bad) return bad;
  const reworded = changes.text !== undefined && changes.text !== note.value.text;
  const earlier = reworded ? [...note.value.earlier, { text: note.value.text, at: note.value.changedAt }] : note.value.earlier;
  const value = { ...amend(note.value, changes), earlier, changedAt: facts.at };
  return done({ label: 'revise-note', ops: [{ put: 'notes', id, value }], custody: [] });
}
