import { open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';

/** Small text files that people hand to each other, such as checkpoints. `where` is the argument as it was typed. */
const longest = 1024 * 1024;

export async function readText(path: string, where: string): Promise<Reply<string>> {
  try {
    if ((await stat(path)).size > longest) return refused({ kind: 'invalid-input', where, reason: 'a file of at most 1 MiB' });
    return done(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path)));
  } catch {
    // Missing, a folder, not readable or not UTF-8: no file of this kind in any case.
    return refused({ kind: 'invalid-input', where, reason: 'a text file that can be read' });
  }
}

/** Writes a file that does not exist yet. */
export async function writeNewText(path: string, text: string, where: string): Promise<Reply<null>> {
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600, flush: true });
    return done(null);
  } catch {
    return refused({ kind: 'invalid-input', where, reason: 'the name of a file that does not exist yet, in a folder that can be written' });
  }
}

/** Puts a text in place of a file's, whole or not at all. */
export async function replaceText(path: string, text: string, where: string): Promise<Reply<null>> {
  const beside = `${path}.partial`;
  try {
    const file = await open(beside, 'wx', 0o600);
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    return done(null);
  } catch {
    await rm(beside, { force: true });
    return refused({ kind: 'invalid-input', where, reason: 'a file in a folder that can be written' });
  }
}
