import { deskWords } from '#shared/wording/english/desk.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from '../bridge/bridge.ts';
import { runJob, updateJob } from '../bridge/jobs.ts';
import { say } from '../bridge/toasts.ts';
import { lastVerification } from '../bridge/verification.ts';

/** Checks every frame, blob and the custody chain of the case, as a job; the overview shows what it found. */
export async function verifyCase(): Promise<void> {
  const reply = await runJob(deskWords.actions['verify-case'], async (jobId) => {
    const answer = await bridge().query('case/verify', { jobId });
    const line = !answer.ok
      ? problemSentence(answer.problem)
      : answer.value.sound
        ? deskWords.verify.sound
        : deskWords.verify.unsound(answer.value.findings.length);
    updateJob(jobId, { results: [line] });
    return answer;
  });
  if (!reply.ok) return say({ tone: 'bad', title: problemSentence(reply.problem) });
  lastVerification.set(reply.value);
  say(reply.value.sound ? { tone: 'good', title: deskWords.verify.sound } : { tone: 'bad', title: deskWords.verify.unsound(reply.value.findings.length) });
}
