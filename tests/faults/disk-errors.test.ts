import { expect, it } from 'vitest';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { failingParts, faultPlans, liveOnFailingDisk, madeCase } from '#tests/harness/failing-life.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, writesNote } from '#tests/harness/stored-case.ts';

let made: Promise<{ readonly start: DiskContent; readonly caseKey: Buffer }> | null = null;
/** One new case for all sessions: deriving its key takes longer than all the rest. */
function newCase(): Promise<{ readonly start: DiskContent; readonly caseKey: Buffer }> {
  made ??= (async () => {
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
    return { start: disk.content(), caseKey };
  })();
  return made;
}

it.each(failingParts)('an error at any step of %s loses no acknowledged edit, and the work goes on', async (part) => {
  const of = await madeCase();
  const { steps } = await liveOnFailingDisk(part, of, null);
  let refusals = 0;
  // Primes, so that every step meets every kind of error within a few neighbours; the long run has them all. A passphrase takes long.
  const each = part === 'a passphrase change' ? 41 : 7;
  for (const [at, plan] of [...faultPlans(steps)].entries()) {
    if (at % each !== 0) continue;
    const outcome = await liveOnFailingDisk(part, of, plan);
    expect(outcome.violations, JSON.stringify(plan)).toEqual([]);
    if (Number.isFinite(plan.length)) expect(outcome.foundRefused, `${JSON.stringify(plan)}: a refused edit came back`).toBe(false);
    refusals += outcome.refusals;
  }
  expect(refusals).toBeGreaterThan(10);
});

it('one error is survived without the analyst noticing: the edit goes into a new segment', async () => {
  const { start, caseKey } = await newCase();
  const disk = recordingDisk(start);
  const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
  good(await open.commit(writesNote(1)));
  const now = disk.steps();
  disk.failWith((step, op) => (step >= now && op === 'sync' && step < now + 2 ? { code: 'EIO', share: 1 } : null));
  good(await open.commit(writesNote(2)));
  good(await open.commit(writesNote(3)));
  expect(open.readOnly).toBe(false);
  await open.abandon();
  const again = good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
  expect(Object.keys(again.record().notes)).toHaveLength(3);
  expect(again.openingFindings.map(({ code }) => code)).toEqual(['frames-superseded', 'unclean-end']);
  await again.abandon();
});

it('a medium that keeps failing turns the case read-only; a full disk does not', async () => {
  for (const [code, stays] of [
    ['EIO', false],
    ['ENOSPC', true],
  ] as const) {
    const { start, caseKey } = await newCase();
    const disk = recordingDisk(start);
    const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
    disk.failWith(() => ({ code, share: 0 }));
    expect(await open.commit(writesNote(1))).toEqual({ ok: false, problem: { kind: 'write-failed', reason: code === 'EIO' ? 'input-output' : 'disk-full' } });
    expect(open.readOnly).toBe(!stays);
    disk.failWith(null);
    expect((await open.commit(writesNote(2))).ok).toBe(stays);
    await open.abandon();
  }
});

it('two writers that no lock kept apart both keep their edits, and the next opening says so', async () => {
  const { start, caseKey } = await newCase();
  const [one, two] = [recordingDisk(start), recordingDisk(start)];
  // Two machines that share a folder over a medium without locks: each sees only its own writes until it opens again.
  const first = good(await openOn(one.fileSystem, caseKey, countingFacts())).open;
  good(await first.commit(writesNote(1)));
  await first.abandon();
  const second = good(await openOn(two.fileSystem, caseKey, countingFacts())).open;
  good(await second.commit(writesNote(2)));
  good(await second.commit(writesNote(3)));
  await second.abandon();
  const both = recordingDisk({ folders: start.folders, files: new Map([...one.content().files, ...two.content().files]) });
  const merged = good(await openOn(both.fileSystem, caseKey, countingFacts()));
  expect(Object.keys(merged.open.record().notes)).toHaveLength(2);
  expect(merged.open.openingFindings.map(({ code }) => code)).toContain('fork');
  good(await merged.open.commit(writesNote(4)));
  good(await merged.open.close());
  expect([...one.content().files.keys()].filter((path) => path.startsWith('log/')).every((path) => both.content().files.has(path))).toBe(true);
});
