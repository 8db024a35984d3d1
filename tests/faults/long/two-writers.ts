import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, writesNote } from '#tests/harness/stored-case.ts';
import { writeTogether } from '#tests/harness/two-writers.ts';
import { grouped, type LongRun, type Section, say, timekeeper } from './section.ts';

/** Two writers in one folder, from many seeds. */
export async function twoWriters(run: LongRun): Promise<Section> {
  const made = recordingDisk();
  const caseKey = await makeCaseOn(made.fileSystem, countingFacts(), []);
  const starts = [made.content()];
  for (const number of [1, 2]) {
    const { open } = good(await openOn(made.fileSystem, caseKey, countingFacts()));
    good(await open.commit(writesNote(number)));
    good(await open.close());
    starts.push(made.content());
  }
  const violations: string[] = [];
  const wanted = run.count ?? 1_000;
  let forks = 0;
  const outOfTime = timekeeper(run.minutes, () => `${grouped(forks)} forks, ${violations.length} violations`);
  for (; forks < wanted && !outOfTime(); forks += 1) {
    const start = starts[forks % starts.length];
    if (!start) break;
    for (const each of await writeTogether(start, caseKey, run.seed + forks)) {
      if (violations.length < 10) say(`  seed ${run.seed + forks}: ${each}`);
      violations.push(each);
    }
  }
  return {
    line: `writers: ${grouped(forks)} forks of two writers, seed ${run.seed}, ${violations.length} violations`,
    sound: violations.length === 0 && forks >= wanted,
  };
}
