import type { Progress } from '#main/usecases/ports/progress.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { readBackupMark, writeBackupMark } from './backup-mark.ts';
import { blobFolder, blobPath } from './blob-layout.ts';
import { listBlobs } from './blob-vault.ts';
import type { CaseKeys } from './case-keys.ts';
import { folderOf, logAndSnapshots } from './case-paths.ts';
import { checkCopy, isBlobWhole } from './check-copy.ts';
import { type ByteCount, copyBytes, countBytes } from './copy-bytes.ts';
import type { CopiedBlob, CopiedFile, CopyPlan } from './copy-plan.ts';
import { isEscrowName } from './escrow-file.ts';
import { type FileSystem, fileSize, partSuffix, readWhole } from './file-system.ts';
import { headerNames, readHeaderCopies, writeHeaderCopies, writeHeaderCopy } from './header-copies.ts';
import { removeQuietly } from './snapshot.ts';
import { unlockHeader } from './unlocking.ts';

/** `wrong`: blobs that are damaged or missing in the copy because they are so in the case. */
export type CopiedCase = { readonly copiedFiles: number; readonly copiedBytes: number; readonly wrong: number };
export type CopySource = { readonly files: FileSystem; readonly keys: CaseKeys; readonly plan: CopyPlan };

/** Whether `target` may be brought up to the state of the plan without losing anything that is only there. `null` when it may. */
export async function whyNotOver(target: FileSystem, { keys, plan }: CopySource): Promise<Problem | null> {
  const copies = readHeaderCopies(target);
  if (!copies.ok) return copies.problem.kind === 'not-a-case' ? { kind: 'folder-not-empty' } : { kind: 'refused', rule: 'backup-damaged' };
  if (!copies.value.whole[0].header.caseId.equals(keys.caseId)) return { kind: 'refused', rule: 'backup-of-another-case' };
  const unlocked = await unlockHeader(target, { kind: 'case-key', bytes: keys.caseKey });
  const mark = readBackupMark(target, keys);
  if (!unlocked.ok || !mark) return { kind: 'refused', rule: 'backup-damaged' };
  const known = new Set([...mark.names, ...plan.small.map(({ path }) => path)]);
  if (logAndSnapshots(target).some((path) => !known.has(path))) return { kind: 'refused', rule: 'backup-went-on' };
  const { generation } = unlocked.value.newest.header;
  if (mark.seq > plan.position.seq || generation > plan.position.generation) return { kind: 'refused', rule: 'backup-is-newer' };
  // Before the oldest edit that the log still tells, nothing can be compared.
  return mark.seq >= plan.headsFrom && !plan.heads.has(mark.head) && mark.head !== '0'.repeat(64) ? { kind: 'refused', rule: 'backup-is-newer' } : null;
}

/**
 * Brings a folder to the state of the plan: an empty one, or an older backup of the same case, in which only what is missing is
 * copied. After every single step the folder opens with a state between the old and the new one. `mark` makes it a backup that can
 * be brought up to date again; `cited` are blobs that must not be removed from it. Throws disk errors and `CopyCancelled`.
 */
export async function copyIntoFolder(
  source: CopySource,
  target: FileSystem,
  mark: boolean,
  cited: ReadonlySet<BlobId>,
  report: Progress,
): Promise<CopiedCase | null> {
  const { keys, plan } = source;
  removeLeftovers(target);
  const fresh = !readHeaderCopies(target).ok;
  const folders = foldersOf(plan);
  for (const folder of folders) target.createFolder(folder);
  const names = plan.small.map(({ path }) => path).filter((path) => path.includes('/'));
  if (mark) writeBackupMark(target, keys, { ...plan.position, names: [...new Set([...names, ...logAndSnapshots(target)])] });
  writeHeaderIfOther(target, plan.header);

  const blobs = plan.blobs.filter(({ path, bytes }) => fileSize(target, path) !== bytes);
  const small = plan.small.filter((file) => !holdsAlready(target, file));
  const copiedBytes = [...blobs, ...small].reduce((sum, { bytes }) => sum + bytes, 0);
  const count = countBytes(report, 'writing', copiedBytes);
  for (const blob of blobs) await copyBlob(source.files, target, blob, count);
  // Each folder is on the medium before the next: the log continues from snapshots, and only then may what they supersede go.
  for (const folder of ['.', ...folders]) {
    for (const file of small) if (folderOf(file.path) === folder) await copyOver(target, file, count);
    target.syncFolder(folder);
  }
  removeSuperseded(target, plan, cited);
  for (const folder of folders) target.syncFolder(folder);
  // A folder without a header is no case: in a new one it comes when everything else is there.
  if (fresh) for (const name of headerNames) writeHeaderCopy(target, name, plan.header);
  if (mark) writeBackupMark(target, keys, { ...plan.position, names });

  const wrong = await checkAndMend(source, target, report);
  if (wrong === null) return null;
  const missing = await missingIn(target, source, cited, report);
  return { copiedFiles: blobs.length + small.length, copiedBytes, wrong: wrong + missing };
}

