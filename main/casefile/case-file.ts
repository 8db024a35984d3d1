import type { KdfCost } from '#main/crypto/argon2id.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { cryptoSelfTest } from '#main/crypto/self-test.ts';
import type { CaseFinding } from '#main/usecases/ports.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type AnchorKeeper, type AnchorPort, headsOf, keepAnchor, noAnchors } from './anchor.ts';
import { type BlobVault, openBlobVault, removeParts } from './blob-vault.ts';
import { type CaseKeys, caseKeys } from './case-keys.ts';
import { errorCode, type FileSystem, writeNew } from './file-system.ts';
import { headerNames, readHeaderCopies, writeHeaderCopy } from './header-copies.ts';
import type { SlotSecret } from './key-slots.ts';
import { type CaseLock, lockCase } from './lock.ts';
import { startLogWriter } from './log-writer.ts';
import { type Opening, readOpening } from './opening.ts';
import { linesOf, type Snapshot, snapshotNumber, writeSnapshot } from './snapshot.ts';
import { type HeaderProof, healHeader, newHeader, replacePassphrase, type Unlocked, unlockHeader } from './unlocking.ts';
import { isDiskError, writeProblem } from './write-problem.ts';

/** An open case file: sealed log, snapshots and blobs, with the keys to them. It knows nothing of what the transactions mean. */
export type CaseFile = {
  readonly caseId: string;
  readonly keys: CaseKeys;
  readonly files: FileSystem;
  readonly blobs: BlobVault;
  readonly findings: readonly CaseFinding[];
  /** Why nothing can be written, or `null`. */
  readonly writeBarrier: () => Problem | null;
  /** Lines of the newest usable snapshot (none before the first) and the transactions after it, in order. Handed out once. */
  readonly replay: () => { readonly lines: Iterable<string>; readonly bodies: readonly unknown[] };
  /** Hash of everything acknowledged so far: 32 bytes. */
  readonly head: () => Buffer;
  /** One transaction; on the medium when it is done. */
  readonly append: (body: unknown) => Reply<null>;
  /** Whether the log has grown enough for a snapshot to pay. */
  readonly wantsSnapshot: () => boolean;
  readonly snapshot: (lines: Iterable<string>) => Reply<null>;
  readonly replacePassphrase: (proof: HeaderProof, next: Uint8Array, madeAt: number) => Promise<Reply<null>>;
  /** Takes a snapshot, ends the log cleanly and gives the lock back. When it is refused, the case is as open as before. */
  readonly close: (lines: Iterable<string>) => Promise<Reply<null>>;
  /** Gives everything back without writing; what was acknowledged is on the medium anyway. */
  readonly abandon: () => Promise<void>;
};

const leastLogBeforeSnapshot = 8 * 1024 * 1024;
const readme =
  'This folder is an encrypted case of Corroborate.\nKeep it whole: do not rename, move or delete parts of it. Copy it only as a whole, while it is closed.\n';

/** Makes a case in a folder that does not exist or is empty. Leaves nothing behind when it is refused. */
export async function createCaseFile(
  files: FileSystem,
  secrets: readonly SlotSecret[],
  cost: KdfCost,
  madeAt: number,
  firstBody: unknown,
): Promise<Reply<{ readonly caseKey: Buffer }>> {
  if (!cryptoSelfTest()) return refused({ kind: 'self-test-failed' });
  const caseKey = randomBytes(32);
  const keys = caseKeys(caseKey, randomBytes(16));
  let made: string[] = [];
  try {
    const root = files.createRoot();
    if (root === 'not-empty' || root === 'not-a-folder') return refused({ kind: 'folder-not-empty' });
    made = root === 'made' ? ['.'] : [];
    const header = await newHeader(caseKey, keys.caseId, cost, secrets, madeAt);
    for (const folder of ['log', 'snap', 'blob']) files.createFolder(folder);
    writeNew(files, 'README.txt', Buffer.from(readme));
    const log = startLogWriter(
      files,
      keys,
      { head: Buffer.alloc(32), seq: 0, segmentNumber: 0 },
      () => 1,
      () => undefined,
    );
    const problem = log.append(firstBody) ?? log.appendClose();
    log.letGo();
    if (problem) {
      removeNewCase(files, made);
      return refused(problem);
    }
    // The header comes last: a folder without one is no case, whatever a crash left in it.
    for (const name of headerNames) writeHeaderCopy(files, name, header);
    return done({ caseKey });
  } catch (error) {
    removeNewCase(files, made);
    return refused(writeProblem(error));
  }
}

