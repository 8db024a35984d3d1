import { Newspaper } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { sourcesWords } from '#shared/wording/english/views/sources-words.ts';
import { listQuestion } from '../../bridge/use-list.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'sources',
  title: sourcesWords.title,
  icon: Newspaper,
  shortcut: 'Mod+2',
  group: 'material',
  shows: ['source'],
  help: helpWords.sources,
  begins: () => [listQuestion('sources/order')],
  load: async () => (await import('./sources-view.tsx')).SourcesView,
};
