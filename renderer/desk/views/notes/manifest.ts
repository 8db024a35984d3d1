import { NotebookPen } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import { listQuestion } from '../../bridge/use-list.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';
import { latestFirst } from './list-sort.ts';

export const manifest: ViewManifest = {
  id: 'notes',
  title: notesWords.title,
  icon: NotebookPen,
  shortcut: 'Mod+6',
  group: 'analysis',
  shows: ['note'],
  help: helpWords.notes,
  begins: () => [listQuestion('notes/order', latestFirst)],
  load: async () => (await import('./notes-view.tsx')).NotesView,
};
