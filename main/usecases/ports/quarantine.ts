import type { ExamineDraft, ExamineJob } from '#shared/contract/quarantine.ts';
import type { Reply } from '#shared/kernel/reply.ts';

/** Where all parsing of untrusted bytes happens: the sandboxed page in main/windows, reached through a port. */
export type QuarantinePort = {
  /** Parses one file's bytes. Answers `quarantine-failed` when the page hangs, crashes or cannot be started; never throws. */
  readonly examine: (job: ExamineJob, watch?: ExamineWatch) => Promise<Reply<ExamineDraft>>;
};

/** For what takes long: how far it is, as far as the page tells, and whether somebody wants it no more; then it answers `cancelled` and the page is ended. */
export type ExamineWatch = { readonly step: (done: number, total: number) => void; readonly cancelled: () => boolean };
