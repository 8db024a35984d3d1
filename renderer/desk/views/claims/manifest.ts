import { MessageSquareQuote } from 'lucide-react';
import { helpWords } from '#shared/wording/english/help-words.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import type { ViewManifest } from '../../bridge/view-manifest.ts';
import { ledgerDesk, ledgerQuestion } from './ledger-desk.ts';

export const manifest: ViewManifest = {
  id: 'claims',
  title: claimsWords.title,
  icon: MessageSquareQuote,
  shortcut: 'Mod+4',
  group: 'analysis',
  shows: ['claim'],
  help: helpWords.claims,
  begins: (byRole) => [['claims/ledger', ledgerQuestion(ledgerDesk.get(), byRole)]],
  load: async () => (await import('./claims-view.tsx')).ClaimsView,
};
