import { BlobIdSchema } from '#shared/kernel/ids.ts';
import { backupMarkName } from './backup-mark.ts';
import { blobPath } from './blob-layout.ts';
import { isEscrowName } from './escrow-file.ts';
import { headerNames } from './header-copies.ts';
import { isSegmentName } from './segment.ts';
import { isSnapshotName } from './snapshot.ts';

/** Whether a file of this path may be in a copy of a case. Everything else in a folder stays behind, and in a tar file is refused. */
export function isCopiedFile(path: string): boolean {
  if (headerNames.some((name) => name === path) || path === 'README.txt' || path === backupMarkName) return true;
  const [folder, ...rest] = path.split('/');
  const name = rest.at(-1) ?? '';
  if (folder === 'log') return rest.length === 1 && isSegmentName(name);
  if (folder === 'snap') return rest.length === 1 && isSnapshotName(name);
  if (folder === 'escrow') return rest.length === 1 && isEscrowName(name);
  const blob = BlobIdSchema.safeParse(name);
  return blob.success && blobPath(blob.data) === path;
}

export function isCopiedFolder(path: string): boolean {
  return path === 'log' || path === 'snap' || path === 'blob' || path === 'escrow' || /^blob\/[a-z2-7]{2}$/.test(path);
}
