import type { Queries } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** The trunk, and every line that somebody wrote beside it. */
export const listBranches: QueryUse<'case/branches'> = async (desk) => {
  const branches = desk.openCase.care.branches();
  return branches.ok ? done<Answer<Queries['case/branches']>>([...branches.value]) : branches;
};

export const showMergePlan: QueryUse<'case/merge-plan'> = async (desk, { branchId }) => {
  const plan = desk.openCase.care.mergePlan(branchId);
  if (!plan.ok) return plan;
  const { applies, present, conflicts } = plan.value;
  return done<Answer<Queries['case/merge-plan']>>({ applies: applies.map(({ edit }) => edit), present: [...present], conflicts: [...conflicts] });
};
