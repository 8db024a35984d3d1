import { LayoutDashboard } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { helpWords } from '#shared/wording/english/help-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'overview',
  title: deskWords.overview.title,
  icon: LayoutDashboard,
  shortcut: 'Mod+1',
  group: 'case',
  shows: [],
  help: helpWords.overview,
  load: async () => (await import('./overview.tsx')).Overview,
};
