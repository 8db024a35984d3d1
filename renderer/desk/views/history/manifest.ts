import { History } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { helpWords } from '#shared/wording/english/help-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'history',
  title: deskWords.history.title,
  icon: History,
  shortcut: 'Mod+Shift+H',
  group: 'case',
  shows: [],
  help: helpWords.history,
  load: async () => (await import('./history.tsx')).History,
};
