import { headBytes, sealedChunkBytes, startOpening } from '#main/crypto/cobblestone.ts';
import { randomBytes } from '#main/crypto/random.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { checkBlob } from './blob-check.ts';
import { type BlobMeta, blobContext, blobFolder, blobIdOf, blobPath, chunkOffset, decodeBlobMeta } from './blob-layout.ts';
import type { CaseKeys } from './case-keys.ts';
import { isEscrowName } from './escrow-file.ts';
import { type FileSystem, type OpenFile, partSuffix, writeNew } from './file-system.ts';
import { headerNames, writeHeaderCopy } from './header-copies.ts';
import { startLogWriter } from './log-writer.ts';
import { caseReadme } from './readme.ts';
import type { Salvage } from './salvage.ts';
import { removeQuietly, writeSnapshot } from './snapshot.ts';
import type { SnapshotLine } from './snapshot-tables.ts';
import { isDiskError, writeProblem } from './write-problem.ts';

/** The records of the repaired case: as they were saved, the transaction that says so, and as they are after it. */
export type RepairedRecords = { readonly before: Iterable<SnapshotLine>; readonly body: unknown; readonly after: Iterable<SnapshotLine> };
/** Blobs that are whole, and those that are not. */
export type SavedBlobs = { readonly saved: ReadonlyMap<BlobId, BlobMeta>; readonly lost: readonly BlobId[] };

const pieceBytes = 1024 * 1024;

/**
 * Makes a new case of what was salvaged: same keys, same slots, same id. Blobs are copied one by one and read back; `records` is asked when
 * it is known which of them hold. The header comes last, so that a crash leaves no folder that passes for a case; a refusal or a
 * cancel leaves nothing at all. `into` must not exist or be empty; the damaged folder is only read.
 */
export async function writeRepairedCase(
  from: FileSystem,
  into: FileSystem,
  salvage: Salvage,
  wanted: ReadonlySet<BlobId>,
  records: (blobs: SavedBlobs) => RepairedRecords,
  report: Progress,
): Promise<Reply<SavedBlobs>> {
  let made: 'made' | 'empty' | null = null;
  let finished = false;
  try {
    const root = into.createRoot();
    if (root === 'not-empty' || root === 'not-a-folder') return refused({ kind: 'folder-not-empty' });
    made = root;
    for (const folder of ['log', 'snap', 'blob']) into.createFolder(folder);
    const blobs = await saveBlobs(from, into, salvage, wanted, report);
    if (!blobs) return refused({ kind: 'cancelled' });
    copyEscrows(from, into);
    writeNew(into, 'README.txt', Buffer.from(caseReadme));
    const problem = writeRecords(from, into, salvage, records(blobs));
    if (problem) return refused(problem);
    if (report.cancelled()) return refused({ kind: 'cancelled' });
    into.syncFolder('blob');
    for (const name of headerNames) writeHeaderCopy(into, name, salvage.header);
    finished = true;
    return done(blobs);
  } catch (error) {
    return refused(writeProblem(error));
  } finally {
    if (made && !finished) removeTree(into, '.', made === 'made');
  }
}

/** Two snapshots and the log between them: the repaired case has two ways to the same state from its first day. */
function writeRecords(
  from: FileSystem,
  into: FileSystem,
  salvage: Salvage,
  { before, body, after }: RepairedRecords,
): ReturnType<ReturnType<typeof startLogWriter>['append']> {
  const { keys, generation, head, seq, newestSegmentNumber, newestSnapshotNumber } = salvage;
  const start = { head, seq, segmentNumber: newestSegmentNumber };
  const { files, settled } = salvage.branches;
  for (const path of files) copyRaw(from, into, path, path);
  // Nothing that is carried over leads to the records; whatever is not named here stands beside them.
  const carried = files.length > 0 ? { covers: [], care: { noticed: [], settled: settled.slice(-1000) } } : {};
  writeSnapshot(
    into,
    keys,
    newestSnapshotNumber + 1,
    { v: 1, head: head.toString('hex'), seq, segmentNumber: newestSegmentNumber, generation, closed: false, ...carried },
    before,
  );
  const log = startLogWriter(
    into,
    keys,
    start,
    () => generation,
    () => undefined,
  );
  const problem = log.append(body) ?? log.appendClose();
  const end = log.position();
  log.rotate();
  if (problem) return problem;
  writeSnapshot(
    into,
    keys,
    newestSnapshotNumber + 2,
    {
      v: 1,
      head: end.head.toString('hex'),
      seq: end.seq,
      segmentNumber: end.segmentNumber,
      generation,
      closed: true,
      ...(files.length > 0 ? { ...carried, covers: [...log.begun()] } : {}),
    },
    after,
  );
  return null;
}

