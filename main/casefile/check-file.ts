import type { Progress } from '#main/usecases/ports/progress.ts';
import type { VerifyDepth } from '#shared/contract/care.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { backupMarkName } from './backup-mark.ts';
import { checkBlob } from './blob-check.ts';
import { blobFileBytes, blobPath } from './blob-layout.ts';
import { listBlobs } from './blob-vault.ts';
import type { CaseFile } from './case-file.ts';
import type { CaseKeys } from './case-keys.ts';
import { checkEscrows } from './escrow-file.ts';
import { type FileSystem, partSuffix, readWhole } from './file-system.ts';
import { readHeaderCopies } from './header-copies.ts';
import { entriesOf } from './log-graph.ts';
import { readOpening } from './opening.ts';
import { readPatiently } from './patient-reading.ts';
import { caseReadme } from './readme.ts';
import { checkShelf, shelfFolder } from './search-shelf.ts';
import type { Segment } from './segment.ts';
import { isSnapshotName, readSnapshot, type Snapshot } from './snapshot.ts';
import { isDiskError } from './write-problem.ts';

export type FileCheck = { readonly findings: readonly CaseFinding[]; readonly frames: number; readonly blobs: readonly BlobId[]; readonly blobBytes: number };

const known = new Set(['case.a', 'case.b', 'README.txt', 'LOCK', 'log', 'snap', 'blob', 'escrow', shelfFolder, backupMarkName]);
const readmeName = 'README.txt';
/** What opening says of the end and of snapshots, the check says itself: of every segment, of every snapshot. */
const toldBelow = new Set<CaseFinding['code']>(['unclean-end', 'snapshot-unusable']);
const firstHead = '0'.repeat(64);

/** `sizes`: bytes of content that the records give each blob; the size of its file follows from it. */
export type CheckDepth = { readonly depth: VerifyDepth; readonly sizes: ReadonlyMap<string, number> };

/**
 * Reads the case again: both headers, every frame and snapshot, and of each blob its presence and size (`quick`) or every byte with its
 * hash (`full`). What the disk cannot read is damage like any other, not an error.
 */
export async function checkCaseFile(file: CaseFile, { depth, sizes }: CheckDepth, report: Progress): Promise<Reply<FileCheck>> {
  const { keys } = file;
  const files = readPatiently(file.files);
  const copies = readHeaderCopies(files);
  if (!copies.ok) return copies;
  const opening = readOpening(files, keys, copies.value.whole[0].header.generation);
  if ('kind' in opening) return refused(opening);
  const findings: CaseFinding[] = [...copies.value.findings, ...opening.findings.filter(({ code }) => !toldBelow.has(code))];
  const [newest, other] = copies.value.whole;
  // A crash between the two, or an old copy put back; opening for work heals it.
  if (other && !other.bytes.equals(newest.bytes)) findings.push({ severity: 'info', code: 'header-copy-older', subject: other.name });
  const snapshots: Snapshot[] = [];
  for (const name of files.list('snap').filter(isSnapshotName)) {
    const snapshot = readSnapshot(files, keys, name);
    if (snapshot) snapshots.push(snapshot);
    else findings.push({ severity: 'damage', code: 'snapshot-unusable', subject: name });
  }
  findings.push(...brokenSeams(opening.segments, snapshots), ...missingSpares(opening.segments, snapshots, files.list('snap').filter(isSnapshotName).length));
  // What a crash tore off and the next session went on without: no loss, but not bytes of ours either. Room ahead is as it should be
  // only in the segment at work.
  findings.push(
    ...opening.segments
      .filter(({ end, name }) => end === 'torn' || (end === 'roomy' && name !== file.segmentAtWork()))
      .map(({ name }): CaseFinding => ({ severity: 'info', code: 'unclean-end', subject: name })),
  );
  const { blobs, unknown } = listBlobs(files);
  const strangers = [
    ...files.list('.').filter((name) => !known.has(name)),
    ...unknown,
    ...files
      .list('snap')
      .filter((name) => !isSnapshotName(name) && !name.endsWith(partSuffix))
      .map((name) => `snap/${name}`),
  ];
  findings.push(...strangers.map((subject): CaseFinding => ({ severity: 'info', code: 'unknown-file', subject })));
  const ring = await file.keyring();
  if (!ring.ok) return ring;
  findings.push(...checkEscrows(files, ring.value.table), ...checkShelf(files, keys, depth));
  if (!isReadmeWhole(files)) findings.push({ severity: 'info', code: 'note-changed', subject: readmeName });
  let blobBytes = 0;
  for (const [index, blob] of blobs.entries()) {
    report.step('verifying', index, blobs.length);
    if (report.cancelled()) return refused({ kind: 'cancelled' });
    const bytes = depth === 'quick' ? sizeIfRight(files, blob, sizes.get(blob)) : await bytesIfWhole(files, keys, blob, report);
    if (bytes === 'cancelled') return refused({ kind: 'cancelled' });
    if (bytes === null) findings.push({ severity: 'damage', code: 'blob-damaged', subject: blob });
    else blobBytes += bytes;
  }
  report.step('verifying', blobs.length, blobs.length);
  return done({ findings, frames: opening.segments.reduce((sum, { frames }) => sum + frames.length, 0), blobs, blobBytes });
}

