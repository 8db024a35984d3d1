import { basename, resolve } from 'node:path';
import { sixWords } from '#main/crypto/recovery-code.ts';
import type { BackupDone } from '#main/usecases/ports/care.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseKeys } from './case-keys.ts';
import { CopyCancelled } from './copy-bytes.ts';
import { type CopiedCase, type CopySource, copyIntoFolder, whyNotOver } from './copy-into-folder.ts';
import { copyIntoTar } from './copy-into-tar.ts';
import { hasRoomFor, liesInside, stateOfPlace, writeNewFile, writeNewFolder } from './copy-place.ts';
import { type CopyPlan, planCopy } from './copy-plan.ts';
import { errorCode, type FileSystem, realFileSystem } from './file-system.ts';
import { headerNames } from './header-copies.ts';
import { tarRootPattern } from './tar-file-system.ts';
import { isDiskError, writeProblem } from './write-problem.ts';

export type BackupWishes = {
  readonly to: string;
  readonly as: 'folder' | 'tar';
  /** Blobs that exhibits rest on: never removed from a backup, and missed when the case has lost them. */
  readonly cited: ReadonlySet<BlobId>;
  /** Milliseconds since 1970, for the times in a tar file. */
  readonly at: number;
};

/**
 * Copies an open case as it is at the call, while it is worked on. A folder that holds an older backup of it is brought up to date;
 * any other place must be free. Refusals as the contract of `case/backup` has them. Never throws for the disk.
 */
export async function backUpCase(files: FileSystem, keys: CaseKeys, caseFolder: string, wishes: BackupWishes, report: Progress): Promise<Reply<BackupDone>> {
  const to = resolve(wishes.to);
  return copyGuarded(async () => {
    if (liesInside(caseFolder, to)) return refused({ kind: 'invalid-input', where: 'to', reason: 'a place outside the case folder' });
    const state = stateOfPlace(to);
    if (wishes.as === 'tar' ? state !== 'free' : state === 'file')
      return refused({ kind: 'invalid-input', where: 'to', reason: 'the name of a file or folder that does not exist yet' });
    const plan = await planWithPatience(files, keys);
    if ('kind' in plan) return refused(plan);
    try {
      const source: CopySource = { files, keys, plan };
      const copied = await (wishes.as === 'tar' ? newTar(source, to, wishes, report) : folder(source, to, state === 'folder', wishes.cited, report));
      if (!copied.ok) return copied;
      const { copiedFiles, copiedBytes, wrong } = copied.value;
      return done({
        place: to,
        files: plan.small.length + plan.blobs.length + headerNames.length,
        bytes: plan.bytes,
        copiedFiles,
        copiedBytes,
        edits: plan.position.seq,
        headWords: sixWords(Buffer.from(plan.position.head, 'hex')),
        damaged: wrong,
      });
    } finally {
      plan.letGo();
    }
  });
}

/** Copies a case that lies somewhere (in a folder, in a tar file) into a new folder, whole or not at all. Never throws for the disk. */
export async function copyToNewFolder(
  files: FileSystem,
  keys: CaseKeys,
  to: string,
  cited: ReadonlySet<BlobId>,
  report: Progress,
): Promise<Reply<CopiedCase & { readonly plan: CopyPlan }>> {
  return copyGuarded(async () => {
    const state = stateOfPlace(to);
    if (state === 'folder' || state === 'file') return refused({ kind: 'folder-not-empty' });
    const plan = await planCopy(files, keys);
    if ('kind' in plan) return refused(plan);
    try {
      if (!hasRoomFor(to, plan.bytes)) return refused({ kind: 'write-failed', reason: 'disk-full' });
      const copied = await writeNewFolder(to, (target) => copyIntoFolder({ files, keys, plan }, target, false, cited, report));
      return copied ? done({ ...copied, plan }) : refused({ kind: 'write-failed', reason: 'input-output' });
    } finally {
      plan.letGo();
    }
  });
}

async function newTar(source: CopySource, to: string, { cited, at }: BackupWishes, report: Progress): Promise<Reply<CopiedCase>> {
  if (!hasRoomFor(to, source.plan.bytes)) return refused({ kind: 'write-failed', reason: 'disk-full' });
  const stem = basename(to).replace(/\.tar$/i, '');
  const root = tarRootPattern.test(stem) ? stem : 'Corroborate.case';
  const copied = await writeNewFile(to, (file) => copyIntoTar(source, file, root, at, report));
  if (!copied) return refused({ kind: 'write-failed', reason: 'input-output' });
  const here = new Set(source.plan.blobs.map(({ blob }) => blob));
  return done({ ...copied, wrong: copied.wrong + [...cited].filter((blob) => !here.has(blob)).length });
}

async function folder(source: CopySource, to: string, update: boolean, cited: ReadonlySet<BlobId>, report: Progress): Promise<Reply<CopiedCase>> {
  if (update) {
    const target = realFileSystem(to);
    const problem = await whyNotOver(target, source);
    if (problem) return refused(problem);
    const copied = await copyIntoFolder(source, target, true, cited, report);
    return copied ? done(copied) : refused({ kind: 'write-failed', reason: 'input-output' });
  }
  if (!hasRoomFor(to, source.plan.bytes)) return refused({ kind: 'write-failed', reason: 'disk-full' });
  const copied = await writeNewFolder(to, (target) => copyIntoFolder(source, target, true, cited, report));
  return copied ? done(copied) : refused({ kind: 'write-failed', reason: 'input-output' });
}

/** Beside a writer in another process files may go between two looks at the folder; it does so only after a snapshot, so seldom twice. */
async function planWithPatience(files: FileSystem, keys: CaseKeys): Promise<CopyPlan | Problem> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return await planCopy(files, keys);
    } catch (error) {
      if (errorCode(error) !== 'ENOENT' || attempt >= 3) throw error;
    }
  }
}

async function copyGuarded<T>(work: () => Promise<Reply<T>>): Promise<Reply<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CopyCancelled) return refused({ kind: 'cancelled' });
    if (!isDiskError(error)) throw error;
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return refused({ kind: 'write-failed', reason: 'no-such-folder' });
    if (code === 'EEXIST') return refused({ kind: 'folder-not-empty' });
    return refused(writeProblem(error));
  }
}
