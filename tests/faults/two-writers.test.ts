import { expect, it } from 'vitest';
import { makeCaseOn } from '#tests/harness/crash-session.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts } from '#tests/harness/stored-case.ts';
import { writeTogether } from '#tests/harness/two-writers.ts';

it('two writers that no lock kept apart lose nothing of either, however each went on, and every opening tells the fork', async () => {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts(), []);
  // 7, 28 and 55: one machine compacts away what the unclosed segment of the other continues from.
  for (const seed of [1, 2, 3, 4, 5, 6, 7, 28, 55]) expect(await writeTogether(disk.content(), caseKey, seed), `seed ${seed}`).toEqual([]);
});
