import { Waypoints } from 'lucide-react';
import { boardWords } from '#shared/wording/english/views/board-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'board',
  title: boardWords.title,
  icon: Waypoints,
  shortcut: 'Mod+B',
  group: 'analysis',
  shows: [],
  begins: () => [['boards/graph', {}]],
  load: async () => (await import('./board-view.tsx')).BoardView,
};
