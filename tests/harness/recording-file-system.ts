import { folderOf } from '#main/casefile/case-paths.ts';
import type { FileSystem, OpenFile } from '#main/casefile/file-system.ts';

/**
 * A disk in memory that writes down what is asked of it, so that a test can stop the world after any step and ask what a real
 * disk might hold then; and that fails on demand.
 */
export type DiskOperation =
  | { readonly op: 'create'; readonly path: string; readonly inode: number }
  | { readonly op: 'folder' | 'remove'; readonly path: string }
  | { readonly op: 'sync-folder'; readonly path: string; readonly site: string }
  | { readonly op: 'write'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  | { readonly op: 'resize'; readonly inode: number; readonly from: number; readonly to: number }
  | { readonly op: 'sync'; readonly inode: number; readonly site: string }
  | { readonly op: 'rename'; readonly path: string; readonly to: string };

/** What lies on a disk: folders, and files by path. */
export type DiskContent = { readonly folders: readonly string[]; readonly files: ReadonlyMap<string, Buffer> };

/**
 * Asked before every step that changes the disk and every reading of a file's bytes; answers whether it fails and how much happens first.
 * Of a sync, `share` is what stays of the unsynced bytes: Linux drops pages that it could not write and reports the error once.
 */
export type Fault = (step: number, op: DiskOperation['op'] | 'read') => { readonly code: string; readonly share: number } | null;

/** Where a computer keeps its anchors: on the same disk, so that the order of all writes is known, and outside every case. */
export const anchorsFolder = '~/anchors';

export type RecordingDisk = {
  readonly fileSystem: FileSystem;
  readonly operations: readonly DiskOperation[];
  readonly content: () => DiskContent;
  readonly failWith: (fault: Fault | null) => void;
  readonly steps: () => number;
};

type Inode = { bytes: Buffer; synced: Buffer };

/** `sites`: whether to note which functions of the product asked for each sync; it takes longer than the sync. */
export function recordingDisk(start: DiskContent = { folders: [], files: new Map() }, { sites = false } = {}): RecordingDisk {
  const operations: DiskOperation[] = [];
  const inodes: Inode[] = [];
  const names = new Map<string, number>();
  const folders = new Set(['.', ...start.folders]);
  let fault: Fault | null = null;
  let steps = 0;
  for (const [path, bytes] of start.files) names.set(path, inodes.push({ bytes, synced: bytes }) - 1);

  const step = (operation: DiskOperation, apply: (share: number) => void) => {
    const hit = fault?.(steps, operation.op) ?? null;
    steps += 1;
    if (!hit) {
      operations.push(operation);
      apply(1);
      return;
    }
    if (operation.op === 'resize' && hit.share > 0 && operation.to > operation.from) {
      operations.push({ ...operation, to: operation.from + Math.floor((operation.to - operation.from) * hit.share) });
      apply(hit.share);
    }
    if (operation.op === 'write' && hit.share > 0) {
      operations.push({ ...operation, bytes: operation.bytes.subarray(0, Math.floor(operation.bytes.length * hit.share)) });
      apply(hit.share);
    }
    // A disk may also do what it was asked for and lose the answer.
    if (!['write', 'resize', 'sync', 'sync-folder'].includes(operation.op) && hit.share === 1) {
      operations.push(operation);
      apply(1);
    }
    throw diskError(hit.code, operation.op);
  };

  const reads = () => {
    const hit = fault?.(steps, 'read') ?? null;
    steps += 1;
    if (hit) throw diskError(hit.code, 'read');
  };

  const nodeAt = (path: string): number => {
    const inode = names.get(path);
    if (inode === undefined) throw diskError('ENOENT', 'open');
    return inode;
  };

  const openFile = (inode: number, mode: 'read' | 'write'): OpenFile => {
    const node = inodes[inode];
    if (!node) throw new Error('no such inode');
    const sync = (site: string) => {
      const hit = fault?.(steps, 'sync') ?? null;
      if (hit) node.bytes = overlay(node.synced, 0, node.bytes.subarray(0, Math.floor(node.bytes.length * hit.share)));
      step({ op: 'sync', inode, site }, () => {
        node.synced = node.bytes;
      });
    };
    return {
      write: (bytes, at) => {
        if (mode === 'read') throw diskError('EBADF', 'write');
        step({ op: 'write', inode, at, bytes: Buffer.from(bytes) }, (share) => {
          node.bytes = overlay(node.bytes, at, Buffer.from(bytes).subarray(0, Math.floor(bytes.length * share)));
        });
      },
      read: (at, length) => {
        reads();
        return Buffer.from(node.bytes.subarray(at, at + length));
      },
      size: () => node.bytes.length,
      resize: (bytes) => {
        if (mode === 'read') throw diskError('EBADF', 'write');
        step({ op: 'resize', inode, from: node.bytes.length, to: bytes }, (share) => {
          node.bytes = resized(node.bytes, node.bytes.length + Math.floor((bytes - node.bytes.length) * share));
        });
      },
      sync: () => sync(sites ? callSite() : ''),
      syncAside: async () => sync(sites ? callSite() : ''),
      // May or may not have happened at a crash, as every write before its sync.
      writeBack: async () => undefined,
      close: () => undefined,
    };
  };

  const fileSystem: FileSystem = {
    createRoot: () => (names.size === 0 ? 'empty' : 'not-empty'),
    createFolder: (path) => {
      if (!folders.has(path)) step({ op: 'folder', path }, () => folders.add(path));
    },
    create: (path) => {
      if (names.has(path)) throw diskError('EEXIST', 'open');
      if (!folders.has(folderOf(path))) throw diskError('ENOENT', 'open');
      const inode = inodes.push({ bytes: nothing, synced: nothing }) - 1;
      step({ op: 'create', path, inode }, () => names.set(path, inode));
      return openFile(inode, 'write');
    },
    open: (path, mode) => openFile(nodeAt(path), mode),
    list: (path) => {
      const inside = [...names.keys(), ...folders].filter((name) => name !== '.' && folderOf(name) === path);
      return inside.map((name) => name.slice(name.lastIndexOf('/') + 1)).sort();
    },
    rename: (from, to) => {
      const inode = nodeAt(from);
      step({ op: 'rename', path: from, to }, () => {
        names.delete(from);
        names.set(to, inode);
      });
    },
    remove: (path) => {
      nodeAt(path);
      step({ op: 'remove', path }, () => names.delete(path));
    },
    removeFolder: (path) => {
      folders.delete(path);
    },
    syncFolder: (path) => step({ op: 'sync-folder', path, site: sites ? callSite() : '' }, () => undefined),
    syncFolderAside: async (path) => step({ op: 'sync-folder', path, site: sites ? callSite() : '' }, () => undefined),
    changedAt: (path) => (names.has(path) ? 0 : null),
    touch: () => undefined,
  };

  return {
    fileSystem,
    operations,
    content: () => ({ folders: [...folders], files: new Map([...names].map(([path, inode]) => [path, inodes[inode]?.bytes ?? nothing])) }),
    failWith: (next) => {
      fault = next;
    },
    steps: () => steps,
  };
}

/** One folder of a disk as a disk of its own. */
export function folderOn(files: FileSystem, folder: string): FileSystem {
  const at = (path: string) => (path === '.' ? folder : `${folder}/${path}`);
  return {
    createRoot: () => {
      if (files.list(folder).length > 0) return 'not-empty';
      files.createFolder(folder);
      files.syncFolder(folderOf(folder));
      return 'made';
    },
    createFolder: (path) => files.createFolder(at(path)),
    create: (path) => files.create(at(path)),
    open: (path, mode) => files.open(at(path), mode),
    list: (path) => files.list(at(path)),
    rename: (from, to) => files.rename(at(from), at(to)),
    remove: (path) => files.remove(at(path)),
    removeFolder: (path) => files.removeFolder(at(path)),
    syncFolder: (path) => files.syncFolder(at(path)),
    syncFolderAside: (path) => files.syncFolderAside(at(path)),
    changedAt: (path) => files.changedAt(at(path)),
    touch: (path) => files.touch(at(path)),
  };
}

/** The two functions of the product that asked for this step, so that a test can take out one call of the program. */
function callSite(): string {
  const frames = (new Error().stack ?? '').split('\n').slice(3, 5);
  // A bundler numbers functions of one name.
  return frames.map((frame) => (/at (?:async )?(?:Object\.)?([\w.]+)/.exec(frame)?.[1] ?? '?').replace(/\d+$/, '')).join(' < ');
}

const nothing = Buffer.alloc(0);

function resized(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes.subarray(0, length), Buffer.alloc(Math.max(0, length - bytes.length))]);
}

/** `over` written at `at`: what was there before shows on both sides. */
export function overlay(under: Buffer, at: number, over: Buffer): Buffer {
  const out = Buffer.allocUnsafe(Math.max(under.length, over.length === 0 ? 0 : at + over.length));
  under.copy(out);
  if (at > under.length) out.fill(0, under.length, at);
  over.copy(out, at);
  return out;
}

/** Without a stack: files that are not there are asked for at every opening, and nobody reads where. */
function diskError(code: string, syscall: string): Error {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  const error = Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, errno: -1 });
  Error.stackTraceLimit = stackTraceLimit;
  return error;
}
