import { expect, it } from 'vitest';
import { type Acknowledged, crashEverywhere, stateOf } from '#tests/harness/crash-check.ts';
import { sampled } from '#tests/harness/crash-fates.ts';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, countingFacts, good, sampleEvidence, silently, takesIn } from '#tests/harness/stored-case.ts';

const work = { close: sampled, seed: 1, enough: () => false, recoverEach: 0 };
const bytes = Buffer.alloc(300, 'e');

it('an exhibit that a killed session had almost sealed, and the next one found there, is kept once it is acknowledged', async () => {
  let found = 0;
  for (const [kind, which] of [
    ['sync', 1],
    ['rename', 1],
    ['sync-folder', 2],
  ] as const) {
    const made = recordingDisk();
    const caseKey = await makeCaseOn(made.fileSystem, countingFacts(), []);
    const start = made.content();
    const disk = recordingDisk(start);
    const first = good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
    const acknowledged: Acknowledged[] = [{ after: 0, state: stateOf(first) }];
    let met = 0;
    disk.failWith((_, op) => {
      // The process ends here; what it wrote so far is in memory only until it is synced.
      met += op === kind || met >= which ? 1 : 0;
      if (met >= which) throw new Error('killed');
      return null;
    });
    await first.storeBlob(contentOf(bytes), silently).catch(() => null);
    disk.failWith(null);
    await first.abandon();
    const second = good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
    const before = disk.operations.length;
    const stored = good(await second.storeBlob(contentOf(bytes), silently));
    found += disk.operations.slice(before).some(({ op }) => op === 'rename') ? 0 : 1;
    good(await second.commit(takesIn(sampleEvidence(1, stored))));
    acknowledged.push({ after: disk.operations.length, state: stateOf(second) });
    await second.abandon();
    const { violations } = await crashEverywhere({ start, operations: disk.operations, caseKey, acknowledged }, work);
    expect(violations.slice(0, 3), `killed at ${kind} ${which}`).toEqual([]);
  }
  expect(found).toBeGreaterThan(0);
}, 240_000);
