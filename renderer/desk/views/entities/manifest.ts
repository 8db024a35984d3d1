import { Users } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { listQuestion } from '../../bridge/use-list.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';
import { byName } from './list-sort.ts';

export const manifest: ViewManifest = {
  id: 'entities',
  title: deskWords.entities.title,
  icon: Users,
  shortcut: 'Mod+7',
  group: 'analysis',
  shows: ['entity'],
  help: helpWords.entities,
  begins: (byRole) => [listQuestion('entities/order', byName, byRole ? { byRole } : {})],
  load: async () => (await import('./entities.tsx')).Entities,
};
