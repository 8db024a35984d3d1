import { done } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';

export const undoEdit: CommandUse<'history/undo'> = async (desk) => {
  const undone = await desk.openCase.undo();
  return undone.ok ? done({ label: undone.value }) : undone;
};
