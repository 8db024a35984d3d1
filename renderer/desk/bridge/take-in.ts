import type { Commands } from '#shared/contract/contract.ts';
import type { FileToTakeIn, TakenIn } from '#shared/contract/evidence.ts';
import type { Sent } from '#shared/contract/message.ts';
import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { deskWords } from '#shared/wording/english/desk.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from './bridge.ts';
import { runJob, updateJob } from './jobs.ts';
import { openObject, trail } from './navigation.ts';
import { say } from './toasts.ts';
import { send } from './use-command.ts';
import { tellWatched, watchedLines } from './watch.ts';

export type TakeInFields = Omit<Sent<Commands['evidence/take-in']>, 'jobId' | 'files'>;
/** A file and what to call it in the list of results. */
export type GivenFile = { readonly name: string; readonly file: FileToTakeIn };

/** Takes files into the case as one job, says what became of each, and opens the item when there was one only. */
export async function takeIn(given: readonly GivenFile[], fields: TakeInFields): Promise<Reply<readonly TakenIn[]>> {
  const title = given.length === 1 ? deskWords.takeIn.one(given[0]?.name ?? '') : deskWords.takeIn.many(given.length);
  const names = given.map(({ name }) => name);
  return runTakeIn(title, names, (jobId) => bridge().command('evidence/take-in', { jobId, files: given.map(({ file }) => file), ...fields }));
}

/** Likewise what is attached to a mail, whose names its found metadata has. */
export function takeInAttached(id: ObjectId, names: readonly string[]): Promise<Reply<readonly TakenIn[]>> {
  return runTakeIn(deskWords.takeIn.many(names.length), names, (jobId) => bridge().command('evidence/take-out-attachments', { jobId, id }));
}

async function runTakeIn(
  title: string,
  names: readonly string[],
  work: (jobId: string) => Promise<Reply<readonly TakenIn[]>>,
): Promise<Reply<readonly TakenIn[]>> {
  const begunAt = trail.get().here;
  const reply = await runJob(title, async (jobId) => {
    const answer = await work(jobId);
    updateJob(jobId, {
      results: answer.ok ? [...answer.value.map((taken) => resultLine(taken, names)), ...watchedLines(answer.value)] : [problemSentence(answer.problem)],
    });
    return answer;
  });
  if (reply.ok) tell(reply.value, names, trail.get().here === begunAt);
  else say({ tone: 'bad', title: problemSentence(reply.problem) });
  return reply;
}

function resultLine(taken: TakenIn, names: readonly string[]): string {
  const name = names[taken.item - 1] ?? '';
  if (taken.outcome === 'refused') return `${name}: ${problemSentence(taken.problem)}`;
  return `${name}: ${taken.outcome === 'taken-in' ? deskWords.takeIn.takenIn : deskWords.takeIn.alreadyThere}`;
}

/** Opens a single item only for somebody who waited where they were: whoever went on is not called back. */
function tell(all: readonly TakenIn[], names: readonly string[], waited: boolean): void {
  const count = (outcome: TakenIn['outcome']) => all.filter((taken) => taken.outcome === outcome).length;
  const refused = all.find((taken) => taken.outcome === 'refused');
  const [only] = all.length === 1 ? all : [];
  if (waited && only && only.outcome !== 'refused') openObject('evidence', only.evidence.id);
  const undo = { label: deskWords.undo, run: () => void send('history/undo', {}) };
  say({
    tone: refused ? 'bad' : 'good',
    title: deskWords.takeIn.summary(count('taken-in'), count('already-there'), count('refused')),
    ...(refused && { detail: resultLine(refused, names) }),
    ...(count('taken-in') === 1 && all.length === 1 && { act: undo }),
  });
  tellWatched(all);
}
