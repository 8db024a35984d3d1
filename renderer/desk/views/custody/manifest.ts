import { ShieldCheck } from 'lucide-react';
import { deskWords } from '#shared/wording/english/desk.ts';
import { helpWords } from '#shared/wording/english/help-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'custody',
  title: deskWords.custody.title,
  icon: ShieldCheck,
  shortcut: 'Mod+0',
  group: 'output',
  shows: [],
  help: helpWords.custody,
  load: async () => (await import('./custody.tsx')).Custody,
};
