import type { z } from 'zod';
import type { VerifyDepth } from '#shared/contract/care.ts';
import type { VerificationSchema } from '#shared/contract/case.ts';
import { careWords } from '#shared/wording/english/views/care-words.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from './bridge.ts';
import { runJob, updateJob } from './jobs.ts';
import { store } from './store.ts';
import { say } from './toasts.ts';

export type Verified = z.infer<typeof VerificationSchema> & { readonly depth: VerifyDepth };
/** What the last check of the case found, since it was opened; null before one was run. */
export const lastVerification = store<Verified | null>(null);

/** Checks the case as a job; overview and care view show what it found. */
export async function verifyCase(depth: VerifyDepth): Promise<void> {
  const title = depth === 'quick' ? careWords.quickJob : careWords.fullJob;
  const reply = await runJob(title, async (jobId) => {
    const answer = await bridge().query('case/verify', { jobId, depth });
    updateJob(jobId, { results: [answer.ok ? sentenceOf(answer.value) : problemSentence(answer.problem)] });
    return answer;
  });
  if (!reply.ok) return reply.problem.kind === 'cancelled' ? undefined : say({ tone: 'bad', title: problemSentence(reply.problem) });
  lastVerification.set({ ...reply.value, depth });
  say({ tone: reply.value.sound ? 'good' : 'bad', title: sentenceOf(reply.value) });
}

function sentenceOf({ sound, findings, counts }: z.infer<typeof VerificationSchema>): string {
  return sound ? careWords.sound(counts) : careWords.found(findings.length);
}
