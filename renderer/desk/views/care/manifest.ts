import { HeartPulse } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';

export const manifest: ViewManifest = {
  id: 'care',
  title: careWords.title,
  icon: HeartPulse,
  shortcut: null,
  group: 'keeping',
  shows: [],
  help: helpWords.care,
  load: async () => (await import('./care.tsx')).Care,
};
