import { done } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';

/** Takes what others signed of a checkpoint of this case back in, after every line of it was checked. */
export const takeInSignatures: CommandUse<'custody/add-signature'> = async (desk, { note, verifierKeys }) => {
  const taken = await desk.openCase.custody.addSignatures(note, verifierKeys ?? []);
  return taken.ok ? done({ checkpoint: taken.value.checkpoint, added: [...taken.value.added] }) : taken;
};
