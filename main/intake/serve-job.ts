import type { ExamineJob, JobHeader, JobToPage, PageAnswer } from '#shared/contract/quarantine.ts';

/** Our end of the channel to one page of the quarantine, as far as it is used here: Electron's MessagePortMain. */
export type JobPort = {
  readonly postMessage: (message: JobToPage) => void;
  readonly on: (event: 'message', listener: (event: { readonly data: unknown }) => void) => unknown;
  readonly start: () => void;
  readonly close: () => void;
};

/** One message of 64 MiB chokes the way into a page; eight of these do not. */
export const jobPieceBytes = 8 * 1024 * 1024;

/**
 * Gives a page the job and its bytes as it asks, and answers with the first answer of the page; never, when it hangs or goes. The page
 * has met hostile bytes: its messages are not trusted to have any form, and what is no question or answer is not heard.
 */
export function serveJob(job: ExamineJob, port: JobPort, step?: (done: number, total: number) => void): Promise<PageAnswer> {
  return new Promise((resolve) => {
    port.on('message', ({ data }) => {
      if (typeof data !== 'object' || data === null) return;
      if ('answer' in data) return resolve(answerFrom(data.answer));
      if ('told' in data && 'of' in data && isPart(data.told, data.of)) return step?.(data.told, Number(data.of));
      if (!('ask' in data)) return;
      if (data.ask === 'job') port.postMessage({ job: headerOf(job) });
      else if (data.ask === 'piece' && 'from' in data && isOffset(data.from)) port.postMessage({ piece: pieceOf(job, data.from) });
    });
    port.start();
  });
}

/** That it crashed is all that a page may say of itself without a draft; the rest is known here. */
function answerFrom(given: unknown): PageAnswer {
  const isDraft = typeof given === 'object' && given !== null && 'ok' in given && given.ok === true && 'draft' in given;
  return isDraft ? { ok: true, draft: given.draft } : { ok: false, reason: 'crashed' };
}

function headerOf({ bytes, companions, ...rest }: ExamineJob): JobHeader {
  return { ...rest, length: bytes.length, companions: companions.map((one) => ({ path: one.path, length: one.bytes.length })), pieceBytes: jobPieceBytes };
}

const isPart = (told: unknown, of: unknown): told is number =>
  Number.isSafeInteger(told) && Number.isSafeInteger(of) && Number(told) >= 0 && Number(told) <= Number(of);
const isOffset = (from: unknown): from is number => Number.isSafeInteger(from) && Number(from) >= 0;

/** A copy: a message that held a view would take everything under it along. */
function pieceOf(job: ExamineJob, from: number): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  let before = 0;
  for (const bytes of [job.bytes, ...job.companions.map((companion) => companion.bytes)]) {
    parts.push(bytes.subarray(Math.max(0, from - before), Math.max(0, from + jobPieceBytes - before)));
    before += bytes.length;
  }
  return new Uint8Array(Buffer.concat(parts));
}
