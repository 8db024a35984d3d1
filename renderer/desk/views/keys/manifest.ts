import { KeyRound } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { keysViewWords } from '#shared/wording/english/keys-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'keys',
  title: keysViewWords.title,
  icon: KeyRound,
  shortcut: null,
  group: 'keeping',
  shows: [],
  help: helpWords.keys,
  load: async () => (await import('./keys.tsx')).KeysView,
};
