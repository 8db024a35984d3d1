import { constants, type Dirent } from 'node:fs';
import { lstat, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Reads folders that came from strangers: links are never followed, nothing is opened but plain files, and nothing throws. */
export type FolderFinding = { readonly code: 'unreadable' | 'added' | 'not-a-file' | 'too-many-files'; readonly file: string };

const mostFiles = 100_000;

/** Every entry below the folder, at most `most`. Empty folders and everything that is neither file nor folder are findings at once. Null when it cannot be read. */
export async function listFolder(
  folder: string,
  tell: (finding: FolderFinding) => void,
  most = mostFiles,
): Promise<ReadonlyMap<string, 'file' | 'other'> | null> {
  const found = new Map<string, 'file' | 'other'>();
  const waiting = [''];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const entries = await entriesOf(join(folder, at));
    if (entries === null) {
      if (at === '') return null;
      tell({ code: 'unreadable', file: printable(at) });
      continue;
    }
    if (entries.length === 0 && at !== '') tell({ code: 'added', file: printable(at) });
    for (const entry of entries) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`;
      if (entry.isDirectory()) waiting.push(path);
      else found.set(path, entry.isFile() ? 'file' : 'other');
      if (!entry.isDirectory() && !entry.isFile()) tell({ code: 'not-a-file', file: printable(path) });
      if (found.size + waiting.length > most) {
        tell({ code: 'too-many-files', file: printable(at) });
        return found;
      }
    }
  }
  return found;
}

async function entriesOf(folder: string): Promise<readonly Dirent[] | null> {
  try {
    if (!(await lstat(folder)).isDirectory()) return null;
    return (await readdir(folder, { withFileTypes: true })).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return null;
  }
}

/** A file of at most `limit` bytes; null when it is longer, missing, or no plain file. */
export async function readSmall(folder: string, name: string, limit: number): Promise<Uint8Array | null> {
  const file = await openPlain(join(folder, name));
  if (!file) return null;
  try {
    return (await file.stat()).size > limit ? null : await file.readFile();
  } catch {
    return null;
  } finally {
    await file.close();
  }
}

/** Opens a plain file; a link in its place is refused by the system itself, and a pipe cannot make us wait. */
export async function openPlain(path: string) {
  try {
    const file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
    if ((await file.stat()).isFile()) return file;
    await file.close();
  } catch {
    // Missing, a link, or not readable: the caller says which by what the folder lists.
  }
  return null;
}

/** Names of a hostile folder go to a terminal: only printable ASCII does, without quotes or escapes to interpret. */
export function printable(path: string): string {
  return [...path.slice(0, 300)]
    .map((character) => (/[\x20-\x7e]/.test(character) ? character : `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`))
    .join('');
}
