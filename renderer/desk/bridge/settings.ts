import type { SettingsChange, ShownSettings } from '#shared/contract/settings.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from './bridge.ts';
import { store, useStore } from './store.ts';
import { say } from './toasts.ts';

/** What was chosen for this computer; null until the shell has told it. */
export const settings = store<ShownSettings | null>(null);

/** Keeps a choice. It holds at once; the shell answers what is kept now. */
export async function changeSettings(change: SettingsChange): Promise<void> {
  const before = settings.get();
  if (before !== null) settings.set({ ...before, ...change });
  await ask({ ask: 'change-settings', change });
}

export async function forgetCases(): Promise<void> {
  await ask({ ask: 'forget-cases' });
}

async function ask(request: Parameters<ReturnType<typeof bridge>['shell']>[0]): Promise<void> {
  const reply = await bridge().shell(request);
  if (!reply.ok) return say({ tone: 'bad', title: problemSentence(reply.problem) });
  if (reply.value.kind === 'settings') settings.set(reply.value.settings);
}

export function useSettings(): ShownSettings | null {
  return useStore(settings);
}

/** The panic key as this desk writes shortcuts, or null while it is not known. */
export function panicShortcut(): string | null {
  return settings.get()?.panicKey.replace('CmdOrCtrl', 'Mod') ?? null;
}
