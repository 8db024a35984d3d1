import type { TakenIn } from '#shared/contract/evidence.ts';
import { ExamineDraftSchema } from '#shared/contract/quarantine.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import { owned } from './examine-sealed.ts';
import { takeInFile } from './take-in-file.ts';

/** How an attachment came to be, for whoever reads of it. */
const transform = 'attached to the mail';

/**
 * Has the quarantine take a mail apart, and takes in what was attached to it: each file is evidence of its own, derived from the mail. One that is refused
 * does not stop the others; a cancelled job keeps what is already in.
 */
export const takeOutAttachments: CommandUse<'evidence/take-out-attachments'> = async (desk, { id, jobId }) => {
  const found = findObject(desk.openCase.record(), 'evidence', id);
  if (!found.ok) return found;
  const mail = found.value;
  if (!mail.found.some(({ field }) => field === 'attachment')) return refused({ kind: 'refused', rule: 'no-attachments' });
  const original = await desk.openCase.readBlob(mail.blob, 0, mail.bytes);
  if (!original.ok) return original;
  const { mime, format } = desk.identify(original.value.subarray(0, 65_536), '');
  if (format !== 'mail') return refused({ kind: 'refused', rule: 'no-attachments' });
  const job = desk.jobs.start(jobId);
  job.step('parsing', 0, 1);
  const answer = await desk.quarantine.examine({ format, mime, bytes: owned(original.value), url: null, encoding: null, companions: [], attachments: true });
  // The page that took it apart is not trusted: its answer is checked like any other input.
  const draft = answer.ok ? ExamineDraftSchema.safeParse(answer.value) : null;
  const attached = draft?.success ? draft.data.attached : undefined;
  if (attached === undefined) {
    job.end('failed');
    return answer.ok ? refused({ kind: 'quarantine-failed', reason: 'crashed' }) : answer;
  }
  const outcomes: TakenIn[] = [];
  for (const [before, { name, bytes }] of attached.entries()) {
    const item = before + 1;
    job.step('sealing', before, attached.length);
    const file = { from: 'bytes' as const, name: name || `attachment ${item}`, bytes };
    const unheard = { cancelled: job.cancelled, step: () => undefined };
    const taken = job.cancelled() ? refused({ kind: 'cancelled' }) : await takeInFile(desk, file, item, {}, unheard, { evidenceId: mail.id, transform });
    outcomes.push(taken.ok ? taken.value : { outcome: 'refused', item, problem: taken.problem });
  }
  job.end(job.cancelled() ? 'cancelled' : outcomes.every(({ outcome }) => outcome === 'refused') ? 'failed' : 'done');
  return done(outcomes);
};
