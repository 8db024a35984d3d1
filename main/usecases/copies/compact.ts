import { recordCaseAct } from '#shared/domain/custody/record-case-act.ts';
import { done } from '#shared/kernel/reply.ts';
import type { CommandUse, QueryUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';

/** What compacting would remove, for the person to agree to. */
export const previewCompact: QueryUse<'case/compact-preview'> = async (desk) => {
  const { blobs, ...amounts } = desk.freeable();
  return done({ ...amounts, blobs: blobs.map((blob) => ({ ...blob })) });
};

/** Removes what was shown and agreed to, for good. */
export const compact: CommandUse<'case/compact'> = async (desk, input) => {
  const job = desk.jobs.start(input.jobId);
  const compacted = await desk.copies.compact(input.digest, job);
  const noted = compacted.ok ? await desk.openCase.commit(() => recordCaseAct('compacted', null), { undoable: false }) : compacted;
  job.end(stateOf(noted));
  return noted.ok ? compacted : noted;
};
