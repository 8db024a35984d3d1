import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { AnchorPort } from './anchor.ts';
import { isDiskError } from './write-problem.ts';

/** An anchor is some 150 bytes; a longer file is not one. */
const mostBytes = 4096;

/** Anchors in a folder of this computer, one small file each, readable for its user only. What the disk refuses is left undone. */
export function anchorFolder(folder: string): AnchorPort {
  return {
    read: (name) =>
      unlessRefused(() => {
        const bytes = readFileSync(join(folder, name));
        return bytes.length <= mostBytes ? bytes : null;
      }),
    write: (name, bytes) => {
      unlessRefused(() => {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
        const next = join(folder, `${name}.next`);
        const fd = openSync(next, 'w', 0o600);
        try {
          writeSync(fd, bytes);
          fsyncSync(fd);
        } finally {
          closeSync(fd);
        }
        renameSync(next, join(folder, name));
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
