import { NotebookPen } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { notesWords } from '#shared/wording/english/views/notes-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'notes',
  title: notesWords.title,
  icon: NotebookPen,
  shortcut: 'Mod+6',
  group: 'analysis',
  shows: ['note'],
  help: helpWords.notes,
  load: async () => (await import('./notes-view.tsx')).NotesView,
};
