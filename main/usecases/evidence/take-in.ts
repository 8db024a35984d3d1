import type { TakenIn } from '#shared/contract/evidence.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';
import type { GivenFile, Progress } from '../ports.ts';
import { takeInFile } from './take-in-file.ts';

/**
 * Takes files into the case one after the other. A file that is refused does not stop those after it; a cancelled job keeps
 * what is already in and refuses the rest as `cancelled`.
 */
export const takeInFiles: CommandUse<'evidence/take-in'> = async (desk, input) => {
  if (input.sourceId !== undefined) {
    const source = findObject(desk.openCase.record(), 'source', input.sourceId);
    if (!source.ok) return source;
  }
  const job = desk.jobs.start(input.jobId);
  const outcomes: TakenIn[] = [];
  for (const [index, file] of input.files.entries()) {
    const item = index + 1;
    const outcome = job.cancelled() ? refused({ kind: 'cancelled' }) : await takeInGiven(file, item);
    outcomes.push(outcome.ok ? outcome.value : { outcome: 'refused', item, problem: outcome.problem });
  }
  job.end(job.cancelled() ? 'cancelled' : outcomes.every((each) => each.outcome === 'refused') ? 'failed' : 'done');
  return done(outcomes);

  async function takeInGiven(file: (typeof input.files)[number], item: number): Promise<Reply<TakenIn>> {
    // The shell puts a path in place of a ticket; one that comes this far was never redeemed.
    if (file.from === 'ticket') return refused({ kind: 'invalid-input', where: 'files', reason: 'a file chosen in the dialog' });
    return takeInFile(desk, file satisfies GivenFile, item, input, shareOf(job, item - 1, input.files.length));
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
