import type { CommandUse } from '../handler.ts';

/** Signs the log as it is, or a kept checkpoint, in the name of an analyst of the case. */
export const signCustody: CommandUse<'custody/sign'> = async (desk, { as, size }) => desk.openCase.custody.sign(as, size);
