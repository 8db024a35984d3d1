import type { CommandUse } from '../handler.ts';

/** Signs somebody else's checkpoint with a key of this case. It says: this state of that log was before me; it has not read the entries. */
export const cosignCheckpoint: CommandUse<'custody/cosign'> = async (desk, { note, as }) => desk.openCase.custody.cosign(note, as);
