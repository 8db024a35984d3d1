import type { ExamineWatch, QuarantinePort } from '#main/usecases/ports/quarantine.ts';
import type { ExamineDraft, ExamineJob, QuarantineFailure } from '#shared/contract/quarantine.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import { checkDraft, quarantineFailed } from './check-draft.ts';
import { examinePatienceMs, longestExaminedBytes, longestRecordingBytes } from './limits.ts';
import { type JobPort, serveJob } from './serve-job.ts';

/** What the shell, which holds the windows, is told: numbers, and nothing of the file. */
export type PageWishes = {
  readonly needPage: (call: number, patienceMs: number) => void;
  readonly pageDone: (call: number) => void;
};

export type QuarantineClient = QuarantinePort & {
  /** The channel to the page for one call. */
  readonly join: (call: number, port: JobPort) => void;
  /** The page of that call ended, or never came, before it had answered. */
  readonly over: (call: number, reason: QuarantineFailure) => void;
};

/** How often it is asked whether somebody has cancelled. */
const cancelEveryMs = 250;

type Open = { readonly job: ExamineJob; readonly watch: ExamineWatch | undefined; readonly settle: (reply: Reply<ExamineDraft>) => void };

/**
 * Has files examined by pages that the shell opens and kills: each in one of its own, what it knows and answers over a channel that the shell
 * does not read. How long a page may take, and that it goes, is the shell's (main/windows/quarantine-pages).
 */
export function quarantineClient(shell: PageWishes): QuarantineClient {
  const open = new Map<number, Open>();
  let calls = 0;
  const settle = (call: number, reply: Reply<ExamineDraft>): boolean => {
    const waiting = open.get(call);
    open.delete(call);
    waiting?.settle(reply);
    return waiting !== undefined;
  };

  return {
    examine: (job, watch) => {
      const length = lengthOf(job);
      if (length > (job.format === 'recording' ? longestRecordingBytes : longestExaminedBytes)) return Promise.resolve(quarantineFailed('crashed'));
      return new Promise((resolve) => {
        calls += 1;
        const call = calls;
        const looking = watch && setInterval(() => watch.cancelled() && settle(call, refused({ kind: 'cancelled' })) && shell.pageDone(call), cancelEveryMs);
        const end = (reply: Reply<ExamineDraft>) => {
          clearInterval(looking);
          resolve(reply);
        };
        open.set(call, { job, watch, settle: end });
        shell.needPage(call, examinePatienceMs(job.format, length));
      });
    },
    join: (call, port) => {
      const waiting = open.get(call);
      if (waiting === undefined) return port.close();
      void serveJob(waiting.job, port, waiting.watch?.step).then((answer) => {
        const inTime = settle(call, answer.ok ? checkDraft(answer.draft) : quarantineFailed(answer.reason));
        if (inTime) shell.pageDone(call);
        port.close();
      });
    },
    over: (call, reason) => void settle(call, quarantineFailed(reason)),
  };
}

function lengthOf(job: ExamineJob): number {
  return job.companions.reduce((sum, companion) => sum + companion.bytes.length, job.bytes.length);
}