/**
 * Opens a case file. `read` takes no lock and writes nothing. `write` falls back to reading when the folder cannot be written
 * or edits are in doubt; {@link CaseFile.writeBarrier} says so. Refuses `case-in-use`, `wrong-passphrase`, `wrong-recovery-code`,
 * `not-a-case`, `newer-format`, `case-damaged`, `unreadable-file`, `self-test-failed`. `anchors` is where this computer remembers cases.
 */
export async function openCaseFile(files: FileSystem, proof: HeaderProof, mode: 'read' | 'write', anchors: AnchorPort = noAnchors): Promise<Reply<CaseFile>> {
  if (!cryptoSelfTest()) return refused({ kind: 'self-test-failed' });
  const copies = readHeaderCopies(files);
  if (!copies.ok) return copies;
  const attempt = mode === 'write' ? await lockCase(files, copies.value.whole[0].header.caseId) : null;
  if (attempt?.state === 'in-use') return refused({ kind: 'case-in-use' });
  const lock = attempt?.state === 'held' ? attempt.lock : null;
  let kept = false;
  try {
    const unlocked = await unlockHeader(files, proof);
    if (!unlocked.ok) return unlocked;
    const opened = openUnlocked(files, unlocked.value, lock, anchors);
    kept = opened.ok;
    return opened;
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return refused({ kind: 'unreadable-file', item: 1, reason: errorCode(error) === 'EACCES' ? 'no-permission' : 'input-output' });
  } finally {
    if (!kept) await lock?.release();
  }
}

function openUnlocked(files: FileSystem, unlocked: Unlocked, lock: CaseLock | null, anchors: AnchorPort): Reply<CaseFile> {
  const keys = caseKeys(unlocked.caseKey, unlocked.newest.header.caseId);
  // Before the log: a writer beside us may be ahead of what is read, never behind it.
  const anchor: AnchorKeeper = keepAnchor(anchors, keys);
  let generation = unlocked.newest.header.generation;
  const opening = readOpening(files, keys, generation);
  if ('kind' in opening) return refused(opening);
  const reached = { head: opening.lineage.head, seq: opening.seq, generation, heads: headsOf(opening.segments) };
  const findings = [...unlocked.findings, ...opening.findings, ...anchor.compare(reached)];
  // Nothing below may hold on to the opening itself: the whole case lies in it a second time.
  let held: ReturnType<CaseFile['replay']> = { lines: opening.snapshot ? linesOf(opening.snapshot.body) : [], bodies: opening.bodies };
  const readFrom = pathsReadFrom(opening);
  const segmentNames = opening.segments.map(({ name }) => name);
  const { forked } = opening.lineage;
  let barrier: Problem | null = lock && !opening.doubtful ? null : { kind: 'read-only' };
  if (!barrier) {
    try {
      findings.push(...healHeader(files, unlocked));
      removeParts(files);
    } catch (error) {
      barrier = writeProblem(error);
    }
  }
  const log = startLogWriter(
    files,
    keys,
    { head: Buffer.from(opening.lineage.head, 'hex'), seq: opening.seq, segmentNumber: opening.newestSegmentNumber },
    () => generation,
    () => settleOnce(),
  );
  const blobs = openBlobVault(files, keys);
  let snapshots: readonly SnapshotMark[] = opening.snapshot ? [markOf(opening.snapshot)] : [];
  let newestSnapshot = opening.newestSnapshotNumber;
  let settled = false;
  let refusedAtBytes = 0;
  const logAtOpening = opening.lineage.stretches.reduce((sum, { segment }) => sum + segment.frames.length, 0);
  let touched = logAtOpening > 0 || opening.snapshot === null;
  const writeBarrier = () => barrier ?? log.broken();
  const remember = (now: boolean) => {
    const { head, seq } = log.position();
    if (lock) anchor.remember({ head: head.toString('hex'), seq, generation }, now);
  };
  const settleOnce = () => {
    if (!settled) settle(files, readFrom);
    settled = true;
  };

  const takeSnapshot = (lines: Iterable<string>, closed: boolean): Reply<null> => {
    const stopped = writeBarrier();
    if (stopped) return refused(stopped);
    try {
      settleOnce();
      const { head, seq, segmentNumber } = log.position();
      newestSnapshot += 1;
      const taken = writeSnapshot(files, keys, newestSnapshot, { v: 1, head: head.toString('hex'), seq, segmentNumber, generation, closed }, lines);
      log.rotate();
      touched = false;
      snapshots = [...snapshots, markOf(taken)];
      if (!forked) compact(files, snapshots, [...segmentNames, ...log.begun()]);
      refusedAtBytes = 0;
      return done(null);
    } catch (error) {
      refusedAtBytes = log.bytesSinceRotation();
      return refused(writeProblem(error));
    }
  };

  return done({
    caseId: keys.caseId.toString('hex'),
    keys,
    files,
    blobs,
    findings,
    writeBarrier,
    replay: () => {
      const now = held;
      held = { lines: [], bodies: [] };
      return now;
    },
    head: () => log.position().head,
    append: (body) => {
      const problem = writeBarrier() ?? log.append(body);
      touched = touched || !problem;
      if (!problem) remember(false);
      return problem ? refused(problem) : done(null);
    },
    wantsSnapshot: () => !writeBarrier() && log.bytesSinceRotation() > refusedAtBytes + Math.max(leastLogBeforeSnapshot, (snapshots.at(-1)?.bytes ?? 0) / 2),
    snapshot: (lines) => takeSnapshot(lines, false),
    replacePassphrase: async (proof, next, madeAt) => {
      const stopped = writeBarrier();
      if (stopped) return refused(stopped);
      try {
        const replaced = await replacePassphrase(files, proof, next, keys.caseKey, madeAt);
        if (!replaced.ok) return replaced;
        generation = replaced.value;
      } catch (error) {
        return refused(writeProblem(error));
      }
      touched = true;
      // The new passphrase holds from here on; the log's note of it only helps to notice an old header put back.
      if (log.appendHeader(generation) === null) remember(true);
      return done(null);
    },
    close: async (lines) => {
      if (!writeBarrier() && touched) {
        const problem = log.appendClose();
        if (problem) return refused(problem);
        const taken = takeSnapshot(lines, true);
        if (!taken.ok) return taken;
      }
      if (!writeBarrier()) remember(true);
      log.letGo();
      blobs.letGo();
      await lock?.release();
      return done(null);
    },
    abandon: async () => {
      // Without an append of ours the end of the log may lie in the page cache only, and the anchor must never be ahead of the disk.
      if (settled && !writeBarrier()) remember(true);
      log.letGo();
      blobs.letGo();
      await lock?.release();
    },
  });
}

