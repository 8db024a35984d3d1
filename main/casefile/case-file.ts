import { equalInConstantTime } from '#main/crypto/digests.ts';
import { cryptoSelfTest } from '#main/crypto/self-test.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type AnchorKeeper, type AnchorPort, headsOf, keepAnchor, noAnchors } from './anchor.ts';
import { type BlobVault, openBlobVault, removeParts } from './blob-vault.ts';
import { type CareState, noCare } from './care-state.ts';
import { type CaseKeys, caseKeys } from './case-keys.ts';
import { errorCode, type FileSystem } from './file-system.ts';
import { isMinorKnown } from './header.ts';
import { readHeaderCopies } from './header-copies.ts';
import { type IndexedSnapshot, SnapshotDamage } from './indexed-snapshot.ts';
import { type DecideKeys, type Keyring, readKeyring, replacesSecret, rewriteKeys, setsPassphrase } from './key-changes.ts';
import type { SlotSecret } from './key-slots.ts';
import { type CaseLock, lockCase } from './lock.ts';
import { startLogWriter } from './log-writer.ts';
import { readOpening, readSegments, wayBeside } from './opening.ts';
import { markOf, removeOldPoints, type SnapshotMark } from './recovery-points.ts';
import { type SearchShelf, searchShelf } from './search-shelf.ts';
import { filesReadFrom, settleFiles } from './settle-files.ts';
import type { SlotLine } from './slot-table.ts';
import { linesOf, openSnapshot, writeSnapshot } from './snapshot.ts';
import type { SnapshotLine } from './snapshot-tables.ts';
import { type HeaderProof, healHeader, type Unlocked, unlockHeader } from './unlocking.ts';
import { isDiskError, writeProblem } from './write-problem.ts';

/** An open case file: sealed log, snapshots and blobs, with the keys to them. It knows nothing of what the transactions mean. */
export type CaseFile = {
  readonly caseId: string;
  readonly keys: CaseKeys;
  readonly files: FileSystem;
  readonly blobs: BlobVault;
  /** The search index, which is derived from the record. */
  readonly shelf: SearchShelf;
  readonly findings: readonly CaseFinding[];
  /** Why nothing can be written, or `null`. */
  readonly writeBarrier: () => Problem | null;
  /**
   * The newest usable snapshot, by its tables where it has such, otherwise by its lines (none before the first), and the transactions after it,
   * in order. Handed out once.
   */
  readonly replay: () => { readonly indexed: IndexedSnapshot | null; readonly lines: Iterable<string>; readonly bodies: readonly unknown[] };
  /** Another way to what that snapshot holds, for when a part of it turns out damaged; `null` when there is none. */
  readonly wayBeside: () => ReturnType<typeof wayBeside>;
  /** The segment this session writes to: its room ahead is as it should be. */
  readonly segmentAtWork: () => string | undefined;
  /** Hash of everything acknowledged so far: 32 bytes. */
  readonly head: () => Buffer;
  /** One transaction; on the medium when it is done. */
  readonly append: (body: unknown) => Reply<null>;
  /** What is kept in mind of damage and branches. */
  readonly care: () => CareState;
  /** Keeps this in mind; on the medium with the next edit or snapshot, since until then its reasons are there to be found again. */
  readonly keepInMind: (next: CareState) => void;
  /** {@link CaseFile.keepInMind}, on the medium when it is done. */
  readonly changeCare: (next: CareState) => Reply<null>;
  /** Whether the log has grown enough for a snapshot to pay. */
  readonly wantsSnapshot: () => boolean;
  readonly snapshot: (lines: Iterable<SnapshotLine>) => Reply<null>;
  /** The keys of the case as its header has them now. */
  readonly keyring: () => Promise<Reply<Keyring>>;
  /** The slot a secret opens. Refuses as unlocking does. */
  readonly provenKey: (secret: SlotSecret) => Promise<Reply<SlotLine>>;
  /** Changes keys by one new header, crash-safe; refuses what `decide` refuses, and `read-only`, `write-failed`, `case-damaged`. */
  readonly changeKeys: <T>(decide: DecideKeys<T>) => Promise<Reply<T>>;
  /** A new passphrase in place of the one that `proof` is; of every one when `proof` is the case key. */
  readonly replacePassphrase: (proof: HeaderProof, next: Uint8Array, madeAt: number) => Promise<Reply<null>>;
  /**
   * Takes a snapshot, ends the log cleanly and gives the lock back. When it is refused, the case is as open as before. `last` is called when nothing
   * is added to the log any more and files can still be written.
   */
  readonly close: (lines: Iterable<SnapshotLine>, last?: () => void) => Promise<Reply<null>>;
  /** Gives everything back without writing; what was acknowledged is on the medium anyway. */
  readonly abandon: () => Promise<void>;
};

