import { expect, it } from 'vitest';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { type DiskContent, type Fault, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, countingFacts, good, numberedId, sampleEvidence, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

type Outcome = { readonly steps: number; readonly refusals: number; readonly violations: readonly string[] };

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

/** A session on a disk that fails as told: edits, imports, a close that may be refused; then the same disk, healthy again. */
async function sessionOn(fault: Fault): Promise<Outcome> {
  const { start, caseKey } = await newCase();
  const disk = recordingDisk(start);
  const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
  const firstStep = disk.steps();
  disk.failWith((step, op) => fault(step - firstStep, op));
  const kept: string[] = [];
  let refusals = 0;
  const violations: string[] = [];
  for (let number = 1; number <= 6; number += 1) {
    const before = JSON.stringify(open.record());
    const committed = await open.commit(writesNote(number, 'x'.repeat(number * 90)));
    if (committed.ok) kept.push(numberedId(number));
    else {
      refusals += 1;
      if (JSON.stringify(open.record()) !== before) violations.push('a refused edit changed the record');
      if (committed.problem.kind !== 'write-failed' && committed.problem.kind !== 'read-only') violations.push(`refused with ${committed.problem.kind}`);
    }
    if (number !== 3) continue;
    const stored = await open.storeBlob(contentOf(Buffer.alloc(3_000, 'b')), silently);
    if (!stored.ok) refusals += 1;
    else if ((await open.commit(takesIn(sampleEvidence(50, stored.value)))).ok) kept.push(numberedId(50));
    else refusals += 1;
  }
  if (!(await open.close()).ok) {
    refusals += 1;
    await open.abandon();
  }
  disk.failWith(null);
  const again = await openOn(disk.fileSystem, caseKey, countingFacts());
  if (!again.ok) return { steps: disk.steps() - firstStep, refusals, violations: [...violations, `does not open again: ${again.problem.kind}`] };
  const after = again.value.open;
  const there = new Set([...Object.keys(after.record().notes), ...Object.keys(after.record().evidence)]);
  const lost = kept.filter((id) => !there.has(id));
  if (lost.length > 0) violations.push(`lost ${lost.length}: ${JSON.stringify(after.openingFindings)}`);
  if (after.openingFindings.some(({ severity }) => severity === 'damage')) violations.push(JSON.stringify(after.openingFindings));
  if (!(await after.commit(writesNote(9))).ok) violations.push('cannot go on');
  const verified = await after.verify(silently);
  if (!verified.ok || verified.value.findings.some(({ severity }) => severity === 'damage')) violations.push(`not sound: ${JSON.stringify(verified)}`);
  if (disk.fileSystem.list('blob').some((name) => name.endsWith('.part'))) violations.push('a half import was left');
  await after.abandon();
  return { steps: disk.steps() - firstStep, refusals, violations };
}

const runs = (['EIO', 'ENOSPC'] as const).flatMap((code) =>
  (['once', 'four times', 'for good'] as const).flatMap((times) => [0, 0.4, 1].map((share) => ({ code, times, share }))),
);

it.each(runs)('an error ($code, $times, $share of the write done) at any step loses no acknowledged edit', async ({ code, times, share }) => {
  const length = { once: 1, 'four times': 4, 'for good': Number.POSITIVE_INFINITY }[times];
  const { steps } = await sessionOn(() => null);
  for (let at = 0; at <= steps; at += 1) {
    const outcome = await sessionOn((step) => (step >= at && step < at + length ? { code, share } : null));
    expect(outcome.violations, `at step ${at}`).toEqual([]);
  }
});

it('one error is survived without the analyst noticing: the edit goes into a new segment', async () => {
  const { start, caseKey } = await newCase();
  const disk = recordingDisk(start);
  const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
  good(await open.commit(writesNote(1)));
  const now = disk.steps();
  disk.failWith((step, op) => (step >= now && op === 'sync' && step < now + 2 ? { code: 'EIO', share: 0 } : null));
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