/** Copies once more what does not read back although the case has it whole. `null` when the copy cannot be made faithful. */
async function checkAndMend({ files, keys, plan }: CopySource, target: FileSystem, report: Progress): Promise<number | null> {
  const { faithful, wrongBlobs } = await checkCopy(target, keys, plan, report);
  if (!faithful) return null;
  const silent: ByteCount = { add: () => undefined, show: () => undefined };
  let wrong = 0;
  for (const blob of wrongBlobs) {
    if (!(await isBlobWhole(files, keys, blob, report))) {
      wrong += 1;
      continue;
    }
    await copyBlob(files, target, blob, silent);
    if (!(await isBlobWhole(target, keys, blob, report))) return null;
  }
  return wrong;
}

/** Cited blobs that the case has lost and the copy does not hold from before. */
async function missingIn(target: FileSystem, { keys, plan }: CopySource, cited: ReadonlySet<BlobId>, report: Progress): Promise<number> {
  const here = new Set(plan.blobs.map(({ blob }) => blob));
  let missing = 0;
  for (const blob of cited) {
    const path = blobPath(blob);
    if (!here.has(blob) && !(fileSize(target, path) !== null && (await isBlobWhole(target, keys, { blob, path }, report)))) missing += 1;
  }
  return missing;
}

async function copyBlob(from: FileSystem, target: FileSystem, { blob, path, bytes }: CopiedBlob, count: ByteCount): Promise<void> {
  const folder = blobFolder(blob);
  const isNew = target.list(folder).length === 0;
  target.createFolder(folder);
  if (isNew) target.syncFolder('blob');
  const file = from.open(path, 'read');
  try {
    await copyOver(target, { path, bytes, read: file.read }, count);
  } finally {
    file.close();
  }
  target.syncFolder(folder);
}

/** Under the final name there is the old file or the whole new one, never a part. */
async function copyOver(target: FileSystem, { path, bytes, read }: CopiedFile, count: ByteCount): Promise<void> {
  const part = `${path}${partSuffix}`;
  try {
    const file = target.create(part);
    try {
      await copyBytes(read, bytes, file, 0, count);
      file.sync();
    } finally {
      file.close();
    }
    target.rename(part, path);
  } catch (error) {
    removeQuietly(target, part);
    throw error;
  }
}

/** Only where there is a header: in a new copy it comes last. */
function writeHeaderIfOther(target: FileSystem, header: Buffer): void {
  const copies = readHeaderCopies(target);
  if (!copies.ok || (!copies.value.unequal && copies.value.whole[0].bytes.equals(header))) return;
  writeHeaderCopies(target, header, copies.value.whole[0].name);
}

function holdsAlready(target: FileSystem, { path, bytes, read }: CopiedFile): boolean {
  // A segment is written within room made ahead, so that its size says nothing of its content.
  return fileSize(target, path) === bytes && readWhole(target, path).equals(read(0, bytes));
}

/** Folders of a copy besides those of blobs; that of escrows only when there are any. */
export function foldersOf(plan: CopyPlan): readonly string[] {
  return [...(plan.small.some(({ path }) => path.startsWith('escrow/')) ? ['escrow'] : []), 'snap', 'log', 'blob'];
}

/** What the case has let go of since. A blob that an exhibit rests on stays even if the case has lost it: this may be the last copy. */
function removeSuperseded(target: FileSystem, plan: CopyPlan, cited: ReadonlySet<BlobId>): void {
  const kept = new Set(plan.small.map(({ path }) => path));
  const escrows = target.list('escrow').flatMap((name) => (isEscrowName(name) ? [`escrow/${name}`] : []));
  for (const path of [...logAndSnapshots(target), ...escrows]) if (!kept.has(path)) target.remove(path);
  if (plan.forked) return;
  const blobs = new Set(plan.blobs.map(({ blob }) => blob));
  for (const blob of listBlobs(target).blobs) if (!blobs.has(blob) && !cited.has(blob)) target.remove(blobPath(blob));
}

function removeLeftovers(target: FileSystem): void {
  const folders = ['.', 'log', 'snap', 'blob', 'escrow', ...target.list('blob').map((name) => `blob/${name}`)];
  for (const folder of folders)
    for (const name of target.list(folder)) if (name.endsWith(partSuffix)) removeQuietly(target, folder === '.' ? name : `${folder}/${name}`);
}
