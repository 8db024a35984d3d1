import type { Commands } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';
import { done } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';

/** Makes the edits of a branch again on the trunk, each as an edit of its own that can be undone. */
export const mergeKnownBranch: CommandUse<'case/merge-branch'> = async (desk, { branchId, take }) => {
  const merged = await desk.openCase.care.mergeBranch(branchId, take ?? []);
  if (!merged.ok) return merged;
  return done<Answer<Commands['case/merge-branch']>>({ applied: merged.value.applied, conflicts: [...merged.value.conflicts] });
};

export const settleKnownBranch: CommandUse<'case/settle-branch'> = async (desk, { branchId }) => {
  const settled = await desk.openCase.care.settleBranch(branchId);
  return settled.ok ? done({}) : settled;
};

export const acknowledgeFinding: CommandUse<'case/acknowledge'> = async (desk, { code, subject }) => {
  const acknowledged = await desk.openCase.care.acknowledge(code, subject);
  return acknowledged.ok ? done({}) : acknowledged;
};
