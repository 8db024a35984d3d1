import type { Commands } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';
import { done } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';

/** Makes the edits of a branch again on the trunk, each as an edit of its own that can be undone; a cancelled job leaves the rest. */
export const mergeKnownBranch: CommandUse<'case/merge-branch'> = async (desk, { jobId, branchId, take }) => {
  const job = desk.jobs.start(jobId);
  const merged = await desk.openCase.care.mergeBranch(branchId, take ?? [], job);
  job.end(merged.ok && merged.value.left > 0 ? 'cancelled' : stateOf(merged));
  if (!merged.ok) return merged;
  const { applied, left, conflicts } = merged.value;
  return done<Answer<Commands['case/merge-branch']>>({ applied, left, conflicts: [...conflicts] });
};

export const settleKnownBranch: CommandUse<'case/settle-branch'> = async (desk, { branchId }) => {
  const settled = await desk.openCase.care.settleBranch(branchId);
  return settled.ok ? done({}) : settled;
};

export const acknowledgeFinding: CommandUse<'case/acknowledge'> = async (desk, { code, subject }) => {
  const acknowledged = await desk.openCase.care.acknowledge(code, subject);
  return acknowledged.ok ? done({}) : acknowledged;
};
