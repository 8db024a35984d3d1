import { expect, it } from 'vitest';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { type Acknowledged, crashEverywhere, type RecordedSession, stateOf } from '#tests/harness/crash-check.ts';
import { sampled } from '#tests/harness/crash-fates.ts';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { type DiskOperation, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, countingFacts, good, sampleEvidence, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

/** A session of everything that writes: edits, undo, imports, checkpoints, close, reopening. */
async function record(): Promise<RecordedSession> {
  const disk = recordingDisk();
  const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
  const start = disk.content();
  const after = recordingDisk(start);
  const acknowledged: Acknowledged[] = [];
  const facts = countingFacts();
  const session = async (work: (open: OpenCase, note: () => void) => Promise<void>, end: 'close' | 'abandon') => {
    const { open } = good(await openOn(after.fileSystem, caseKey, facts));
    const note = () => acknowledged.push({ after: after.operations.length, state: stateOf(open) });
    note();
    await work(open, note);
    if (end === 'close') good(await open.close());
    else await open.abandon();
  };
  await session(async (open, note) => {
    for (let number = 1; number <= 3; number += 1) {
      good(await open.commit(writesNote(number, 'x'.repeat(number * 150))));
      note();
    }
    const stored = good(await open.storeBlob(contentOf(Buffer.alloc(20_000, 'a')), silently));
    good(await open.commit(takesIn(sampleEvidence(9, stored))));
    note();
    good(await open.undo());
    note();
  }, 'close');
  await session(async (open, note) => {
    good(await open.commit(writesNote(1, 'changed')));
    note();
  }, 'abandon');
  await session(async (open, note) => {
    good(await open.commit(writesNote(4)));
    note();
  }, 'close');
  await session(async (open, note) => {
    good(await open.commit(writesNote(2, 'once more')));
    note();
  }, 'close');
  return { start, operations: after.operations, caseKey, acknowledged };
}

const work = { close: sampled, seed: 1, enough: () => false, recoverEach: 0 };

it('a crash after any step of a session, and a second one in recovery, loses no acknowledged edit and the case goes on', async () => {
  const session = await record();
  const { violations, states, recoveryStates } = await crashEverywhere(session, { ...work, recoverEach: 250 });
  console.log(`${states} crash states over ${session.operations.length} steps, ${recoveryStates} in recovery`);
  expect(violations.slice(0, 5)).toEqual([]);
  expect(states).toBeGreaterThan(600);
  expect(recoveryStates).toBeGreaterThan(100);
});

it('the check is sharp: with any kind of sync left out it finds lost edits', async () => {
  const session = await record();
  const without = (left: DiskOperation['op']) =>
    session.operations.map((operation): DiskOperation => (operation.op === left ? { op: 'sync-folder', path: 'nowhere', site: 'nobody' } : operation));
  for (const left of ['sync', 'sync-folder'] as const) {
    const { violations } = await crashEverywhere({ ...session, operations: without(left) }, { ...work, stopAtFirst: true });
    expect(violations.length, left).toBeGreaterThan(0);
  }
});

it('power lost after a killed session was read back from memory loses nothing of either session', async () => {
  let states = 0;
  for (let killedAt = 1; killedAt < 14; killedAt += 1) {
    const made = recordingDisk();
    const caseKey = await makeCaseOn(made.fileSystem, countingFacts());
    const start = made.content();
    const disk = recordingDisk(start);
    const acknowledged: Acknowledged[] = [];
    const first = good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
    acknowledged.push({ after: 0, state: stateOf(first) });
    disk.failWith((step) => {
      // Not an error of the disk: the process ends here, and everything it wrote so far is in memory only until synced.
      if (step >= killedAt + 2) throw new Error('killed');
      return null;
    });
    for (const number of [1, 2, 3]) {
      const committed = await first.commit(writesNote(number)).catch(() => null);
      if (!committed) break;
      acknowledged.push({ after: disk.operations.length, state: stateOf(first) });
    }
    disk.failWith(null);
    await first.abandon();
    const second = good(await openOn(disk.fileSystem, caseKey, countingFacts())).open;
    const readBack = stateOf(second);
    for (const number of [4, 5]) {
      good(await second.commit(writesNote(number)));
      // What the second session read back may show before its first edit, and must not be lost after it.
      if (number === 4) acknowledged.push({ after: Number.POSITIVE_INFINITY, state: readBack });
      acknowledged.push({ after: disk.operations.length, state: stateOf(second) });
    }
    await second.abandon();
    const checked = await crashEverywhere({ start, operations: disk.operations, caseKey, acknowledged }, work);
    expect(checked.violations.slice(0, 3), `killed at step ${killedAt}`).toEqual([]);
    states += checked.states;
  }
  expect(states).toBeGreaterThan(500);
});
