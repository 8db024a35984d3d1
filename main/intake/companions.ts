import { constants } from 'node:fs';
import { open, opendir } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import type { OpenedFile } from '#main/usecases/ports/files.ts';
import { deepestCompanionFolder, longestCompanionBytes, longestCompanionsBytes, mostCompanions } from './limits.ts';

type Companion = Awaited<ReturnType<OpenedFile['companions']>>[number];

const pageExtensions = ['.html', '.htm', '.xhtml', '.shtml'];
/** What browsers in several languages put after the page's name for the folder of its files, when saving it complete. */
const folderEndings =
  '_files .files _file -Dateien _fichiers _archivos _ficheiros _arquivos _bestanden _pliki _soubory -filer _tiedostot _fajlovi _dosyalar _файлы _файли _文件 _檔案 _파일'.split(
    ' ',
  );

/** Files beside a saved page, by their path relative to it. Only plain files inside that folder: no link is followed, none leads out. */
export async function findCompanions(pagePath: string): Promise<readonly Companion[]> {
  const extension = extname(pagePath).toLowerCase();
  if (!pageExtensions.includes(extension)) return [];
  const folder = dirname(pagePath);
  const stem = basename(pagePath).slice(0, -extension.length).normalize('NFC');
  const wanted = new Set(folderEndings.map((ending) => (stem + ending).normalize('NFC')));
  const found: Companion[] = [];
  for (const entry of await entriesOf(folder)) {
    if (entry.isDirectory() && wanted.has(entry.name.normalize('NFC'))) await gather(join(folder, entry.name), entry.name, 1, found);
  }
  return found;
}

async function gather(folder: string, relative: string, depth: number, found: Companion[]): Promise<void> {
  if (depth > deepestCompanionFolder) return;
  for (const entry of await entriesOf(folder)) {
    if (found.length >= mostCompanions) return;
    const path = `${relative}/${entry.name}`;
    // Links, pipes and devices are neither a file nor a folder to `Dirent`, which looks at the entry itself.
    if (entry.isDirectory()) await gather(join(folder, entry.name), path, depth + 1, found);
    else if (entry.isFile()) await add(join(folder, entry.name), path, found);
  }
}

async function add(place: string, path: string, found: Companion[]): Promise<void> {
  const bytes = await withFile(place, async (handle) => (await handle.stat()).size).catch(() => null);
  const sum = found.reduce((total, companion) => total + companion.bytes, 0);
  if (bytes === null || bytes === 0 || bytes > longestCompanionBytes || sum + bytes > longestCompanionsBytes) return;
  found.push({ path, bytes, read: () => withFile(place, async (handle) => readExactly(handle, bytes)) });
}

type Handle = Awaited<ReturnType<typeof open>>;

/** O_NOFOLLOW: the entry may have been swapped for a link since it was listed. */
async function withFile<Result>(place: string, use: (handle: Handle) => Promise<Result>): Promise<Result> {
  const handle = await open(place, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    if (!(await handle.stat()).isFile()) throw new Error('companion: not a file');
    return await use(handle);
  } finally {
    await handle.close();
  }
}

/** At most as many bytes as were counted, however the file has grown. */
async function readExactly(handle: Handle, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  const { bytesRead } = await handle.read(bytes, 0, length, 0);
  return bytes.subarray(0, bytesRead);
}

async function entriesOf(folder: string) {
  try {
    const entries = [];
    for await (const entry of await opendir(folder)) entries.push(entry);
    return entries.sort((one, other) => (one.name < other.name ? -1 : 1));
  } catch {
    return [];
  }
}
