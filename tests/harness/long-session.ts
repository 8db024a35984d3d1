import type { CaseFile } from '#main/casefile/case-file.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { type Acknowledged, anchoredEdits, type RecordedSession, stateOf } from './crash-check.ts';
import { checkpoint, derivedKey, makeCaseOn, openOn, seededRandom } from './crash-session.ts';
import { anchorsFolder, type RecordingDisk, recordingDisk } from './recording-file-system.ts';
import { contentOf, countingFacts, good, sampleEvidence, samplePassphrase, silently, takesIn, writesNote } from './stored-case.ts';

type Pass = { open: OpenCase; file: CaseFile; next: number; secret: number };

/**
 * A recorded life of a case drawn from a seed: made, edited, exhibits taken in, undo, checkpoints, passphrase changed (by the old one or by
 * the recovery code), closed, left without a close, killed in the middle of an edit and read back from memory, reopened.
 */
export async function recordLife(seed: number, acts: number): Promise<RecordedSession> {
  const random = seededRandom(seed);
  const disk = recordingDisk(undefined, { sites: true });
  const start = disk.content();
  const facts = countingFacts();
  const caseKey = await makeCaseOn(disk.fileSystem, facts);
  const made = disk.operations.length;
  const secrets = [await derivedKey(disk.fileSystem, { kind: 'passphrase', bytes: samplePassphrase })];
  const acknowledged: Acknowledged[] = [];
  const opened = good(await openOn(disk.fileSystem, caseKey, facts));
  const pass: Pass = { ...opened, next: 1, secret: 0 };
  acknowledged.push({ after: made, state: stateOf(pass.open), secret: 0 });
  // Leaving and killing write nothing more: what the next session reads is durable with the next thing it writes.
  const note = (wrote = true) => {
    const anchored = anchoredEdits(disk.fileSystem, pass.file.keys);
    acknowledged.push({ after: wrote ? disk.operations.length : Infinity, state: stateOf(pass.open), secret: pass.secret, anchored });
  };

  const reopen = async () => Object.assign(pass, good(await openOn(disk.fileSystem, caseKey, facts)));
  const one: { readonly [act: string]: () => Promise<void> } = {
    edit: async () => void good(await pass.open.commit(writesNote(pass.next++, 'x'.repeat(Math.floor(random() ** 3 * 1_800))))),
    change: async () => void good(await pass.open.commit(writesNote(1, `changed ${pass.next++}`))),
    undo: async () => void (await pass.open.undo()),
    exhibit: async () => {
      const number = pass.next++;
      const stored = good(await pass.open.storeBlob(contentOf(Buffer.alloc(Math.floor(random() ** 2 * 6_000), number)), silently));
      good(await pass.open.commit(takesIn(sampleEvidence(number, stored))));
    },
    exhibits: async () => {
      const numbers = [pass.next++, pass.next++, pass.next++];
      const same = numbers[0] ?? 0;
      // Of the three two are the same bytes.
      const stored = await Promise.all(
        numbers.map((number) => pass.open.storeBlob(contentOf(Buffer.alloc(200, number === numbers[2] ? same : number)), silently)),
      );
      for (const [place, reply] of stored.entries()) {
        good(await pass.open.commit(takesIn(sampleEvidence(numbers[place] ?? 0, good(reply)))));
        note();
      }
    },
    checkpoint: async () => void good(checkpoint(pass.open, pass.file)),
    passphrase: async () => {
      const bytes = Buffer.from(`passphrase ${secrets.length}`);
      good(await pass.file.replacePassphrase({ kind: 'case-key', bytes: caseKey }, bytes, 0));
      secrets.push(await derivedKey(disk.fileSystem, { kind: 'passphrase', bytes }));
      pass.secret = secrets.length - 1;
    },
    close: async () => {
      good(await pass.open.close());
      await reopen();
    },
    leave: async () => {
      await pass.open.abandon();
      await reopen();
    },
    kill: async () => {
      await killedEdit(disk, pass, Math.floor(random() * 6));
      await reopen();
    },
    // The next session takes in what the killed one had almost taken in.
    'killed exhibit': async () => {
      const number = pass.next++;
      const bytes = Buffer.alloc(300, number);
      const after = 2 + Math.floor(random() * 10);
      await killed(disk, pass, after, () => pass.open.storeBlob(contentOf(bytes), silently));
      await reopen();
      const stored = good(await pass.open.storeBlob(contentOf(bytes), silently));
      good(await pass.open.commit(takesIn(sampleEvidence(number, stored))));
    },
  };
  const draw = ['edit', 'edit', 'edit', 'change', 'undo', 'exhibit', 'exhibits', 'checkpoint', 'close', 'leave', 'kill', 'killed exhibit'];
  for (let act = 0; act < acts; act += 1) {
    const name = act === Math.floor(acts / 3) || act === acts - 2 ? 'passphrase' : (draw[Math.floor(random() * draw.length)] ?? 'edit');
    const before = disk.operations.length;
    await one[name]?.();
    note(name !== 'kill' && name !== 'leave' && disk.operations.length > before);
  }
  good(await pass.open.close());
  note();
  return { start, operations: disk.operations, caseKey, acknowledged, secrets };
}

/**
 * A case with two snapshots that a program without any sync has just copied here, opened and worked on: what is acknowledged then must not
 * rest on bytes that were only in memory.
 */
export async function recordCopiedLife(): Promise<RecordedSession> {
  const there = recordingDisk();
  const caseKey = await makeCaseOn(there.fileSystem, countingFacts(), []);
  for (const number of [1, 2, 3]) {
    const { open } = good(await openOn(there.fileSystem, caseKey, countingFacts()));
    good(await open.commit(writesNote(number)));
    if (number < 3) good(await open.close());
    else await open.abandon();
  }
  const disk = recordingDisk(undefined, { sites: true });
  const start = disk.content();
  for (const folder of ['log', 'snap', 'blob']) disk.fileSystem.createFolder(folder);
  for (const [path, bytes] of there.content().files) if (!path.startsWith(anchorsFolder)) disk.fileSystem.create(path).write(bytes, 0);
  const acknowledged: Acknowledged[] = [];
  for (const [number, end] of [
    [4, 'abandon'],
    [5, 'close'],
    [6, 'close'],
  ] as const) {
    const { open, file } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
    good(await open.commit(writesNote(number)));
    acknowledged.push({ after: disk.operations.length, state: stateOf(open), anchored: anchoredEdits(disk.fileSystem, file.keys) });
    if (end === 'close') good(await open.close());
    else await open.abandon();
  }
  // A session that only takes a snapshot: what the close before it took away must not come back as somebody else's branch.
  const { open, file } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
  good(checkpoint(open, file));
  acknowledged.push({ after: disk.operations.length, state: stateOf(open) });
  await open.abandon();
  return { start, operations: disk.operations, caseKey, acknowledged, copied: true };
}

/** An edit in whose middle the process ends. */
async function killedEdit(disk: RecordingDisk, pass: Pass, after: number): Promise<void> {
  await killed(disk, pass, after, () => pass.open.commit(writesNote(pass.next++, 'killed')));
}

/** The process ends in the middle of something. What it wrote is in memory and is read back by the next session. */
async function killed(disk: RecordingDisk, pass: Pass, after: number, work: () => Promise<unknown>): Promise<void> {
  const now = disk.steps();
  disk.failWith((step) => {
    if (step >= now + after) throw new Error('killed');
    return null;
  });
  await work().catch(() => null);
  disk.failWith(null);
  await pass.open.abandon();
}
