import { isCopiedFile, isCopiedFolder } from './copied-names.ts';
import type { FileSystem, OpenFile } from './file-system.ts';
import { decodeTarEntry, upToBlock } from './tar-layout.ts';

/** Where each file of a tar lies in it. */
export type TarIndex = ReadonlyMap<string, { readonly at: number; readonly bytes: number }>;

/** More than any case has; a file of nothing but empty entries must not fill the memory. */
const mostEntries = 4_000_000;
/** The one folder everything in the tar lies in; what it is called has no meaning. */
export const tarRootPattern = /^[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}$/;

/**
 * Finds the files of a backup in a tar. `null` for anything but what our own writer makes: another name than those of a case, a name
 * twice, a link, a device, a sparse file, a size beyond the end, anything after the end. Nothing is unpacked for that.
 */
export function readTarIndex(file: OpenFile): TarIndex | null {
  const index = new Map<string, { readonly at: number; readonly bytes: number }>();
  const folders = new Set<string>();
  const size = file.size();
  let root: string | null = null;
  let at = 0;
  for (let entries = 0; entries < mostEntries; entries += 1) {
    const decoded = decodeTarEntry(file.read, at);
    if (decoded === null) return null;
    if (decoded === 'end') return onlyZeros(file, at, size) && index.size > 0 ? index : null;
    const { entry, next } = decoded;
    if (root === null) {
      if (entry.kind !== 'folder' || !tarRootPattern.test(entry.path) || entry.bytes !== 0) return null;
      root = entry.path;
      at = next;
      continue;
    }
    if (!entry.path.startsWith(`${root}/`)) return null;
    const path = entry.path.slice(root.length + 1);
    if (entry.kind === 'folder') {
      if (!isCopiedFolder(path) || entry.bytes !== 0 || folders.has(path)) return null;
      folders.add(path);
      at = next;
      continue;
    }
    if (!isCopiedFile(path) || index.has(path) || entry.bytes > size - next) return null;
    index.set(path, { at: next, bytes: entry.bytes });
    at = next + entry.bytes + upToBlock(entry.bytes);
    if (file.read(next + entry.bytes, upToBlock(entry.bytes)).some((byte) => byte !== 0)) return null;
  }
  return null;
}

function onlyZeros(file: OpenFile, from: number, size: number): boolean {
  // Our end is two blocks; other programs fill up to a record of 10,240 bytes.
  if (size - from < 1024 || size - from > 20 * 512) return false;
  return file.read(from, size - from).every((byte) => byte === 0);
}

/** A case in a tar file, as if it were a folder that cannot be written. */
export function tarFileSystem(file: OpenFile, index: TarIndex): FileSystem {
  const children = new Map<string, Set<string>>();
  for (const path of index.keys()) {
    const parts = path.split('/');
    parts.forEach((part, depth) => {
      const folder = parts.slice(0, depth).join('/') || '.';
      children.set(folder, (children.get(folder) ?? new Set()).add(part));
    });
  }
  const readOnly = (): never => {
    throw Object.assign(new Error('EROFS: a tar file is only read'), { code: 'EROFS', syscall: 'write' });
  };
  return {
    createRoot: readOnly,
    createFolder: readOnly,
    create: readOnly,
    open: (path, mode) => {
      const place = index.get(path);
      if (!place) throw Object.assign(new Error('ENOENT: not in the tar file'), { code: 'ENOENT', syscall: 'open' });
      if (mode === 'write') return readOnly();
      return {
        write: readOnly,
        read: (at, length, into) => file.read(place.at + Math.min(at, place.bytes), Math.max(0, Math.min(length, place.bytes - at)), into),
        size: () => place.bytes,
        resize: readOnly,
        syncAside: readOnly,
        writeBack: readOnly,
        sync: readOnly,
        close: () => undefined,
      };
    },
    list: (path) => [...(children.get(path) ?? [])].sort(),
    rename: readOnly,
    remove: readOnly,
    removeFolder: readOnly,
    syncFolder: readOnly,
    syncFolderAside: readOnly,
    changedAt: () => null,
    touch: readOnly,
  };
}
