import type { QuarantinePort } from '#main/usecases/ports.ts';
import type { ExamineDraft, ExamineJob, PageAnswer } from '#shared/contract/quarantine.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { checkDraft, quarantineFailed } from './check-draft.ts';
import { examinePatienceMs, longestExaminedBytes, startPatienceMs } from './limits.ts';

/** One page for one job. `started` settles when the page asks for the job; `answer` never settles when the page hangs. */
export type QuarantinePage = {
  readonly started: Promise<void>;
  readonly answer: Promise<PageAnswer>;
  /** Ends the page and its process, whatever it is doing. */
  readonly kill: () => void;
};

export type QuarantineClient = QuarantinePort & {
  /** Kills the page at work and refuses what is asked from now on. */
  readonly end: () => void;
};

/**
 * Examines one file after the other, each in a page of its own that is killed afterwards: what one file did to its page reaches no
 * other file, and a page that hangs costs its patience and nothing more. Patience counts from the page's start, not from the
 * request, so that a slow machine does not refuse what a fast one takes.
 */
export function quarantineClient(openPage: (job: ExamineJob) => QuarantinePage): QuarantineClient {
  let last: Promise<unknown> = Promise.resolve();
  let ended = false;
  const pages = new Set<QuarantinePage>();

  const examineNow = async (job: ExamineJob): Promise<Reply<ExamineDraft>> => {
    if (ended) return quarantineFailed('crashed');
    if (lengthOf(job) > longestExaminedBytes) return quarantineFailed('crashed');
    let page: QuarantinePage | null = null;
    try {
      page = openPage(job);
      pages.add(page);
      const answer = await answerInTime(page, examinePatienceMs(job.format, lengthOf(job)));
      return answer.ok ? checkDraft(answer.draft) : quarantineFailed(answer.reason);
    } catch {
      return quarantineFailed('crashed'); // the engine's own trouble with a page, which says nothing of the file
    } finally {
      page?.kill();
      if (page !== null) pages.delete(page);
    }
  };

  return {
    examine: (job) => {
      const turn = last.then(() => examineNow(job));
      last = turn;
      return turn;
    },
    end: () => {
      ended = true;
      for (const page of pages) page.kill();
    },
  };
}

async function answerInTime(page: QuarantinePage, patienceMs: number): Promise<PageAnswer> {
  const late: PageAnswer = { ok: false, reason: 'timeout' };
  const start = timer(startPatienceMs);
  const early = await Promise.race([page.started.then(() => null), page.answer, start.over.then(() => late)]);
  start.stop();
  if (early !== null) return early;
  const work = timer(patienceMs);
  const answer = await Promise.race([page.answer, work.over.then(() => late)]);
  work.stop();
  return answer;
}

function timer(ms: number): { readonly over: Promise<void>; readonly stop: () => void } {
  let stop: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    const running = setTimeout(resolve, ms);
    stop = () => clearTimeout(running);
  });
  return { over, stop };
}

function lengthOf(job: ExamineJob): number {
  return job.companions.reduce((sum, companion) => sum + companion.bytes.length, job.bytes.length);
}
