import type { Queries } from '#shared/contract/contract.ts';
import type { Answer } from '#shared/contract/message.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { stateOf } from '../job-state.ts';

/** Checks every frame, snapshot and blob and the custody chain, as deep as asked. Unsound is an answer, not a refusal. */
export const verifyCase: QueryUse<'case/verify'> = async (desk, input) => {
  const job = desk.jobs.start(input.jobId);
  const verification = await desk.openCase.verify(job, input.depth);
  job.end(stateOf(verification));
  if (!verification.ok) return verification;
  const { sound, findings, counts } = verification.value;
  return done<Answer<Queries['case/verify']>>({ sound, findings: [...findings], counts });
};
