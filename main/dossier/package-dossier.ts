import { mkdir, readdir, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { randomBytes } from '#main/crypto/random.ts';
import type { Progress, StoredFile } from '#main/usecases/ports.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { diskProblem } from './disk-problem.ts';
import type { PackageFile } from './package-files.ts';
import { flushFolder, writeFlushed } from './write-file.ts';

/**
 * Writes a package whole or not at all: into a hidden folder beside `folder`, flushed, then renamed. `folder` must not exist or be
 * empty: refused `folder-not-empty`. After a refusal or a cancel nothing is left, not even folders that were made on the way.
 */
export async function writePackage(folder: string, files: readonly PackageFile[], report: Progress): Promise<Reply<readonly StoredFile[]>> {
  let firstMade: string | undefined;
  let partial: string | undefined;
  try {
    const target = await freeTarget(folder);
    if (target === null) return refused({ kind: 'folder-not-empty' });
    firstMade = await mkdir(dirname(target), { recursive: true });
    partial = join(dirname(target), `.${basename(target).slice(0, 100)}.partial-${randomBytes(6).toString('hex')}`);
    const written = await writeInto(partial, files, report);
    if (written === null) return await leaveNothing(partial, dirname(target), firstMade, refused({ kind: 'cancelled' }));
    // An empty folder of that name gives way; anything that came to lie in it meanwhile makes this fail instead of vanish.
    await rmdir(target).catch(ignoreMissing);
    await rename(partial, target);
    await flushFolder(dirname(target));
    return done(written.map((file) => ({ ...file, path: join(target, ...file.path.split('/')) })));
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

/** Null when the user cancelled. */
async function writeInto(partial: string, files: readonly PackageFile[], report: Progress): Promise<readonly StoredFile[] | null> {
  await mkdir(partial, { mode: 0o700 });
  const folders = new Set([partial]);
  const stored: StoredFile[] = [];
  for (const [index, { path, bytes }] of files.entries()) {
    if (report.cancelled()) return null;
    report.step('writing', index, files.length);
    const file = join(partial, ...path.split('/'));
    if (!folders.has(dirname(file))) await mkdir(dirname(file), { mode: 0o700 });
    folders.add(dirname(file));
    stored.push({ path, ...(await writeFlushed(file, [bytes])) });
  }
  for (const made of folders) await flushFolder(made);
  report.step('writing', files.length, files.length);
  return report.cancelled() ? null : stored;
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
