import { Link2 } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { linksWords } from '#shared/wording/english/views/links-words.ts';
import { listQuestion } from '../../bridge/use-list.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'links',
  title: linksWords.title,
  icon: Link2,
  shortcut: 'Mod+5',
  group: 'analysis',
  shows: ['link'],
  help: helpWords.links,
  begins: () => [listQuestion('links/order')],
  load: async () => (await import('./links-view.tsx')).LinksView,
};
