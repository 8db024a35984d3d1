import { done } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';

export const redoEdit: CommandUse<'history/redo'> = async (desk) => {
  const redone = await desk.openCase.redo();
  return redone.ok ? done({ label: redone.value }) : redone;
};
