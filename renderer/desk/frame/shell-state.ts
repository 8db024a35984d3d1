import { bridge } from '../bridge/bridge.ts';
import { store } from '../bridge/store.ts';
import { theme } from '../bridge/theme.ts';

export type ShellState = { readonly demonstrationEngine: boolean; readonly version: string };
export const shellState = store<ShellState | null>(null);

/** Asks the shell once what it is and which theme was chosen. */
export async function readShellState(): Promise<void> {
  const reply = await bridge().shell({ ask: 'state' });
  if (!reply.ok || reply.value.kind !== 'state') return;
  theme.set(reply.value.theme);
  shellState.set({ demonstrationEngine: reply.value.demonstrationEngine, version: reply.value.version });
}
