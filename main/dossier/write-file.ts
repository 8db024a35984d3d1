import { type FileHandle, link, open, rename, rm, unlink } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { startSha256 } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import type { ExportPort, StoredFile } from '#main/usecases/ports/files.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { diskProblem } from './disk-problem.ts';

/**
 * Writes one file whole or not at all: under a hidden name beside it, flushed to the medium, then given its name. A file that is
 * there already is never touched: refused `invalid-input` at `to`. When `pieces` throws, nothing is left and it throws on.
 */
export const fileExport: ExportPort = { writeFile };

async function writeFile(path: string, pieces: AsyncIterable<Uint8Array>): Promise<Reply<StoredFile>> {
  const target = resolve(path);
  const partial = join(dirname(target), `.${basename(target).slice(0, 100)}.partial-${randomBytes(6).toString('hex')}`);
  try {
    const { bytes, sha256 } = await writeFlushed(partial, pieces);
    const named = await giveName(partial, target);
    if (!named) return refused({ kind: 'invalid-input', where: 'to', reason: 'the name of a file that does not exist yet' });
    await flushFolder(dirname(target));
    return done({ path: target, bytes, sha256 });
  } catch (cause) {
    const problem = diskProblem(cause);
    if (problem) return refused(problem);
    throw cause;
  } finally {
    await rm(partial, { force: true });
  }
}

/** Writes and flushes a new file that only the user can read. Its bytes and digest are those that were written. */
export async function writeFlushed(path: string, pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Omit<StoredFile, 'path'>> {
  const file = await open(path, 'wx', 0o600);
  try {
    const digest = startSha256();
    let bytes = 0;
    for await (const piece of pieces) {
      await writeAll(file, piece);
      digest.update(piece);
      bytes += piece.length;
    }
    await file.sync();
    return { bytes, sha256: digest.finish().hex };
  } finally {
    await file.close();
  }
}

/** One call may write less than it was given, as on a disk that is filling up. */
async function writeAll(file: FileHandle, piece: Uint8Array): Promise<void> {
  for (let at = 0; at < piece.length; ) at += (await file.write(piece, at, piece.length - at)).bytesWritten;
}

/** A hard link fails when the name is taken, where a rename would silently replace; file systems without links get the rename. */
async function giveName(partial: string, target: string): Promise<boolean> {
  try {
    await link(partial, target);
    await unlink(partial);
    return true;
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : null;
    if (code === 'EEXIST') return false;
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'ENOSYS' && code !== 'EOPNOTSUPP') throw cause;
  }
  const claimed = await claimName(target);
  if (claimed) await rename(partial, target);
  return claimed;
}

/** Takes the name by an empty file, which the rename then replaces: nobody else's file can be in its place. */
async function claimName(target: string): Promise<boolean> {
  try {
    await (await open(target, 'wx', 0o600)).close();
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw cause;
  }
}

/** The name itself must reach the medium too, or a power loss can take the file back. Windows has no way to ask for it. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
