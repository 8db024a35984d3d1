import type { CaseFinding, Progress } from '#main/usecases/ports.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { blobPath } from './blob-layout.ts';
import { checkBlob } from './blob-reader.ts';
import { listBlobs } from './blob-vault.ts';
import type { CaseFile } from './case-file.ts';
import { partSuffix } from './file-system.ts';
import { readHeaderCopies } from './header-copies.ts';
import { readOpening } from './opening.ts';
import type { Segment } from './segment.ts';
import { isSnapshotName, readSnapshot, type Snapshot } from './snapshot.ts';

export type FileCheck = { readonly findings: readonly CaseFinding[]; readonly frames: number; readonly blobs: readonly BlobId[]; readonly blobBytes: number };

const known = new Set(['case.a', 'case.b', 'README.txt', 'LOCK', 'log', 'snap', 'blob']);
const firstHead = '0'.repeat(64);

/** Reads every byte of the case again: both headers, every frame, every snapshot, every blob with its hash. Throws disk errors. */
export async function checkCaseFile(file: CaseFile, report: Progress): Promise<Reply<FileCheck>> {
  const { files, keys } = file;
  const copies = readHeaderCopies(files);
  if (!copies.ok) return copies;
  const opening = readOpening(files, keys, copies.value.whole[0].header.generation);
  if ('kind' in opening) return refused(opening);
  const findings: CaseFinding[] = [...copies.value.findings, ...opening.findings.filter(({ code }) => code !== 'unclean-end')];
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
  // What a crash tore off and the next session went on without: no loss, but not bytes of ours either.
  findings.push(
    ...opening.segments.filter(({ end }) => end === 'torn').map(({ name }): CaseFinding => ({ severity: 'info', code: 'unclean-end', subject: name })),
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
  let blobBytes = 0;
  for (const [index, blob] of blobs.entries()) {
    report.step('verifying', index, blobs.length);
    const checked = await checkBlob(files, keys, blob, blobPath(blob), { step: () => undefined, cancelled: report.cancelled });
    if (checked.state === 'cancelled') return refused({ kind: 'cancelled' });
    if (checked.state === 'whole') blobBytes += checked.meta.bytes;
    else findings.push({ severity: 'damage', code: 'blob-damaged', subject: blob });
  }
  report.step('verifying', blobs.length, blobs.length);
  return done({ findings, frames: opening.segments.reduce((sum, { frames }) => sum + frames.length, 0), blobs, blobBytes });
}

/**
 * A cut or damaged end of a segment looks like a crash by itself, but the segment or snapshot that continues from it names
 * the head it had: one that is found nowhere means that frames before it were lost.
 */
function brokenSeams(segments: readonly Segment[], snapshots: readonly Snapshot[]): readonly CaseFinding[] {
  const heads = new Set([firstHead, ...segments.flatMap(({ frames }) => frames.map(({ head }) => head))]);
  const withSnapshots = new Set([...heads, ...snapshots.map(({ head }) => head.head)]);
  const first = Math.min(...segments.map(({ number }) => number));
  const bySegments = segments
    .filter(({ open, number }) => number > first && open !== null && !withSnapshots.has(open.prevHead))
    .map(({ number }) => number - 1);
  const bySnapshots = snapshots.filter(({ head }) => head.segmentNumber >= first && !heads.has(head.head)).map(({ head }) => head.segmentNumber);
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
  const heads = new Set([older.head.head, ...segments.flatMap(({ frames }) => frames.map(({ head }) => head))]);
  return heads.has(newer.head.head) ? [] : [{ severity: 'warning', code: 'recovery-point-missing', subject: 'log' }];
}
