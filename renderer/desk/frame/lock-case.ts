import { deskWords } from '#shared/wording/english/desk.ts';
import { bridge } from '../bridge/bridge.ts';
import { drafts } from '../bridge/drafts.ts';
import { say } from '../bridge/toasts.ts';

/** Locks the case: the shell ends the case process and shows the unlock page. Every edit is on disk already; forms left unsaved are told of first. */
export async function lockCase(atOnce = false): Promise<void> {
  const unsaved = drafts.get().length;
  const lock = () => bridge().shell({ ask: 'lock', atOnce });
  if (atOnce || unsaved === 0) return void (await lock());
  const { unsavedAtLock, lockAnyway } = deskWords.status;
  say({ tone: 'bad', title: unsavedAtLock(unsaved), act: { label: lockAnyway, run: () => void lock() } });
}