/** `null` when it was cancelled. */
async function saveBlobs(
  from: FileSystem,
  into: FileSystem,
  { keys, blobs, strayFiles }: Salvage,
  wanted: ReadonlySet<BlobId>,
  report: Progress,
): Promise<SavedBlobs | null> {
  const saved = new Map<BlobId, BlobMeta>();
  const misfits: string[] = [];
  const quiet: Progress = { step: () => undefined, cancelled: report.cancelled };
  /** Whether the file at `path` is `blob`; it is kept then. */
  const save = async (path: string, blob: BlobId): Promise<'saved' | 'misfit' | 'cancelled'> => {
    const part = `blob/${randomBytes(8).toString('hex')}${partSuffix}`;
    if (!copyRaw(from, into, path, part)) return 'misfit';
    const checked = await checkBlob(into, keys, blob, part, quiet);
    if (checked.state !== 'whole') {
      removeQuietly(into, part);
      return checked.state === 'cancelled' ? 'cancelled' : 'misfit';
    }
    into.createFolder(blobFolder(blob));
    into.rename(part, blobPath(blob));
    into.syncFolder(blobFolder(blob));
    saved.set(blob, checked.meta);
    return 'saved';
  };
  for (const [index, { blob, path }] of blobs.entries()) {
    report.step('verifying', index, blobs.length);
    if (report.cancelled()) return null;
    const state = await save(path, blob);
    if (state === 'cancelled') return null;
    if (state === 'misfit') misfits.push(path);
  }
  // The first chunk tells the digest, and so the name, of a file that was renamed or exchanged with another.
  for (const path of [...misfits, ...strayFiles]) {
    const blob = trueNameOf(from, keys, path);
    if (blob && !saved.has(blob) && (await save(path, blob)) === 'cancelled') return null;
  }
  report.step('verifying', blobs.length, blobs.length);
  const all = new Set([...wanted, ...blobs.map(({ blob }) => blob)]);
  return { saved, lost: [...all].filter((blob) => !saved.has(blob)) };
}

/** As they are: the header knows their digests, and the check of the new case tells one that is damaged. */
function copyEscrows(from: FileSystem, into: FileSystem): void {
  const names = from.list('escrow').filter(isEscrowName);
  if (names.length === 0) return;
  into.createFolder('escrow');
  for (const name of names) copyRaw(from, into, `escrow/${name}`, `escrow/${name}`);
  into.syncFolder('escrow');
}

/** `false` when there is no opening the source: it is lost like one whose bytes are. */
function copyRaw(from: FileSystem, into: FileSystem, path: string, part: string): boolean {
  const source = openOrNull(from, path);
  if (!source) return false;
  try {
    const target = into.create(part);
    try {
      const bytes = source.size();
      for (let at = 0; at < bytes; at += pieceBytes) target.write(source.read(at, pieceBytes), at);
      target.sync();
      return true;
    } finally {
      target.close();
    }
  } finally {
    source.close();
  }
}

/** The name a sealed file must have, by what it says of itself; `null` when it cannot be opened. */
function trueNameOf(files: FileSystem, keys: CaseKeys, path: string): BlobId | null {
  const file = openOrNull(files, path);
  if (!file) return null;
  try {
    const chunk = startOpening(keys.blob, blobContext(keys), file.read(0, headBytes))?.openChunk(0, file.read(chunkOffset(0), sealedChunkBytes));
    const meta = chunk ? decodeBlobMeta(chunk) : null;
    return meta ? blobIdOf(keys, Buffer.from(meta.sha256, 'hex')) : null;
  } finally {
    file.close();
  }
}

function openOrNull(files: FileSystem, path: string): OpenFile | null {
  try {
    return files.open(path, 'read');
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return null;
  }
}

/** Takes back what was begun. The disk that refused the case may refuse this too; a folder without a header is no case. */
function removeTree(files: FileSystem, folder: string, itself: boolean): void {
  try {
    for (const name of files.list(folder)) {
      const path = folder === '.' ? name : `${folder}/${name}`;
      if (folder === 'blob' ? /^[a-z2-7]{2}$/.test(name) : folder === '.' && ['log', 'snap', 'blob', 'escrow'].includes(name)) removeTree(files, path, true);
      else files.remove(path);
    }
    if (itself) files.removeFolder(folder);
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
}
