import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { actingAnalyst, type EditFacts } from '../case/edit-facts.ts';
import { firstMissing } from '../case/find-object.ts';
import type { Anchor } from '../evidence/anchor.ts';
import { checkAnchors } from '../evidence/check-anchors.ts';
import type { Note } from './note.ts';

export type NoteInput = {
  readonly text: string;
  readonly title?: string | null | undefined;
  readonly aboutIds?: readonly ObjectId[] | undefined;
  readonly anchors?: readonly Anchor[] | undefined;
};

/** Writes a note, about any objects of the case or none. */
export function writeNote(record: CaseRecord, input: NoteInput, facts: EditFacts): Reply<Change> {
  const aboutIds = [...new Set(input.aboutIds ?? [])];
  const bad = firstMissing(record, aboutIds) ?? checkAnchors(record, input.anchors ?? []);
  if (bad) return bad;
  const value: Note = {
    id: facts.newId(),
    title: input.title ?? null,
    text: input.text,
    aboutIds,
    anchors: input.anchors ?? [],
    madeAt: facts.at,
    changedAt: facts.at,
    by: actingAnalyst(record),
    earlier: [],
  };
  return done({ label: 'write-note', ops: [{ put: 'notes', id: value.id, value }], custody: [] });
}
