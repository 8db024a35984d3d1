import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type CopySource, copyIntoFolder, whyNotOver } from '#main/casefile/copy-into-folder.ts';
import { planCopy } from '#main/casefile/copy-plan.ts';
import { openCase } from '#main/casestore/case-store.ts';
import { bundledChild } from '#tests/harness/bundled-child.ts';
import { inCaseWithExhibits, soundRecordIn } from '#tests/harness/copied-case.ts';
import { type Acknowledged, crashEverywhere, stateOf } from '#tests/harness/crash-check.ts';
import { fatesOf, sampled } from '#tests/harness/crash-fates.ts';
import { makeCaseOn, openOn, seededRandom } from '#tests/harness/crash-session.ts';
import { diskAfterCrash, effectsOf, unsettledEffects } from '#tests/harness/crashed-disk.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, countingFacts, good, sampleEvidence, samplePassphrase, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';

/** Sessions on a recorded disk that leave bytes nothing refers to, and log behind snapshots. */
async function worn(): Promise<{ readonly disk: RecordingDisk; readonly caseKey: Buffer }> {
  const disk = recordingDisk();
  const facts = countingFacts();
  const caseKey = await makeCaseOn(disk.fileSystem, facts);
  for (let session = 0; session < 3; session += 1) {
    const { open } = good(await openOn(disk.fileSystem, caseKey, facts));
    for (const number of [1, 2]) {
      const stored = good(await open.storeBlob(contentOf(Buffer.alloc(3000 + number, session * 10 + number)), silently));
      good(await open.commit(takesIn(sampleEvidence(session * 10 + number, stored))));
    }
    good(await open.commit(writesNote(100 + session, 'x'.repeat(400))));
    good(await open.undo());
    // Taken back: its bytes lie there, and in the next session nothing can bring them back.
    good(await open.undo());
    good(await open.commit(writesNote(200 + session)));
    good(await open.close());
  }
  return { disk: recordingDisk(disk.content()), caseKey };
}

const close = sampled;

it('a crash after any step of compacting loses no exhibit, and what is compacted stays so', { timeout: 240_000 }, async () => {
  const { disk, caseKey } = await worn();
  const start = disk.content();
  const facts = countingFacts();
  const { open } = good(await openOn(disk.fileSystem, caseKey, facts));
  const acknowledged: Acknowledged[] = [{ after: disk.operations.length, state: stateOf(open) }];
  const { digest, blobs } = open.copies.freeable();
  expect(blobs).toHaveLength(3);
  const compacted = good(await open.copies.compact(digest, silently));
  acknowledged.push({ after: disk.operations.length, state: stateOf(open) });
  expect(compacted.blobs).toBe(3);
  good(await open.commit(writesNote(300)));
  acknowledged.push({ after: disk.operations.length, state: stateOf(open) });
  good(await open.close());
  const files = [...disk.content().files.keys()];
  expect(files.filter((path) => path.startsWith('blob/'))).toHaveLength(3);
  const work = { close, seed: 3, enough: () => false, recoverEach: 299 };
  const checked = await crashEverywhere({ start, operations: disk.operations, caseKey, acknowledged }, work);
  console.log(`${checked.states} crash states of compacting over ${disk.operations.length} steps, ${checked.recoveryStates} in recovery`);
  expect(checked.violations.slice(0, 5)).toEqual([]);
  expect(checked.states).toBeGreaterThan(100);
});

it('a backup cut off at any step while it is brought up to date opens with the old state or the new, and can be brought up to date again', {
  timeout: 240_000,
}, async () => {
  const { disk, caseKey } = await worn();
  const facts = countingFacts();
  const target = recordingDisk();
  const sourceNow = async (): Promise<{ readonly source: CopySource; readonly state: string; readonly done: () => Promise<void> }> => {
    const { open, file } = good(await openOn(disk.fileSystem, caseKey, facts));
    const plan = await planCopy(disk.fileSystem, file.keys);
    if ('kind' in plan) throw new Error(plan.kind);
    return { source: { files: disk.fileSystem, keys: file.keys, plan }, state: stateOf(open), done: open.abandon };
  };
  const first = await sourceNow();
  expect(await copyIntoFolder(first.source, target.fileSystem, true, new Set(), silently)).not.toBeNull();
  await first.done();
  const later = good(await openOn(disk.fileSystem, caseKey, facts));
  const stored = good(await later.open.storeBlob(contentOf(Buffer.alloc(5000, 99)), silently));
  const between: string[] = [first.state];
  good(await later.open.commit(takesIn(sampleEvidence(77, stored))));
  good(await later.open.copies.compact(later.open.copies.freeable().digest, silently));
  between.push(stateOf(later.open));
  good(await later.open.commit(writesNote(301)));
  good(await later.open.close());

  const second = await sourceNow();
  const start = target.content();
  const update = recordingDisk(start);
  expect(await whyNotOver(update.fileSystem, second.source)).toBeNull();
  expect(await copyIntoFolder(second.source, update.fileSystem, true, new Set(), silently)).not.toBeNull();
  const effects = effectsOf(start, update.operations);
  const random = seededRandom(5);
  const seen = new Set<string>();
  for (let steps = 0; steps <= update.operations.length; steps += 1) {
    for (const fates of fatesOf(unsettledEffects(effects, steps), steps, { ...close, tears: () => [1, 700] }, random)) {
      const after = recordingDisk(diskAfterCrash(start, effects, steps, fates));
      const opened = good(await openOn(after.fileSystem, caseKey, facts, 'read')).open;
      const state = stateOf(opened);
      expect([...between, second.state]).toContain(state);
      for (const item of Object.values(opened.record().evidence)) good(await opened.readBlob(item.blob, 0, item.bytes));
      await opened.abandon();
      if (steps % 7 === 0 && fates.size === 0) {
        expect(await whyNotOver(after.fileSystem, second.source)).toBeNull();
        expect(await copyIntoFolder(second.source, after.fileSystem, true, new Set(), silently)).not.toBeNull();
        const whole = good(await openOn(after.fileSystem, caseKey, facts, 'read')).open;
        expect(stateOf(whole)).toBe(second.state);
        await whole.abandon();
      }
      seen.add(`${steps} ${state === second.state}`);
    }
  }
  expect(seen.size).toBeGreaterThan(20);
  await second.done();
});

