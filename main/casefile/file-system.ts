import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmdirSync,
  statSync,
  unlinkSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';

/**
 * Everything a case file does to the disk goes through here, so that a test can record it, cut it after any step and fail any
 * of it. Calls are synchronous: an append and its fdatasync through Node's thread pool take twice as long, and a commit may
 * not overlap another anyway. Paths are relative to the case folder, with `/`. Failures throw Node's errors with `code`.
 */
export type FileSystem = {
  /** Makes the case folder itself and its parents, readable for the owner only; answers whether it was there before. */
  readonly createRoot: () => 'made' | 'empty' | 'not-empty' | 'not-a-folder';
  readonly createFolder: (path: string) => void;
  /** A new file, readable for the owner only; `EEXIST` when the name is taken. */
  readonly create: (path: string) => OpenFile;
  readonly open: (path: string, mode: 'read' | 'write') => OpenFile;
  /** Names in a folder, sorted; `.` is the case folder. Empty when the folder does not exist. */
  readonly list: (path: string) => readonly string[];
  readonly rename: (from: string, to: string) => void;
  readonly remove: (path: string) => void;
  readonly removeFolder: (path: string) => void;
  /** Makes names created or removed in a folder survive a loss of power. */
  readonly syncFolder: (path: string) => void;
  /** When the file last changed, in milliseconds since 1970; `null` when there is none. */
  readonly changedAt: (path: string) => number | null;
  readonly touch: (path: string) => void;
};

export type OpenFile = {
  readonly write: (bytes: Uint8Array, at: number) => void;
  /** Up to `length` bytes from `at`; fewer at the end. */
  readonly read: (at: number, length: number) => Buffer;
  readonly size: () => number;
  /** Returns when the bytes written so far are on the medium (fdatasync; on macOS libuv makes it F_FULLFSYNC). */
  readonly sync: () => void;
  readonly close: () => void;
};

/** End of the name of a file that is not whole yet. Readers ignore it; the next writer removes it. */
export const partSuffix = '.part';

/** Error code of Node's file functions, or `undefined` for anything else. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** The whole of a file. */
export function readWhole(files: FileSystem, path: string): Buffer {
  const file = files.open(path, 'read');
  try {
    return file.read(0, file.size());
  } finally {
    file.close();
  }
}

/** A new file with these bytes, on the medium when it returns; the caller syncs the folder. */
export function writeNew(files: FileSystem, path: string, ...pieces: readonly Uint8Array[]): void {
  const file = files.create(path);
  try {
    let at = 0;
    for (const piece of pieces) {
      file.write(piece, at);
      at += piece.length;
    }
    file.sync();
  } finally {
    file.close();
  }
}

/** The case folder on a real disk. */
export function realFileSystem(folder: string): FileSystem {
  const at = (path: string) => join(folder, path);
  return {
    createRoot: () => createRoot(folder),
    createFolder: (path) => {
      mkdirSync(at(path), { recursive: true, mode: 0o700 });
    },
    create: (path) => openFile(openSync(at(path), 'wx+', 0o600)),
    open: (path, mode) => openFile(openSync(at(path), mode === 'read' ? 'r' : 'r+')),
    list: (path) => listFolder(at(path)),
    rename: (from, to) => renameWithPatience(at(from), at(to)),
    remove: (path) => unlinkSync(at(path)),
    removeFolder: (path) => rmdirSync(at(path)),
    syncFolder: (path) => syncFolder(at(path)),
    changedAt: (path) => statSync(at(path), { throwIfNoEntry: false })?.mtimeMs ?? null,
    touch: (path) => {
      const now = new Date();
      utimesSync(at(path), now, now);
    },
  };
}

function createRoot(folder: string): ReturnType<FileSystem['createRoot']> {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there) {
    if (!there.isDirectory()) return 'not-a-folder';
    return readdirSync(folder).length === 0 ? 'empty' : 'not-empty';
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  syncFolder(join(folder, '..'));
  return 'made';
}

function openFile(fd: number): OpenFile {
  return {
    write: (bytes, at) => {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
    },
    read: (at, length) => {
      const buffer = Buffer.allocUnsafe(length);
      let done = 0;
      while (done < length) {
        const got = readSync(fd, buffer, done, length - done, at + done);
        if (got === 0) break;
        done += got;
      }
      return buffer.subarray(0, done);
    },
    size: () => fstatSync(fd).size,
    sync: () => fdatasyncSync(fd),
    close: () => closeSync(fd),
  };
}

function listFolder(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  }
}

/** Windows keeps files open for its virus scanner for a moment; other systems fail at once for good reasons. */
function renameWithPatience(from: string, to: string): void {
  for (let attempt = 0; ; attempt += 1) {
    try {
      renameSync(from, to);
      return;
    } catch (error) {
      const busy = process.platform === 'win32' && ['EPERM', 'EACCES', 'EBUSY'].includes(errorCode(error) ?? '');
      if (!busy || attempt >= 10) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
}

/** Windows cannot sync a folder and says so in one of these ways; its names are durable with the file. */
function syncFolder(folder: string): void {
  let fd: number | null = null;
  try {
    fd = openSync(folder, 'r');
    fsyncSync(fd);
  } catch (error) {
    if (process.platform !== 'win32' || !['EPERM', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EACCES'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    if (fd !== null) closeSync(fd);
  }
}
