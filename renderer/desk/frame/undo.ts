import { deskWords } from '#shared/wording/english/desk.ts';
import { editName } from '../bridge/edit-name.ts';
import { say } from '../bridge/toasts.ts';
import { send } from '../bridge/use-command.ts';

/** Takes the last edit back and says which it was. */
export async function undo(): Promise<void> {
  const reply = await send('history/undo', {});
  if (reply.ok) say({ tone: 'plain', title: deskWords.undone(editName(reply.value.label)), act: { label: deskWords.redo, run: () => void redo() } });
}

export async function redo(): Promise<void> {
  const reply = await send('history/redo', {});
  if (reply.ok) say({ tone: 'plain', title: deskWords.redone(editName(reply.value.label)), act: { label: deskWords.undo, run: () => void undo() } });
}
