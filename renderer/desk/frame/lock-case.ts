import { bridge } from '../bridge/bridge.ts';

/** Locks the case: the shell ends the case process and shows the unlock page. Every edit is on disk already. */
export async function lockCase(): Promise<void> {
  await bridge().shell({ ask: 'lock' });
}
