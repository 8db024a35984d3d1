import type { Language } from '#shared/kernel/languages.ts';
import { bridge } from '../bridge/bridge.ts';
import { settings } from '../bridge/settings.ts';
import { store } from '../bridge/store.ts';

export type ShellState = { readonly demonstrationEngine: boolean; readonly version: string; readonly firstLook: boolean };
export const shellState = store<ShellState | null>(null);

/** Asks the shell what it is and what was chosen for this computer: first of all, because words are composed while modules load. */
export async function readShellState(): Promise<Language> {
  const reply = await bridge().shell({ ask: 'state' });
  if (!reply.ok || reply.value.kind !== 'state') return 'en';
  settings.set(reply.value.settings);
  shellState.set({ demonstrationEngine: reply.value.demonstrationEngine, version: reply.value.version, firstLook: reply.value.firstLook });
  return reply.value.settings.spoken;
}
