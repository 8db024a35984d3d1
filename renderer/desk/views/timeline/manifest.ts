import { ChartGantt } from 'lucide-react';
import { timelineWords } from '#shared/wording/english/views/timeline-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'timeline',
  title: timelineWords.title,
  icon: ChartGantt,
  shortcut: 'Mod+Shift+T',
  group: 'analysis',
  shows: [],
  load: async () => (await import('./timeline-view.tsx')).TimelineView,
};
