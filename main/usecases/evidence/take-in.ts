import type { TakenIn } from '#shared/contract/evidence.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import type { GivenFile, OpenedFile } from '../ports/files.ts';
import type { Progress } from '../ports/progress.ts';
import { openToTakeIn, type Sealed, sealOpened, takeInSealed } from './take-in-file.ts';

/** Files sealed together, and their bytes: the syncs of many small ones are shared (the case file takes as many at once). */
const mostTogether = 64;
const mostTogetherBytes = 8 * 1024 * 1024;

/**
 * Takes files into the case: small ones that follow each other are sealed together, then each is examined and recorded, one after the other. A
 * file that is refused does not stop those after it; a cancelled job keeps what is already in and refuses the rest as `cancelled`.
 */
export const takeInFiles: CommandUse<'evidence/take-in'> = async (desk, input) => {
  if (input.sourceId !== undefined) {
    const source = findObject(desk.openCase.record(), 'source', input.sourceId);
    if (!source.ok) return source;
  }
  const job = desk.jobs.start(input.jobId);
  const outcomes: TakenIn[] = [];
  for (let before = 0; before < input.files.length; ) {
    const together = job.cancelled() ? [refused({ kind: 'cancelled' })] : await sealTogether(before);
    for (const sealed of together) {
      const item = before + 1;
      const stopped = job.cancelled() ? refused({ kind: 'cancelled' }) : sealed;
      const outcome = stopped.ok ? await takeInSealed(desk, stopped.value, item, input, shareOf(job, before, input.files.length)) : stopped;
      outcomes.push(outcome.ok ? outcome.value : { outcome: 'refused', item, problem: outcome.problem });
      before += 1;
    }
  }
  job.end(job.cancelled() ? 'cancelled' : outcomes.every((each) => each.outcome === 'refused') ? 'failed' : 'done');
  return done(outcomes);

  /** The file after the first `before` ones, and as many behind it as fit; at least one. */
  async function sealTogether(before: number): Promise<readonly Reply<Sealed>[]> {
    const opened: Reply<OpenedFile>[] = [];
    let bytes = 0;
    for (const file of input.files.slice(before, before + mostTogether)) {
      const next = await openGiven(file, before + opened.length + 1);
      bytes += next.ok ? next.value.bytes : 0;
      if (opened.length > 0 && bytes > mostTogetherBytes) break;
      opened.push(next);
    }
    // The steps of several at once would make no bar; together they take as long as one large file does in between two of its own.
    const report = opened.length === 1 ? shareOf(job, before, input.files.length) : { cancelled: job.cancelled, step: () => undefined };
    return Promise.all(opened.map(async (each, index) => (each.ok ? sealOpened(desk, each.value, before + index + 1, report) : each)));
  }

  async function openGiven(file: (typeof input.files)[number], item: number): Promise<Reply<OpenedFile>> {
    // The shell puts a path in place of a ticket; one that comes this far was never redeemed.
    if (file.from === 'ticket') return refused({ kind: 'invalid-input', where: 'files', reason: 'a file chosen in the dialog' });
    return openToTakeIn(desk, file satisfies GivenFile, item);
  }
};

const steps = 1_000;
// How far through a file each phase lies, in thousandths: where it starts and how much of the way it is.
const phases: { readonly [phase: string]: readonly [number, number] } = { reading: [0, 0], hashing: [0, 400], sealing: [400, 400], parsing: [800, 150] };

/** Progress of one file as its share of the whole job, so that the bar never runs backwards. */
function shareOf(job: Progress, before: number, files: number): Progress {
  let furthest = 0;
  return {
    cancelled: job.cancelled,
    step: (phase, done, total) => {
      const [start, length] = phases[phase] ?? [950, 50];
      furthest = Math.max(furthest, start + (total > 0 ? Math.round((done / total) * length) : 0));
      job.step(phase, before * steps + furthest, files * steps);
    },
  };
}
