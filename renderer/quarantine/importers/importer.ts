import type { ExamineDraft, ExamineJob } from '#shared/contract/quarantine.ts';

/**
 * One format the quarantine parses. `examine` may throw or never end on hostile input: the page that runs it is thrown away
 * after one job, and the client outside kills it when its time is over.
 */
export type Importer = {
  readonly name: ExamineJob['format'];
  readonly examine: (job: ExamineJob, tell: (done: number, total: number) => void) => Promise<ExamineDraft>;
};
