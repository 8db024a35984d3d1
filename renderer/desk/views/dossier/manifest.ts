import { FileText } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { dossierWords } from '#shared/wording/english/views/dossier-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'dossier',
  title: dossierWords.title,
  icon: FileText,
  shortcut: 'Mod+9',
  group: 'output',
  shows: ['dossier'],
  help: helpWords.dossier,
  load: async () => (await import('./dossier-view.tsx')).DossierView,
};
