import type { FileSystem, OpenFile } from '#main/casefile/file-system.ts';

/**
 * A disk in memory that writes down what is asked of it, so that a test can stop the world after any step and ask what a real
 * disk might hold then; and that fails on demand.
 */
export type DiskOperation =
  | { readonly op: 'create'; readonly path: string; readonly inode: number }
  | { readonly op: 'folder' | 'remove' | 'sync-folder'; readonly path: string }
  | { readonly op: 'write'; readonly inode: number; readonly at: number; readonly bytes: Buffer }
  | { readonly op: 'sync'; readonly inode: number }
  | { readonly op: 'rename'; readonly path: string; readonly to: string };

/** What lies on a disk: folders, and files by path. */
export type DiskContent = { readonly folders: readonly string[]; readonly files: ReadonlyMap<string, Buffer> };

/** `hit` is asked before every step that changes the disk; it answers how much of it happens and whether it fails. */
export type Fault = (step: number, op: DiskOperation['op']) => { readonly code: string; readonly share: number } | null;

export type RecordingDisk = {
  readonly fileSystem: FileSystem;
  readonly operations: readonly DiskOperation[];
  readonly content: () => DiskContent;
  readonly failWith: (fault: Fault | null) => void;
  readonly steps: () => number;
};

type Inode = { bytes: Buffer };

export function recordingDisk(start: DiskContent = { folders: [], files: new Map() }): RecordingDisk {
  const operations: DiskOperation[] = [];
  const inodes: Inode[] = [];
  const names = new Map<string, number>();
  const folders = new Set(['.', ...start.folders]);
  let fault: Fault | null = null;
  let steps = 0;
  for (const [path, bytes] of start.files) names.set(path, inodes.push({ bytes: Buffer.from(bytes) }) - 1);

  const step = (operation: DiskOperation, apply: (share: number) => void) => {
    const hit = fault?.(steps, operation.op) ?? null;
    steps += 1;
    if (!hit) {
      operations.push(operation);
      apply(1);
      return;
    }
    if (operation.op === 'write' && hit.share > 0) {
      operations.push({ ...operation, bytes: operation.bytes.subarray(0, Math.floor(operation.bytes.length * hit.share)) });
      apply(hit.share);
    }
    throw diskError(hit.code, operation.op);
  };

  const nodeAt = (path: string): number => {
    const inode = names.get(path);
    if (inode === undefined) throw diskError('ENOENT', 'open');
    return inode;
  };

  const openFile = (inode: number, mode: 'read' | 'write'): OpenFile => {
    const node = inodes[inode];
    if (!node) throw new Error('no such inode');
    return {
      write: (bytes, at) => {
        if (mode === 'read') throw diskError('EBADF', 'write');
        step({ op: 'write', inode, at, bytes: Buffer.from(bytes) }, (share) => {
          node.bytes = overlay(node.bytes, at, Buffer.from(bytes).subarray(0, Math.floor(bytes.length * share)));
        });
      },
      read: (at, length) => Buffer.from(node.bytes.subarray(at, at + length)),
      size: () => node.bytes.length,
      sync: () => step({ op: 'sync', inode }, () => undefined),
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
      const inode = inodes.push({ bytes: Buffer.alloc(0) }) - 1;
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
    syncFolder: (path) => step({ op: 'sync-folder', path }, () => undefined),
    changedAt: (path) => (names.has(path) ? 0 : null),
    touch: () => undefined,
  };

  return {
    fileSystem,
    operations,
    content: () => ({ folders: [...folders], files: new Map([...names].map(([path, inode]) => [path, Buffer.from(inodes[inode]?.bytes ?? [])])) }),
    failWith: (next) => {
      fault = next;
    },
    steps: () => steps,
  };
}

/** What happened to one unsynced step in a crash. */
export type Fate = 'kept' | 'dropped' | { readonly torn: number } | 'garbage' | 'zeros';

/** Steps whose effect a crash after the first `count` may undo: data before its file is synced, names before their folder is. */
export function unsettled(operations: readonly DiskOperation[], count: number): readonly number[] {
  const synced = new Map<number, number>();
  const syncedFolders = new Map<string, number>();
  operations.slice(0, count).forEach((operation, index) => {
    if (operation.op === 'sync') synced.set(operation.inode, index);
    if (operation.op === 'sync-folder') syncedFolders.set(operation.path, index);
  });
  return operations.slice(0, count).flatMap((operation, index) => {
    if (operation.op === 'write') return index > (synced.get(operation.inode) ?? -1) ? [index] : [];
    if (operation.op === 'sync' || operation.op === 'sync-folder') return [];
    return index > (syncedFolders.get(folderOf(operation.op === 'rename' ? operation.to : operation.path)) ?? -1) ? [index] : [];
  });
}

/** The disk after a crash when the steps before `count` ran and each unsettled one met its fate. */
export function afterCrash(start: DiskContent, operations: readonly DiskOperation[], count: number, fateOf: (index: number) => Fate): DiskContent {
  const open = new Set(unsettled(operations, count));
  const names = new Map<string, number>();
  const inodes = new Map<number, Buffer>();
  const folders = new Set(['.', ...start.folders]);
  [...start.files].forEach(([path, bytes], index) => {
    names.set(path, index);
    inodes.set(index, bytes);
  });
  operations.slice(0, count).forEach((operation, index) => {
    const fate = open.has(index) ? fateOf(index) : 'kept';
    if (operation.op === 'create') inodes.set(operation.inode, Buffer.alloc(0));
    if (fate === 'dropped') return;
    if (operation.op === 'folder') folders.add(operation.path);
    if (operation.op === 'create') names.set(operation.path, operation.inode);
    if (operation.op === 'remove') names.delete(operation.path);
    if (operation.op === 'rename') {
      const inode = names.get(operation.path);
      names.delete(operation.path);
      if (inode !== undefined) names.set(operation.to, inode);
    }
    if (operation.op === 'write')
      inodes.set(operation.inode, overlay(inodes.get(operation.inode) ?? Buffer.alloc(0), operation.at, met(operation.bytes, fate)));
  });
  const files = new Map<string, Buffer>();
  for (const [path, inode] of names) if (folders.has(folderOf(path))) files.set(path, inodes.get(inode) ?? Buffer.alloc(0));
  return { folders: [...folders], files };
}

function met(bytes: Buffer, fate: Exclude<Fate, 'dropped'>): Buffer {
  if (fate === 'kept') return bytes;
  if (fate === 'zeros') return Buffer.alloc(bytes.length);
  if (fate === 'garbage') return Buffer.from(bytes.map((byte, index) => (byte * 31 + index * 17 + 5) & 0xff));
  return bytes.subarray(0, fate.torn);
}

function overlay(under: Buffer, at: number, over: Buffer): Buffer {
  const out = Buffer.alloc(Math.max(under.length, over.length === 0 ? 0 : at + over.length));
  under.copy(out);
  over.copy(out, at);
  return out;
}

function folderOf(path: string): string {
  const end = path.lastIndexOf('/');
  return end < 0 ? '.' : path.slice(0, end);
}

function diskError(code: string, syscall: string): Error {
  return Object.assign(new Error(`${code}: ${syscall}`), { code, syscall, errno: -1 });
}