/** Nothing is read from it, but nobody who finds the folder may be told anything else by it. */
function isReadmeWhole(files: FileSystem): boolean {
  return files.list('.').includes(readmeName) && readWhole(files, readmeName).equals(Buffer.from(caseReadme));
}

/** Bytes of the content when the file has the size it must have; a blob that no record speaks of has no size it must have. */
function sizeIfRight(files: FileSystem, blob: BlobId, bytes: number | undefined): number | null {
  return orNothing(() => {
    const file = files.open(blobPath(blob), 'read');
    try {
      return bytes === undefined ? 0 : file.size() === blobFileBytes(bytes) ? bytes : null;
    } finally {
      file.close();
    }
  });
}

async function bytesIfWhole(files: FileSystem, keys: CaseKeys, blob: BlobId, report: Progress): Promise<number | null | 'cancelled'> {
  try {
    const checked = await checkBlob(files, keys, blob, blobPath(blob), { step: () => undefined, cancelled: report.cancelled });
    return checked.state === 'cancelled' ? 'cancelled' : checked.state === 'whole' ? checked.meta.bytes : null;
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return null;
  }
}

function orNothing<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return null;
  }
}

/**
 * A cut or damaged end of a segment looks like a crash by itself, but the segment or snapshot that continues from it names
 * the head it had: one that is found nowhere means that frames before it were lost. A snapshot that names no segment has none before it.
 */
function brokenSeams(segments: readonly Segment[], snapshots: readonly Snapshot[]): readonly CaseFinding[] {
  const heads = new Set([firstHead, ...segments.flatMap(headsIn)]);
  const withSnapshots = new Set([...heads, ...snapshots.map(({ head }) => head.head)]);
  const first = Math.min(...segments.map(({ number }) => number));
  const bySegments = segments
    .filter(({ open, number }) => number > first && open !== null && !withSnapshots.has(open.prevHead))
    .map(({ number }) => number - 1);
  const bySnapshots = snapshots
    .filter(({ head }) => head.segmentNumber >= first && !heads.has(head.head) && head.covers?.length !== 0)
    .map(({ head }) => head.segmentNumber);
  const lost = new Set([...bySegments, ...bySnapshots]);
  return [...lost].map(
    (number): CaseFinding => ({
      severity: 'warning',
      code: 'segment-damaged',
      subject: segments.find((segment) => segment.number === number)?.name ?? String(number).padStart(8, '0'),
    }),
  );
}

/**
 * The older of the two snapshots and the log between them are a second way to the same state. Segments are only removed when two
 * snapshots are there, and the log between these never is: whatever of it is gone was taken away by something else.
 */
function missingSpares(segments: readonly Segment[], snapshots: readonly Snapshot[], snapshotFiles: number): readonly CaseFinding[] {
  const first = Math.min(...segments.map(({ number }) => number));
  if (snapshotFiles === 1 && first > 1) return [{ severity: 'warning', code: 'recovery-point-missing', subject: 'snap' }];
  const [older, newer] = snapshots.slice(-2);
  if (!older || !newer) return [];
  const heads = new Set([older.head.head, ...segments.flatMap(headsIn)]);
  return heads.has(newer.head.head) ? [] : [{ severity: 'warning', code: 'recovery-point-missing', subject: 'log' }];
}

function headsIn(segment: Segment): readonly string[] {
  return entriesOf(segment).flatMap(({ head }) => head ?? []);
}
