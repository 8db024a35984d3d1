import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import type { Sha256Hex } from '#shared/kernel/units.ts';

/** A file that is on the medium. `path` is relative to its package, with `/`. */
export type WrittenFile = { readonly path: string; readonly bytes: number; readonly sha256: Sha256Hex };

/** The files of a package that is being written, as far as it has come. */
export type WrittenFiles = { readonly list: () => readonly WrittenFile[]; readonly open: (path: string) => AsyncIterable<Uint8Array> };

export function writtenIn(folder: string, files: readonly WrittenFile[]): WrittenFiles {
  return {
    list: () => [...files],
    open: (path) => {
      if (!files.some((file) => file.path === path)) throw new Error('a file that this package has not written');
      return createReadStream(join(folder, ...path.split('/')));
    },
  };
}
