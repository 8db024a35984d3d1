import { Search } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { helpWords } from '#shared/wording/english/help-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'search',
  title: deskWords.search.title,
  icon: Search,
  shortcut: 'Mod+8',
  group: 'case',
  shows: [],
  help: helpWords.search,
  commands: ['watch/add', 'watch/edit', 'watch/remove'],
  load: async () => (await import('./search.tsx')).SearchView,
};
