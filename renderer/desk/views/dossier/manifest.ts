import { FileText } from 'lucide-react';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'dossier',
  title: dossierWords.title,
  icon: FileText,
  shortcut: 'Mod+9',
  group: 'output',
  shows: ['dossier'],
  load: async () => (await import('./dossier-view.tsx')).DossierView,
};
