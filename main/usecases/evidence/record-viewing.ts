import { recordCustody } from '#shared/domain/custody/record-custody.ts';
import { done } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';

/** Writes *viewed* to the custody log. Not an edit: there is nothing to take back. */
export const recordViewing: CommandUse<'evidence/record-viewing'> = async (desk, { id }) => {
  const written = await desk.openCase.commit((record) => recordCustody(record, 'record-custody', 'viewed', [id], null), { undoable: false });
  return written.ok ? done({}) : written;
};
