import { FileBox } from 'lucide-react';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'evidence',
  title: evidenceWords.title,
  icon: FileBox,
  shortcut: 'Mod+3',
  group: 'material',
  shows: ['evidence'],
  load: async () => (await import('./evidence-view.tsx')).EvidenceView,
};
