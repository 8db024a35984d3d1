import type { AnchorPort } from './anchor.ts';
import { type FileSystem, readWhole, realFileSystem, writeNew } from './file-system.ts';
import { isDiskError } from './write-problem.ts';

/** An anchor is some 150 bytes; a longer file is not one. */
const mostBytes = 4096;

/** Anchors in a folder of this computer, one small file each, readable for its user only. What the disk refuses is left undone. */
export function anchorFolder(folder: string): AnchorPort {
  return anchorsOn(realFileSystem(folder));
}

/**
 * {@link anchorFolder} over any file system. An anchor is replaced by renaming: a crash leaves the old one or the new, and the new one
 * is on the medium when `write` returns, so that it never has to be taken back.
 */
export function anchorsOn(files: FileSystem): AnchorPort {
  return {
    read: (name) =>
      unlessRefused(() => {
        const bytes = readWhole(files, name);
        return bytes.length <= mostBytes ? bytes : null;
      }),
    write: (name, bytes) => {
      unlessRefused(() => {
        files.createRoot();
        const next = `${name}.next`;
        if (files.list('.').includes(next)) files.remove(next);
        writeNew(files, next, bytes);
        files.rename(next, name);
        files.syncFolder('.');
        return null;
      });
    },
  };
}

/** A case opens and closes without its anchor; the folder may be on a disk that is full, or not be there at all. */
function unlessRefused<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return null;
  }
}
