import type { FileSystem, OpenFile } from './file-system.ts';
import { isDiskError } from './write-problem.ts';

/** What a failing medium is asked for at a time: the least most media can lose. */
const sectorBytes = 4096;

/**
 * A folder on a failing medium, for repair only: what cannot be read is zeros, or nothing, instead of an error. Every byte that matters is
 * authenticated later, so that zeros can never pass for what was lost.
 */
export function readPatiently(files: FileSystem): FileSystem {
  return {
    ...files,
    list: (path) => orElse(() => files.list(path), []),
    open: (path, mode) => patientFile(files.open(path, mode)),
  };
}

function patientFile(file: OpenFile): OpenFile {
  return {
    ...file,
    read: (at, length, into) =>
      orElse(
        () => file.read(at, length, into),
        () => readSectors(file, at, length),
      ),
  };
}

function readSectors(file: OpenFile, from: number, length: number): Buffer {
  const end = Math.min(from + length, file.size());
  const out = Buffer.alloc(Math.max(end - from, 0));
  for (let at = from; at < end; at = nextSector(at)) {
    const wanted = Math.min(nextSector(at), end) - at;
    orElse(() => file.read(at, wanted), Buffer.alloc(0)).copy(out, at - from);
  }
  return out;
}

function nextSector(at: number): number {
  return (Math.floor(at / sectorBytes) + 1) * sectorBytes;
}

function orElse<T extends object>(read: () => T, otherwise: T | (() => T)): T {
  try {
    return read();
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return typeof otherwise === 'function' ? otherwise() : otherwise;
  }
}
