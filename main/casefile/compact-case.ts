import type { BlobId } from '#shared/kernel/ids.ts';
import { blobPath } from './blob-layout.ts';
import { listBlobs } from './blob-vault.ts';
import type { CaseFile } from './case-file.ts';
import { logAndSnapshots } from './case-paths.ts';
import { type FileSystem, fileSize } from './file-system.ts';
import { isSnapshotName, linesOf, readSnapshot } from './snapshot.ts';

/** Files and the bytes they have together. */
export type Amount = { readonly files: number; readonly bytes: number };

/** Blobs in the folder that `cited` does not name, by name. */
export function unreferencedBlobs(files: FileSystem, cited: ReadonlySet<BlobId>): readonly { readonly blob: BlobId; readonly bytes: number }[] {
  return listBlobs(files)
    .blobs.filter((blob) => !cited.has(blob))
    .toSorted()
    .map((blob) => ({ blob, bytes: fileSize(files, blobPath(blob)) ?? 0 }));
}

/** The way to the state of the case: log and snapshots. */
export function logAmount(files: FileSystem): Amount {
  const paths = logAndSnapshots(files);
  return { files: paths.length, bytes: paths.reduce((sum, path) => sum + (fileSize(files, path) ?? 0), 0) };
}

/**
 * Whether so many snapshots on the disk hold exactly these lines at the head of the log: then nothing else is needed to read the case;
 * with two of them, even if one is damaged. Throws disk errors.
 */
export function standsOnSnapshots(file: CaseFile, lines: () => Iterable<string>, snapshots: 1 | 2): boolean {
  const newest = file.files.list('snap').filter(isSnapshotName).slice(-snapshots);
  return (
    newest.length === snapshots &&
    newest.every((name) => {
      const snapshot = readSnapshot(file.files, file.keys, name);
      return snapshot !== null && snapshot.head.head === file.head().toString('hex') && sameLines(linesOf(snapshot.body), lines());
    })
  );
}

function sameLines(left: Iterable<string>, right: Iterable<string>): boolean {
  const others = right[Symbol.iterator]();
  for (const line of left) if (others.next().value !== line) return false;
  return others.next().done === true;
}
