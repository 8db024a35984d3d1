import { expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { shelfFolder } from '#main/casefile/search-shelf.ts';
import { type CaseHost, hostCase } from '#main/caseprocess/case-host.ts';
import { fatesOf, sampled } from '#tests/harness/crash-fates.ts';
import { makeCaseOn, openOn, seededRandom } from '#tests/harness/crash-session.ts';
import { diskAfterCrash, effectsOf, unsettledEffects } from '#tests/harness/crashed-disk.ts';
import { tell, testSurroundings } from '#tests/harness/hosted-case.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good } from '#tests/harness/stored-case.ts';

const words = ['heron', 'kingfisher', 'журавль', '북한군'];

it('a crash at any step of writing, merging and removing layers of the search index leaves a case in which everything is found', {
  timeout: 300_000,
}, async () => {
  const first = recordingDisk();
  const facts = countingFacts();
  const caseKey = await makeCaseOn(first.fileSystem, facts, []);
  const hosted = async (files: FileSystem): Promise<CaseHost> => hostCase(good(await openOn(files, caseKey, facts)).open, testSurroundings({ facts }));
  const start = first.content();
  const disk = recordingDisk(start);
  const ids: string[] = [];
  for (let session = 0; session < 6; session += 1) {
    const host = await hosted(disk.fileSystem);
    for (const word of words) ids.push((await tell(host, 'notes/write', { text: `${word} ${session}` })).id);
    if (session % 2 === 1) good(await host.query('search/find', { query: 'heron' }));
    if (session > 1) {
      await tell(host, 'notes/revise', { id: ids[session] ?? '', text: `${words[session % 4]} anew` });
      await tell(host, 'notes/remove', { id: ids[session * 4 - 1] ?? '' });
    }
    good(await host.close());
  }

  const effects = effectsOf(start, disk.operations);
  const random = seededRandom(5);
  const touched = (steps: number) =>
    disk.operations.slice(Math.max(0, steps - 3), steps + 3).some((operation) => 'path' in operation && operation.path.startsWith(shelfFolder));
  const seen = new Set<string>();
  let states = 0;
  for (let steps = 0; steps <= disk.operations.length; steps += 1) {
    // What becomes of log and snapshots is looked at by crash.test.ts; here what lies around the index.
    if (!touched(steps) && steps < disk.operations.length) continue;
    for (const fates of fatesOf(unsettledEffects(effects, steps), steps, sampled, random)) {
      const content = diskAfterCrash(start, effects, steps, fates);
      const name = [...content.files].map(([path, bytes]) => `${path} ${bytes.toString('latin1')}`).join();
      if (seen.has(name)) continue;
      seen.add(name);
      states += 1;
      const host = await hosted(recordingDisk(content).fileSystem);
      const notes = good(await host.query('notes/list', {}));
      for (const word of words) {
        const there = await Promise.all(notes.map(async ({ id }) => [id, good(await host.query('notes/show', { id })).text] as const));
        const found = good(await host.query('search/find', { query: word, limit: 1_000 })).map(({ id }) => id);
        expect([steps, word, found.toSorted()]).toEqual([steps, word, there.flatMap(([id, text]) => (text.includes(word) ? [id] : [])).toSorted()]);
      }
      expect(host.openingFindings.filter(({ severity }) => severity === 'damage')).toEqual([]);
      good(await host.close());
    }
  }
  console.log(`${states} crash states around the search index over ${disk.operations.length} steps`);
  expect(states).toBeGreaterThan(100);
});
