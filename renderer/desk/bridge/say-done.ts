import { deskWords } from '#shared/wording/english/desk.ts';
import { toastWords } from '#shared/wording/english/desk-details.ts';
import { runAction } from './actions.ts';
import { bridge } from './bridge.ts';
import { say } from './toasts.ts';

/** Says that an edit was made, and offers to take it back in place of a question before it. Undo takes back the last edit, so later ones come first. */
export function sayDone(title: string, tone: 'good' | 'plain' = 'good'): void {
  const made = lastEdit();
  say({ tone, title, act: { label: deskWords.undo, run: () => void takeBack(made) } });
}

async function takeBack(made: Promise<string | null>): Promise<void> {
  const [then, now] = [await made, await lastEdit()];
  if (then !== null && then === now) runAction('undo');
  else say({ tone: 'bad', title: toastWords.notLast });
}

/** What tells the last edit from any other; `null` when there is none to take back. */
async function lastEdit(): Promise<string | null> {
  const history = await bridge().query('history/list', {});
  const last = history.ok ? history.value.undo[0] : undefined;
  return last ? [last.at, last.label, ...last.ids].join(' ') : null;
}
