import { FileBox } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { evidenceWords } from '#shared/wording/english/views/evidence-words.ts';
import { listQuestion } from '../../bridge/use-list.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'evidence',
  title: evidenceWords.title,
  icon: FileBox,
  shortcut: 'Mod+3',
  group: 'material',
  shows: ['evidence'],
  help: helpWords.evidence,
  begins: () => [listQuestion('evidence/order')],
  load: async () => (await import('./evidence-view.tsx')).EvidenceView,
};