type SnapshotMark = { readonly name: string; readonly segmentNumber: number; readonly bytes: number };
function markOf(snapshot: Snapshot): SnapshotMark {
  return { name: snapshot.name, segmentNumber: snapshot.head.segmentNumber, bytes: snapshot.bytes };
}

/**
 * Keeps the newest two snapshots and what the older of them needs, so that one damaged snapshot costs nothing. Only segments
 * this session has read or written are removed: another writer's would be a fork.
 */
function compact(files: FileSystem, snapshots: readonly SnapshotMark[], knownSegments: readonly string[]): void {
  const [older, newer] = snapshots.slice(-2);
  if (!older || !newer) return;
  try {
    for (const name of files.list('snap'))
      if (name !== older.name && name !== newer.name && snapshotNumber(name) < snapshotNumber(older.name)) files.remove(`snap/${name}`);
    for (const name of knownSegments) if (Number(name.slice(0, 8)) <= older.segmentNumber && files.list('log').includes(name)) files.remove(`log/${name}`);
  } catch (error) {
    // What could not be removed is removed next time; nothing depends on its absence.
    if (!isDiskError(error)) throw error;
  }
}

function pathsReadFrom(opening: Opening): readonly string[] {
  return [...opening.lineage.stretches.map(({ segment }) => `log/${segment.name}`), ...(opening.snapshot ? [`snap/${opening.snapshot.name}`] : [])];
}

/** Syncs what the session was read from: after a kill it may have come from the page cache only. */
function settle(files: FileSystem, paths: readonly string[]): void {
  for (const path of paths) {
    if (!files.list(path.slice(0, path.indexOf('/'))).includes(path.slice(path.indexOf('/') + 1))) continue;
    const file = files.open(path, 'write');
    try {
      file.sync();
    } finally {
      file.close();
    }
  }
  files.syncFolder('log');
  files.syncFolder('snap');
}

function removeNewCase(files: FileSystem, made: readonly string[]): void {
  try {
    for (const folder of ['log', 'snap', 'blob']) {
      for (const name of files.list(folder)) files.remove(`${folder}/${name}`);
      if (files.list('.').includes(folder)) files.removeFolder(folder);
    }
    for (const name of [...headerNames, 'README.txt']) if (files.list('.').includes(name)) files.remove(name);
    if (made.includes('.')) files.removeFolder('.');
  } catch (error) {
    // The disk that refused the case may refuse to tidy it up; a folder without a header is no case.
    if (!isDiskError(error)) throw error;
  }
}
