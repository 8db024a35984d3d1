import { lstatSync, mkdirSync, readdirSync, realpathSync, renameSync, rmdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { isCopiedFile, isCopiedFolder } from './copied-names.ts';
import { errorCode, type FileSystem, type OpenFile, partSuffix, realFileSystem } from './file-system.ts';

/** What lies where a copy is to go. */
export type PlaceState = 'free' | 'empty-folder' | 'folder' | 'file';

export function stateOfPlace(path: string): PlaceState {
  const there = statSync(path, { throwIfNoEntry: false });
  if (!there) return 'free';
  if (!there.isDirectory()) return 'file';
  return readdirSync(path).length === 0 ? 'empty-folder' : 'folder';
}

/** Whether `path` leads into `folder`, links on the way followed. */
export function liesInside(folder: string, path: string): boolean {
  const way = relative(real(folder), real(path));
  return !(way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way));
}

function real(path: string): string {
  const whole = resolve(path);
  try {
    return realpathSync(whole);
  } catch (error) {
    if (errorCode(error) === undefined) throw error;
    return dirname(whole) === whole ? whole : join(real(dirname(whole)), basename(whole));
  }
}

/** Whether the disk that `path` is to lie on says that it has room. A disk that says nothing is tried. */
export function hasRoomFor(path: string, bytes: number): boolean {
  const { bavail, bsize, blocks } = statfsSync(dirname(resolve(path)));
  return blocks === 0 || bavail * bsize >= bytes;
}

/**
 * A new folder under its final name whole or not at all: `work` fills one beside it that ends in `.part`. What a killed run left under
 * that name is removed first, if it is nothing else. Throws disk errors; `EEXIST` when something of another make has that name.
 */
export async function writeNewFolder<T>(path: string, work: (files: FileSystem) => Promise<T | null>): Promise<T | null> {
  const part = `${path}${partSuffix}`;
  const there = lstatSync(part, { throwIfNoEntry: false });
  if (there && !(there.isDirectory() && isUnfinishedCopy(part, ''))) throw taken();
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  let named = false;
  try {
    const made = await work(realFileSystem(part));
    if (made === null) return null;
    if (stateOfPlace(path) === 'empty-folder') rmdirSync(path);
    else if (stateOfPlace(path) !== 'free') throw taken();
    renameSync(part, path);
    named = true;
    realFileSystem(dirname(path)).syncFolder('.');
    return made;
  } finally {
    if (!named) rmSync(part, { recursive: true, force: true });
  }
}

/** {@link writeNewFolder} for one file. */
export async function writeNewFile<T>(path: string, work: (file: OpenFile) => Promise<T | null>): Promise<T | null> {
  const folder = realFileSystem(dirname(path));
  const part = `${basename(path)}${partSuffix}`;
  if (lstatSync(`${path}${partSuffix}`, { throwIfNoEntry: false })?.isFile()) folder.remove(part);
  const file = folder.create(part);
  let named = false;
  try {
    let made: T | null;
    try {
      made = await work(file);
    } finally {
      file.close();
    }
    if (made === null) return null;
    if (stateOfPlace(path) !== 'free') throw taken();
    folder.rename(part, basename(path));
    named = true;
    folder.syncFolder('.');
    return made;
  } finally {
    if (!named) rmSync(`${path}${partSuffix}`, { force: true });
  }
}

/** Whether a folder holds nothing but files and folders of a case: then it can be read without following a link or waiting at a pipe. */
export function holdsOnlyPlainFiles(place: string): boolean {
  // The folder itself may be chosen by a link; what lies in it may not be one.
  const folder = realpathSync(place);
  return ['.', 'log', 'snap', 'blob', 'escrow', ...namesIn(join(folder, 'blob')).map((name) => `blob/${name}`)].every((path) => {
    const inside = lstatSync(join(folder, path), { throwIfNoEntry: false });
    if (!inside?.isDirectory()) return inside === undefined || !isCopiedFolder(path);
    return readdirSync(join(folder, path), { withFileTypes: true }).every((entry) => {
      const name = path === '.' ? entry.name : `${path}/${entry.name}`;
      return isCopiedFile(name) ? entry.isFile() : !isCopiedFolder(name) || entry.isDirectory();
    });
  });
}

function isUnfinishedCopy(root: string, path: string): boolean {
  return readdirSync(join(root, path), { withFileTypes: true }).every((entry) => {
    const name = path === '' ? entry.name : `${path}/${entry.name}`;
    if (entry.isDirectory()) return isCopiedFolder(name) && isUnfinishedCopy(root, name);
    return entry.isFile() && (isCopiedFile(name) || name.endsWith(partSuffix));
  });
}

function namesIn(folder: string): readonly string[] {
  return lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

function taken(): Error {
  return Object.assign(new Error('EEXIST: the name is taken'), { code: 'EEXIST', syscall: 'rename' });
}