const leastLogBeforeSnapshot = 8 * 1024 * 1024;

/**
 * Opens a case file. `read` takes no lock and writes nothing. `write` falls back to reading when the folder cannot be written
 * or edits are in doubt; {@link CaseFile.writeBarrier} says so. Refuses `case-in-use`, `wrong-passphrase`, `wrong-recovery-code`,
 * `not-a-case`, `newer-format`, `case-damaged`, `unreadable-file`, `self-test-failed`. `anchors` is where this computer remembers cases.
 */
export async function openCaseFile(
  files: FileSystem,
  proof: HeaderProof,
  mode: 'read' | 'write',
  anchors: AnchorPort = noAnchors,
  branch: string | null = null,
): Promise<Reply<CaseFile>> {
  if (!(await cryptoSelfTest())) return refused({ kind: 'self-test-failed' });
  let lock: CaseLock | null = null;
  let kept = false;
  try {
    const copies = readHeaderCopies(files);
    if (!copies.ok) return copies;
    const attempt = mode === 'write' ? await lockCase(files, copies.value.whole[0].header.caseId) : null;
    if (attempt?.state === 'in-use') return refused({ kind: 'case-in-use' });
    lock = attempt?.state === 'held' ? attempt.lock : null;
    const unlocked = await unlockHeader(files, proof);
    if (!unlocked.ok) return unlocked;
    const opened = openUnlocked(files, unlocked.value, lock, branch === null ? anchors : noAnchors, branch);
    kept = opened.ok;
    return opened;
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return refused({ kind: 'unreadable-file', item: 1, reason: errorCode(error) === 'EACCES' ? 'no-permission' : 'input-output' });
  } finally {
    if (!kept) await lock?.release();
  }
}

