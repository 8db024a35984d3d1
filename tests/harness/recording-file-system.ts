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
  | { readonly op: 'sync'; readonly inode: number; readonly site: string }
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
      sync: () => step({ op: 'sync', inode, site: callSite() }, () => undefined),
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
    syncFolder: (path) => step({ op: 'sync-folder', path, site: callSite() }, () => undefined),
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

/** The two functions of the product that asked for this step, so that a test can take out one call of the program. */
function callSite(): string {
  const frames = (new Error().stack ?? '').split('\n').slice(3, 5);
  return frames.map((frame) => /at (?:async )?(?:Object\.)?([\w.]+)/.exec(frame)?.[1] ?? '?').join(' < ');
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
