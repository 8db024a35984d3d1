import { recordCaseAct } from '#shared/domain/custody/record-case-act.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';

/** Seals what was exported for somebody else. Custody tells that it was done and for how many; never for whom, nor the words. */
export const handOverDossier: CommandUse<'dossiers/hand-over'> = async (desk, { jobId, from, to, recipients, newPassphrase, partBytes }) => {
  // The shell puts a path in place of a ticket; one that comes this far was never redeemed.
  if (to.from === 'ticket') return refused({ kind: 'invalid-input', where: 'to', reason: 'a folder chosen in the dialog' });
  if (desk.openCase.readOnly) return refused({ kind: 'read-only' });
  const place = from.from === 'path' ? from.path : from.from === 'last-export' ? desk.dossiers.lastWritten() : null;
  if (place === null)
    return refused({ kind: 'invalid-input', where: 'from', reason: 'a dossier exported since the case was opened, or a folder chosen in the dialog' });
  const passphrase = newPassphrase ? desk.dossiers.newPassphrase() : null;
  const job = desk.jobs.start(jobId);
  const lock = passphrase === null ? { recipients } : { passphrase };
  const written = await desk.dossiers.handOver({ from: place, to: to.path, lock, partBytes }, job);
  const reason =
    passphrase === null
      ? `handed over, encrypted to ${recipients.length} age ${recipients.length === 1 ? 'recipient' : 'recipients'}`
      : 'handed over, encrypted to a passphrase';
  const noted = written.ok ? await desk.openCase.commit(() => recordCaseAct('exported', reason), { undoable: false }) : written;
  job.end(stateOf(noted));
  if (!written.ok) return written;
  return noted.ok ? done({ folder: to.path, files: written.value.map((file) => ({ ...file })), passphrase }) : noted;
};
