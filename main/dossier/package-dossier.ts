import { mkdir, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { randomBytes } from '#main/crypto/random.ts';
import type { StoredFile } from '#main/usecases/ports/files.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { diskProblem } from './disk-problem.ts';
import type { PackageFile } from './package-file.ts';
import { flushFolder, writeFlushed } from './write-file.ts';
import { type WrittenFile, type WrittenFiles, writtenIn } from './written-files.ts';

/** Makes the files of a package one after the other; what was written already can be read again. A refusal ends it. */
export type FilesOf = (written: WrittenFiles) => AsyncIterable<Reply<PackageFile>>;

/**
 * Writes a package whole or not at all: into a hidden folder beside `folder`, flushed, then renamed. `folder` must not exist or be
 * empty: refused `folder-not-empty`. After a refusal or a cancel nothing is left, not even folders that were made on the way.
 */
export async function writePackage(folder: string, filesOf: FilesOf, report: Progress): Promise<Reply<readonly StoredFile[]>> {
  let firstMade: string | undefined;
  let partial: string | undefined;
  try {
    const target = await freeTarget(folder);
    if (target === null) return refused({ kind: 'folder-not-empty' });
    firstMade = await mkdir(dirname(target), { recursive: true });
    partial = join(dirname(target), `.${basename(target).slice(0, 100)}.partial-${randomBytes(6).toString('hex')}`);
    const written = await writeInto(partial, filesOf, report);
    if (!written.ok) return await leaveNothing(partial, dirname(target), firstMade, written);
    // An empty folder of that name gives way; anything that came to lie in it meanwhile makes this fail instead of vanish.
    await rmdir(target).catch(ignoreMissing);
    await rename(partial, target);
    await flushFolder(dirname(target));
    return done(written.value.map((file) => ({ ...file, path: join(target, ...file.path.split('/')) })));
  } catch (cause) {
    const problem = diskProblem(cause);
    await leaveNothing(partial, partial && dirname(partial), firstMade, null);
    if (!problem) throw cause;
    return refused(
      cause instanceof Error && 'code' in cause && (cause.code === 'ENOTEMPTY' || cause.code === 'EEXIST') ? { kind: 'folder-not-empty' } : problem,
    );
  }
}

/** The folder to write, with links in its path followed; null when something is in its place. */
async function freeTarget(folder: string): Promise<string | null> {
  const path = resolve(folder);
  const found = await stat(path).catch(ignoreMissing);
  if (!found) return path;
  if (!found.isDirectory() || (await readdir(path)).length > 0) return null;
  return realpath(path);
}

async function writeInto(partial: string, filesOf: FilesOf, report: Progress): Promise<Reply<readonly WrittenFile[]>> {
  await mkdir(partial, { mode: 0o700 });
  const folders = new Set([partial]);
  const written: WrittenFile[] = [];
  for await (const next of filesOf(writtenIn(partial, written))) {
    if (!next.ok) return next;
    const { path, pieces } = next.value;
    if (report.cancelled()) return refused({ kind: 'cancelled' });
    const file = join(partial, ...path.split('/'));
    for (const folder of foldersTo(partial, path)) {
      if (folders.has(folder)) continue;
      await mkdir(folder, { mode: 0o700 });
      folders.add(folder);
    }
    written.push({ path, ...(await writeFlushed(file, untilCancelled(pieces, report))) });
    if (report.cancelled()) return refused({ kind: 'cancelled' });
  }
  for (const made of folders) await flushFolder(made);
  return report.cancelled() ? refused({ kind: 'cancelled' }) : done(written);
}

/** A long file is broken off where it stands; the caller then takes everything away. */
async function* untilCancelled(pieces: PackageFile['pieces'], report: Progress): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    if (report.cancelled()) return;
    yield piece;
  }
}

/** Every folder on the way to a file, the outermost first. */
function foldersTo(root: string, path: string): readonly string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => join(root, ...parts.slice(0, index + 1)));
}

async function leaveNothing<T>(partial: string | undefined, parent: string | undefined, firstMade: string | undefined, answer: T): Promise<T> {
  if (partial) await rm(partial, { recursive: true, force: true });
  for (let made = firstMade && parent; firstMade && made && made.length >= firstMade.length; made = dirname(made)) {
    // Only what is still empty: somebody else may have begun to use a folder that we made.
    if (
      !(await rmdir(made).then(
        () => true,
        () => false,
      ))
    )
      break;
  }
  return answer;
}

function ignoreMissing(cause: unknown): undefined {
  if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
  throw cause;
}
