import {
  closeSync,
  fdatasync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
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
import { type FileHandle, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { besidePage } from '#main/crypto/sealing-line.ts';

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
  /** {@link FileSystem.syncFolder} of which many may be at work at once: the disk brings them to the medium together. */
  readonly syncFolderAside: (path: string) => Promise<void>;
  /** When the file last changed, in milliseconds since 1970; `null` when there is none. */
  readonly changedAt: (path: string) => number | null;
  readonly touch: (path: string) => void;
};

export type OpenFile = {
  readonly write: (bytes: Uint8Array, at: number) => void;
  /** Up to `length` bytes from `at`; fewer at the end. `into`, when it is long enough, may be used for them. */
  readonly read: (at: number, length: number, into?: Buffer) => Buffer;
  readonly size: () => number;
  /** Makes the file so long: cuts it, or writes zeros up to there (real ones: a hole would need metadata when it is filled). */
  readonly resize: (bytes: number) => void;
  /** Returns when the bytes written so far are on the medium (fdatasync; on macOS libuv makes it F_FULLFSYNC). */
  readonly sync: () => void;
  /** {@link OpenFile.sync} of which many may be at work at once: the disk brings them to the medium together. To be awaited before `close`. */
  readonly syncAside: () => Promise<void>;
  /** Begins to bring what is written to the medium without waiting, so that a later {@link OpenFile.sync} of a large file has less to do. An
   * error of it counts as one of a sync. To be awaited before `sync`, `close` and another one. */
  readonly writeBack: () => Promise<void>;
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

/** How long a file is, in bytes; `null` when there is none. */
export function fileSize(files: FileSystem, path: string): number | null {
  try {
    const file = files.open(path, 'read');
    try {
      return file.size();
    } finally {
      file.close();
    }
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
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
      makeFolder(at(path));
    },
    create: (path) => openFile(openSync(at(path), 'wx+', 0o600)),
    open: (path, mode) => openFile(openSync(at(path), mode === 'read' ? 'r' : 'r+')),
    list: (path) => listFolder(at(path)),
    rename: (from, to) => renameWithPatience(at(from), at(to)),
    remove: (path) => unlinkSync(at(path)),
    removeFolder: (path) => rmdirSync(at(path)),
    syncFolder: (path) => syncFolder(at(path)),
    syncFolderAside: (path) => syncFolderInThread(at(path)),
    changedAt: (path) => statSync(at(path), { throwIfNoEntry: false })?.mtimeMs ?? null,
    touch: (path) => {
      const now = new Date();
      utimesSync(at(path), now, now);
    },
  };
}

/** With its parents. Node's own way of doing that calls a read-only disk a missing folder, and in some places never ends. */
function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EEXIST' && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
    const parent = dirname(folder);
    if (code !== 'ENOENT' || parent === folder || statSync(parent, { throwIfNoEntry: false })) throw error;
    makeFolder(parent);
    mkdirSync(folder, { mode: 0o700 });
  }
}

function createRoot(folder: string): ReturnType<FileSystem['createRoot']> {
  const there = statSync(folder, { throwIfNoEntry: false });
  if (there) {
    if (!there.isDirectory()) return 'not-a-folder';
    return readdirSync(folder).length === 0 ? 'empty' : 'not-empty';
  }
  makeFolder(folder);
  syncFolder(join(folder, '..'));
  return 'made';
}

const zeros = Buffer.alloc(64 * 1024);

/**
 * Memory for a reading. Large buffers lie 16 bytes behind the beginning of a page, and to there some processors (AMD Zen 3 among them) copy
 * what lies at the beginning of a page at a tenth of the speed they have for any other place.
 */
export function roomFor(length: number): Buffer {
  return length < 64 * 1024 ? Buffer.allocUnsafe(length) : Buffer.allocUnsafe(besidePage + length).subarray(besidePage);
}

function openFile(fd: number): OpenFile {
  return {
    write: (bytes, at) => {
      for (let done = 0; done < bytes.length; ) done += writeSync(fd, bytes, done, bytes.length - done, at + done);
    },
    read: (at, length, into) => {
      const buffer = into && into.length >= length ? into : roomFor(length);
      let done = 0;
      while (done < length) {
        const got = readSync(fd, buffer, done, length - done, at + done);
        if (got === 0) break;
        done += got;
      }
      return buffer.subarray(0, done);
    },
    size: () => fstatSync(fd).size,
    resize: (bytes) => {
      const now = fstatSync(fd).size;
      if (bytes < now) ftruncateSync(fd, bytes);
      else for (let at = now; at < bytes; ) at += writeSync(fd, zeros, 0, Math.min(zeros.length, bytes - at), at);
    },
    sync: () => fdatasyncSync(fd),
    syncAside: () => syncInThread(fd),
    writeBack: () => syncInThread(fd),
    close: () => closeSync(fd),
  };
}

function syncInThread(fd: number): Promise<void> {
  return new Promise((resolve, reject) => fdatasync(fd, (error) => (error ? reject(error) : resolve())));
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
    if (!isFolderUnsyncable(error)) throw error;
  } finally {
    if (fd !== null) closeSync(fd);
  }
}

async function syncFolderInThread(folder: string): Promise<void> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (!isFolderUnsyncable(error)) throw error;
  } finally {
    await handle?.close();
  }
}

function isFolderUnsyncable(error: unknown): boolean {
  return process.platform === 'win32' && ['EPERM', 'EINVAL', 'EISDIR', 'ENOTSUP', 'EACCES'].includes(errorCode(error) ?? '');
}
