import type { NoteLine } from '#shared/contract/notes.ts';
import type { NoteHead } from '#shared/domain/case/case-heads.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { labelOf } from '#shared/domain/case/label-of.ts';
import type { noteColumns } from '#shared/domain/case/list-columns.ts';
import { noteName } from '#shared/domain/note/note-name.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { labelWords } from '../lists/label-words.ts';
import { keptWords, type ListPlan, orderList, rowsOf } from '../lists/order-list.ts';
import type { ReadingDesk } from '../ports/desk.ts';

const plan: ListPlan<NoteHead, (typeof noteColumns)[number]> = {
  name: 'notes',
  rows: rowsOf('notes'),
  keys: {
    name: { of: () => noteName },
    about: { of: (desk) => (note) => firstAbout(desk, note), reads: ['sources', 'evidence', 'claims', 'links', 'entities', 'dossiers'] },
    changed: { of: () => (note) => note.changedAt, plain: true },
  },
  usual: { by: 'changed', descending: true },
  found: (desk) => {
    const { notes } = desk.openCase.record();
    const writing = keptWords<NoteHead>(desk, 'writing of notes', ({ id, title }) => `${title ?? ''} ${notes[id]?.text ?? ''}`);
    const labels = labelWords(desk);
    return (note) => [writing(note), ...note.aboutIds.map(labels)].join(' ');
  },
  foundReads: ['sources', 'evidence', 'claims', 'links', 'entities', 'dossiers'],
};

function firstAbout(desk: ReadingDesk, { aboutIds }: NoteHead): string | null {
  const [first] = aboutIds;
  return first === undefined ? null : (labelOf(desk.openCase.heads(), first)?.label ?? null);
}

/** Which notes the list shows and in which order. */
export const orderNotes: QueryUse<'notes/order'> = async (desk, wish) => done(await orderList(desk, plan, wish, noteLines));
export const showNoteLines: QueryUse<'notes/rows'> = async (desk, { ids }) => done(noteLines(desk, ids));

function noteLines(desk: ReadingDesk, ids: readonly string[]): NoteLine[] {
  const heads = desk.openCase.heads();
  return ids.flatMap((id) => {
    const note = objectAt(heads, 'note', id);
    if (!note) return [];
    const about = note.aboutIds.flatMap((each) => labelOf(heads, each) ?? []);
    return [{ id, title: note.title, begins: noteName(note), about, changedAt: note.changedAt }];
  });
}
