import { backUpCase } from '#main/casefile/backup.ts';
import type { CaseFile } from '#main/casefile/case-file.ts';
import { logAmount, standsOnSnapshots, unreferencedBlobs } from '#main/casefile/compact-case.ts';
import { type SnapshotLine, textsOf } from '#main/casefile/snapshot-tables.ts';
import { isDiskError, writeProblem } from '#main/casefile/write-problem.ts';
import { sha256Hex } from '#main/crypto/digests.ts';
import type { Compacted, CopiesPort, Freeable } from '#main/usecases/ports/care.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { CaseVerification } from '#main/usecases/ports/open-case.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { Op } from '#shared/domain/case/change.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { blobsOf, citedBlobs } from './cited-blobs.ts';
import type { StoredRecord } from './stored-objects.ts';

/** The open case as its copies need it. `inTurn` keeps edits out while it runs. */
export type CopiedCaseFile = {
  readonly file: CaseFile;
  readonly folder: string;
  readonly facts: Facts;
  readonly record: () => StoredRecord;
  /** The whole case as lines of a snapshot. */
  readonly lines: () => Iterable<SnapshotLine>;
  readonly barrier: () => Problem | null;
  readonly undoable: () => readonly Op[];
  readonly verify: (report: Progress) => Promise<Reply<CaseVerification>>;
  readonly inTurn: <T>(work: () => Promise<Reply<T>>) => Promise<Reply<T>>;
};

/** Backup and compaction of an open case, one at a time: neither may take away what the other is copying. */
export function caseCopies(of: CopiedCaseFile): CopiesPort {
  let turn: Promise<unknown> = Promise.resolve();
  const alone = <T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> => {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  };
  const freeable = () => freeableIn(of);
  return {
    freeable,
    backUp: (to, as, report) =>
      alone(() => backUpCase(of.file.files, of.file.keys, of.folder, { to, as, cited: citedBlobs(of.record()), at: Date.parse(of.facts.now()) }, report)),
    compact: (digest, report) =>
      alone(async () => {
        const stopped = of.barrier();
        if (stopped) return refused(stopped);
        if (freeable().digest !== digest) return refused({ kind: 'refused', rule: 'compact-list-changed' });
        const verified = await of.verify(report);
        if (!verified.ok) return verified;
        const wrong = verified.value.findings.filter(({ severity }) => severity !== 'info').length;
        if (!verified.value.sound) return refused({ kind: 'verification-failed', findings: wrong });
        return of.inTurn(() => removeSuperseded(of, digest));
      }),
  };
}

function freeableIn({ file, record, undoable }: CopiedCaseFile): Freeable {
  const loose = unreferencedBlobs(file.files, citedBlobs(record()));
  const kept = new Set<BlobId>([...file.blobs.storedHere(), ...undoable().flatMap(blobsInOp)]);
  const blobs = loose
    .filter(({ blob }) => !kept.has(blob))
    .map(({ blob, bytes }) => {
      const meta = file.blobs.meta(blob);
      return { blob, name: meta.ok ? meta.value.name : '', bytes };
    });
  const log = logAmount(file.files);
  return {
    digest: sha256Hex(Buffer.from(blobs.map(({ blob }) => blob).join('\n'))),
    blobs,
    blobBytes: blobs.reduce((sum, { bytes }) => sum + bytes, 0),
    logFiles: log.files,
    logBytes: log.bytes,
    keptForUndo: loose.length - blobs.length,
  };
}

function blobsInOp(op: Op): readonly BlobId[] {
  return 'put' in op && op.put === 'evidence' ? blobsOf(op.value) : [];
}

/**
 * Two fresh snapshots, so that everything before them is superseded and one damaged file still costs nothing; read back; then the
 * bytes nothing refers to. A crash anywhere in between leaves more than is needed, never less.
 */
async function removeSuperseded(of: CopiedCaseFile, digest: string): Promise<Reply<Compacted>> {
  const { file } = of;
  const listed = freeableIn(of);
  if (listed.digest !== digest) return refused({ kind: 'refused', rule: 'compact-list-changed' });
  for (let taken = 0; taken < 2; taken += 1) {
    const snapshot = file.snapshot(of.lines());
    if (!snapshot.ok) return snapshot;
  }
  try {
    if (!standsOnSnapshots(file, () => textsOf(of.lines()), 2)) return refused({ kind: 'write-failed', reason: 'input-output' });
    const gone = new Set(await file.blobs.remove(listed.blobs.map(({ blob }) => blob)));
    const log = logAmount(file.files);
    const freed = listed.blobs.filter(({ blob }) => gone.has(blob)).reduce((sum, { bytes }) => sum + bytes, 0);
    return done({ blobs: gone.size, logFiles: listed.logFiles, freedBytes: freed + Math.max(0, listed.logBytes - log.bytes) });
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return refused(writeProblem(error));
  }
}
