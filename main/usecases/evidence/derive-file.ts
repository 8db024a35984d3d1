import { findObject } from '#shared/domain/case/find-object.ts';
import { refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import { takeInFile } from './take-in-file.ts';

/** Takes in a file that was made out of an item of the case, as a derivative of it. */
export const deriveFile: CommandUse<'evidence/derive'> = async (desk, { jobId, fromId, transform, file, kind }) => {
  const original = findObject(desk.openCase.record(), 'evidence', fromId);
  if (!original.ok) return original;
  // The shell puts a path in place of a ticket; one that comes this far was never redeemed.
  if (file.from === 'ticket') return refused({ kind: 'invalid-input', where: 'file', reason: 'a file chosen in the dialog' });
  const job = desk.jobs.start(jobId);
  const taken = await takeInFile(desk, file, 1, { kind }, job, { evidenceId: original.value.id, transform });
  job.end(job.cancelled() ? 'cancelled' : taken.ok ? 'done' : 'failed');
  return taken;
};
