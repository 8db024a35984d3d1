import { MapPin } from 'lucide-react';
import { mapWords } from '#shared/wording/english/views/map-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'map',
  title: mapWords.title,
  icon: MapPin,
  shortcut: 'Mod+Shift+M',
  group: 'analysis',
  shows: [],
  begins: () => [['places/list', {}]],
  load: async () => (await import('./map-view.tsx')).MapView,
};
