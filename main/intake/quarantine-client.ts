import type { QuarantinePort } from '#main/usecases/ports.ts';
import type { ExamineDraft, ExamineJob, QuarantineFailure } from '#shared/contract/quarantine.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { checkDraft, quarantineFailed } from './check-draft.ts';
import { examinePatienceMs, longestExaminedBytes } from './limits.ts';
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

type Open = { readonly job: ExamineJob; readonly settle: (reply: Reply<ExamineDraft>) => void };

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
    examine: (job) => {
      const length = lengthOf(job);
      if (length > longestExaminedBytes) return Promise.resolve(quarantineFailed('crashed'));
      return new Promise((resolve) => {
        calls += 1;
        open.set(calls, { job, settle: resolve });
        shell.needPage(calls, examinePatienceMs(job.format, length));
      });
    },
    join: (call, port) => {
      const waiting = open.get(call);
      if (waiting === undefined) return port.close();
      void serveJob(waiting.job, port).then((answer) => {
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