function openUnlocked(files: FileSystem, unlocked: Unlocked, lock: CaseLock | null, anchors: AnchorPort, branch: string | null): Reply<CaseFile> {
  const keys = caseKeys(unlocked.caseKey, unlocked.newest.header.caseId);
  // Before the log: a writer beside us may be ahead of what is read, never behind it.
  const anchor: AnchorKeeper = keepAnchor(anchors, keys);
  let generation = unlocked.newest.header.generation;
  const opening = readOpening(files, keys, generation, branch, openSnapshot);
  if ('kind' in opening) return refused(opening);
  const reached = {
    head: opening.lineage.head,
    seq: opening.seq,
    generation,
    heads: () => headsOf(opening.unread.length > 0 ? readSegments(files, keys) : opening.segments),
  };
  const findings = [...unlocked.findings, ...opening.findings, ...anchor.compare(reached)];
  // Nothing below may hold on to the opening itself: the whole case lies in it a second time.
  const indexed = opening.snapshot?.indexed ?? null;
  const lines = opening.snapshot && !indexed ? linesOf(opening.snapshot.body) : [];
  let held: ReturnType<CaseFile['replay']> = { indexed, lines, bodies: opening.bodies };
  const base = opening.snapshot && { ...opening.snapshot, body: Buffer.alloc(0) };
  const readFrom = filesReadFrom(files, opening);
  const segmentNames = [...opening.unread, ...opening.segments.map(({ name }) => name)];
  const { forked } = opening;
  const ownSegments = segmentNames.filter((name) => !opening.lineage.beside.some((segment) => segment.name === name));
  let care = opening.care;
  let careUnwritten = false;
  let barrier: Problem | null = lock && !opening.doubtful && isMinorKnown(unlocked.newest.bytes) ? null : { kind: 'read-only' };
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
  let touched = logAtOpening > 0;
  const writeBarrier = () => barrier ?? log.broken();
  const shelf = searchShelf(files, keys, () => log.position().head, writeBarrier);
  const remember = (now: boolean) => {
    const { head, seq } = log.position();
    if (lock) anchor.remember({ head: head.toString('hex'), seq, generation }, now);
  };
  const settleOnce = () => {
    if (!settled) settleFiles(files, readFrom);
    settled = true;
  };
  /** With the first edit after damage was noticed: who only looks changes nothing, and the traces are there then. */
  const writeCare = (): Problem | null => {
    const problem = careUnwritten ? log.appendCare(care) : null;
    if (!problem) careUnwritten = false;
    return problem;
  };

  const takeSnapshot = (lines: Iterable<SnapshotLine>, closed: boolean): Reply<null> => {
    const stopped = writeBarrier();
    if (stopped) return refused(stopped);
    try {
      settleOnce();
      const { head, seq, segmentNumber } = log.position();
      newestSnapshot += 1;
      const covers = [...ownSegments, ...log.begun()];
      const kept = care === noCare ? {} : { care };
      const stands = { v: 1, head: head.toString('hex'), seq, segmentNumber, covers, generation, closed, ...kept } as const;
      const taken = writeSnapshot(files, keys, newestSnapshot, stands, lines);
      careUnwritten = false;
      log.rotate();
      // Only a snapshot of the end says that the session ended.
      touched = !closed;
      snapshots = [...snapshots, markOf(taken)];
      if (!forked) removeOldPoints(files, snapshots, [...segmentNames, ...log.begun()]);
      refusedAtBytes = 0;
      return done(null);
    } catch (error) {
      refusedAtBytes = log.bytesSinceRotation();
      // Of what the snapshot before says a part turned out damaged; whoever reads it has told, and goes another way next time.
      return refused(error instanceof SnapshotDamage ? { kind: 'write-failed', reason: 'input-output' } : writeProblem(error));
    }
  };

  const provenKey: CaseFile['provenKey'] = async (secret) => {
    const opened = await unlockHeader(files, secret);
    if (!opened.ok) return opened;
    const line = opened.value.table[opened.value.slotIndex];
    return line && equalInConstantTime(opened.value.caseKey, keys.caseKey) ? done(line) : refused({ kind: 'case-damaged', part: 'header' });
  };
  const changeKeys: CaseFile['changeKeys'] = async (decide) => {
    const stopped = writeBarrier();
    if (stopped) return refused(stopped);
    try {
      const rewritten = await rewriteKeys(files, keys.caseKey, decide);
      if (!rewritten.ok) return rewritten;
      generation = rewritten.value.generation;
      touched = true;
      // The new keys hold from here on; the log's note of it only helps to notice an old header put back.
      if (log.appendHeader(generation) === null) remember(true);
      return done(rewritten.value.value);
    } catch (error) {
      return refused(writeProblem(error));
    }
  };

  const giveBack = async () => {
    for (const each of [log, blobs, shelf]) each.letGo();
    indexed?.close();
    await lock?.release();
  };

  return done({
    caseId: keys.caseId.toString('hex'),
    keys,
    files,
    blobs,
    shelf,
    findings,
    writeBarrier,
    replay: () => {
      const now = held;
      held = { indexed: null, lines: [], bodies: [] };
      return now;
    },
    wayBeside: () => base && wayBeside(files, keys, base),
    segmentAtWork: () => log.begun().at(-1),
    head: () => log.position().head,
    care: () => care,
    keepInMind: (next) => {
      care = next;
      careUnwritten = !barrier;
    },
    changeCare: (next) => {
      const stopped = writeBarrier() ?? log.appendCare(next);
      if (stopped) return refused(stopped);
      care = next;
      careUnwritten = false;
      touched = true;
      return done(null);
    },
    append: (body) => {
      const problem = writeBarrier() ?? writeCare() ?? log.append(body);
      touched = touched || !problem;
      if (!problem) remember(false);
      return problem ? refused(problem) : done(null);
    },
    wantsSnapshot: () => !writeBarrier() && log.bytesSinceRotation() > refusedAtBytes + Math.max(leastLogBeforeSnapshot, (snapshots.at(-1)?.bytes ?? 0) / 2),
    snapshot: (lines) => takeSnapshot(lines, false),
    keyring: () => readKeyring(files, keys.caseKey),
    provenKey,
    changeKeys,
    replacePassphrase: async (proof, next, madeAt) => {
      const proven = proof.kind === 'case-key' ? null : await provenKey(proof);
      if (proven && !proven.ok) return proven;
      const change = proven ? replacesSecret(proven.value.slotId, { kind: 'passphrase', bytes: next }, madeAt) : setsPassphrase(next, madeAt, 'remove');
      const changed = await changeKeys(change);
      return changed.ok ? done(null) : changed;
    },
    close: async (lines, last) => {
      if (!writeBarrier() && touched) {
        const problem = log.appendClose();
        if (problem) return refused(problem);
        const taken = takeSnapshot(lines, true);
        if (!taken.ok) return taken;
      }
      if (!writeBarrier()) {
        last?.();
        remember(true);
      }
      await giveBack();
      return done(null);
    },
    abandon: async () => {
      // Without an append of ours the end of the log may lie in the page cache only, and the anchor must never be ahead of the disk.
      if (settled && !writeBarrier()) remember(true);
      await giveBack();
    },
  });
}
