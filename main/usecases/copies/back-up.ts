import { recordCaseAct } from '#shared/domain/custody/record-case-act.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';

const reasons = { folder: 'into another folder', tar: 'into one tar file' } as const;

/** A copy of the case beside it, while work goes on. It changes nothing in the case, so one that is only read can be backed up too. */
export const backUp: CommandUse<'case/backup'> = async (desk, input) => {
  // The shell puts a path in place of a ticket; one that comes this far was never redeemed.
  if (input.to.from === 'ticket') return refused({ kind: 'invalid-input', where: 'to', reason: 'a place chosen in the dialog' });
  const job = desk.jobs.start(input.jobId);
  const made = await desk.copies.backUp(input.to.path, input.as, job);
  // Copies of evidence belong to its custody. The entry comes after the copy it tells of; a case that is only read cannot note it.
  const notedInCustody = !desk.openCase.readOnly;
  if (made.ok && notedInCustody) {
    const noted = await desk.openCase.commit(() => recordCaseAct('backed-up', reasons[input.as]), { undoable: false });
    if (!noted.ok) {
      job.end(stateOf(noted));
      return noted;
    }
  }
  job.end(stateOf(made));
  if (!made.ok) return made;
  return done({ as: input.as, ...made.value, headWords: [...made.value.headWords], notedInCustody });
};
