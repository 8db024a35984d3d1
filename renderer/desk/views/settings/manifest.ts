import { Settings } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { settingsWords } from '#shared/wording/english/views/settings-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'settings',
  title: settingsWords.title,
  icon: Settings,
  shortcut: 'Mod+,',
  group: 'keeping',
  shows: [],
  help: helpWords.settings,
  load: async () => (await import('./settings.tsx')).SettingsView,
};