it('a disk that fails at any step of a backup refuses it, and the backup that was there still opens', { timeout: 240_000 }, async () => {
  const { disk, caseKey } = await worn();
  const facts = countingFacts();
  const { open, file } = good(await openOn(disk.fileSystem, caseKey, facts));
  const plan = await planCopy(disk.fileSystem, file.keys);
  if ('kind' in plan) throw new Error(plan.kind);
  const source: CopySource = { files: disk.fileSystem, keys: file.keys, plan };
  const target = recordingDisk();
  let failed = 0;
  for (let at = 0; ; at += 1) {
    const start = target.steps();
    target.failWith((step, op) => (step === start + at ? { code: 'ENOSPC', share: op === 'write' ? 0.5 : 0 } : null));
    const copied = await copyIntoFolder(source, target.fileSystem, true, new Set(), silently).catch((error: unknown) => error);
    target.failWith(null);
    if (!(copied instanceof Error)) break;
    failed += 1;
    const begun = await openOn(target.fileSystem, caseKey, facts, 'read');
    if (begun.ok) {
      expect(stateOf(begun.value.open)).toBe(stateOf(open));
      await begun.value.open.abandon();
    }
  }
  expect(failed).toBeGreaterThan(20);
  expect([...target.content().files.keys()].filter((path) => path.endsWith('.part'))).toEqual([]);
  const whole = good(await openOn(target.fileSystem, caseKey, facts, 'read')).open;
  expect(stateOf(whole)).toBe(stateOf(open));
  await whole.abandon();
  plan.letGo();
  await open.abandon();
});

it('kill -9 in the middle of a backup leaves the old one or the new one, and nothing else', { timeout: 240_000 }, () =>
  inCaseWithExhibits(async (made, parent, folder) => {
    good(await made.close());
    const child = await bundledChild('tests/faults/copier.ts', parent);
    const to = join(parent, 'Backup.case');
    const random = seededRandom(11);
    for (let round = 0; round < 6; round += 1) {
      const lines = await runAndKill(child, folder, to, 5 + Math.floor(random() * 60), random() * 4);
      const done = lines.filter((line) => line.startsWith('done ')).length;
      const present = readdirSync(parent).includes('Backup.case');
      if (round > 0 || done > 0) expect(present).toBe(true);
      if (!present) continue;
      const copy = (await soundRecordIn(to)) as { readonly notes: object };
      const original = good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts(), 'read'));
      const notes = Object.keys(original.record().notes).toSorted();
      await original.abandon();
      const copied = Object.keys(copy.notes).toSorted();
      expect(notes.slice(0, copied.length)).toEqual(copied);
      expect(copied.length).toBeGreaterThanOrEqual(10 + done);
    }
    const open = good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts()));
    good(await open.copies.backUp(to, 'folder', silently));
    await open.abandon();
    expect(readdirSync(parent).toSorted()).toEqual(['Backup.case', 'Kursk.case', 'child']);
  }),
);

it('a full disk refuses a backup and a restore by name and leaves nothing of them', { timeout: 240_000 }, () =>
  inCaseWithExhibits(async (made, parent, folder) => {
    good(await made.close());
    const disk = join(parent, 'small');
    mkdirSync(disk);
    const child = await bundledChild('tests/faults/copier.ts', parent);
    const run = `'${process.execPath}' '${child}' fill '${folder}' '${disk}'`;
    const ran = spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o size=16m tmpfs '${disk}' && ${run}`], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const full = { kind: 'write-failed', reason: 'disk-full' };
    expect(JSON.parse(ran.stdout)).toEqual({
      toosmall: [full, full, []],
      folder: [full, []],
      'folder with room': 'done',
      'restore folder': [full, ['a.folder']],
      tar: [full, []],
      'tar with room': 'done',
      'restore tar': [full, ['a.tar']],
    });
  }),
);

/** Runs the copier and kills it after so many lines, at once or a little later. Answers the lines. */
function runAndKill(child: string, folder: string, to: string, lines: number, laterMs: number): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const copier = spawn(process.execPath, [child, 'loop', folder, to], { stdio: ['ignore', 'pipe', 'inherit'] });
    let text = '';
    let armed = false;
    copier.stdout.setEncoding('utf8').on('data', (piece: string) => {
      text += piece;
      if (armed || text.split('\n').length <= lines) return;
      armed = true;
      setTimeout(() => copier.kill('SIGKILL'), laterMs);
    });
    copier.on('error', reject);
    copier.on('close', () => resolve(text.split('\n').slice(0, -1)));
  });
}
