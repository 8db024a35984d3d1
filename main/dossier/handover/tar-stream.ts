import { createReadStream } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { join } from 'node:path';
import { encodeTarEntry, tarEnd, upToBlock } from '#main/casefile/tar-layout.ts';

/** What is put into a hand-over: files below `folder`, by their paths in it; in the tar they lie below `root`. */
export type Bundled = { readonly folder: string; readonly root: string; readonly paths: readonly string[] };

/** 1 January 2025: a tar tells nothing of when it was made, and the same files are the same bytes. */
const oneTime = Date.UTC(2025, 0, 1) / 1000;

/** A file that grew or shrank while it was read: the tar would be wrong. */
export class FileChanged extends Error {}

/** The files as a tar, piece by piece, sorted, folders before what is in them. Throws disk errors and {@link FileChanged}. */
export async function* tarStream({ folder, root, paths }: Bundled): AsyncIterable<Uint8Array> {
  const folders = new Set<string>();
  for (const path of paths.toSorted()) {
    for (const above of [
      root,
      ...path
        .split('/')
        .slice(0, -1)
        .map((_, index, parts) => `${root}/${parts.slice(0, index + 1).join('/')}`),
    ]) {
      if (!folders.has(above)) yield encodeTarEntry({ path: above, kind: 'folder', bytes: 0 }, oneTime);
      folders.add(above);
    }
    const file = join(folder, ...path.split('/'));
    const bytes = (await lstat(file)).size;
    yield encodeTarEntry({ path: `${root}/${path}`, kind: 'file', bytes }, oneTime);
    let read = 0;
    for await (const piece of createReadStream(file, { highWaterMark: 1024 * 1024 })) {
      read += (piece as Buffer).length;
      yield piece as Buffer;
    }
    if (read !== bytes) throw new FileChanged(`a file of ${bytes} bytes had ${read}`);
    yield Buffer.alloc(upToBlock(bytes));
  }
  yield tarEnd;
}
