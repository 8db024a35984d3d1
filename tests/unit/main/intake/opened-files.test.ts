import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { mostCompanions, readPieceBytes } from '#main/intake/limits.ts';
import { openGivenFile } from '#main/intake/opened-files.ts';
import type { OpenedFile } from '#main/usecases/ports/files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'intake-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const given = (name: string) => openGivenFile({ from: 'path', path: path(name) }, 3);
async function opened(name: string): Promise<OpenedFile> {
  const reply = await given(name);
  if (!reply.ok) throw new Error(reply.problem.kind);
  return reply.value;
}
async function readAll(file: OpenedFile): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces()) pieces.push(piece);
  return Buffer.concat(pieces);
}

describe('opening what the user gave', () => {
  test('a file is read in pieces, as often as asked', async () => {
    const content = Buffer.alloc(readPieceBytes * 2 + 5, 'abc');
    writeFileSync(path('статья.html'), content);
    const file = await opened('статья.html');
    expect(file).toMatchObject({ name: 'статья.html', bytes: content.length });
    expect((await readAll(file)).equals(content)).toBe(true);
    expect((await readAll(file)).equals(content)).toBe(true);
  });

  test('bytes and text given by the window are files too', async () => {
    const bytes = await openGivenFile({ from: 'bytes', name: 'dropped.png', bytes: new Uint8Array([1, 2, 3]) }, 1);
    expect(bytes.ok && [...(await readAll(bytes.value))]).toEqual([1, 2, 3]);
    const text = await openGivenFile({ from: 'text', name: 'Pasted', text: 'слова' }, 1);
    expect(text.ok && (await readAll(text.value)).toString('utf8')).toBe('слова');
  });

  test.each([
    ['a missing file', () => {}, 'missing'],
    ['a folder', () => mkdirSync(path('given')), 'is-folder'],
    ['a link to nothing', () => symlinkSync(path('nowhere'), path('given')), 'missing'],
    ['a link to itself', () => symlinkSync(path('given'), path('given')), 'missing'],
    ['a named pipe', () => spawnSync('mkfifo', [path('given')]), 'input-output'],
    ['a device', () => symlinkSync('/dev/zero', path('given')), 'input-output'],
  ])('%s is refused with its number and never waited for', async (_title, make, reason) => {
    make();
    expect(await given('given')).toEqual({ ok: false, problem: { kind: 'unreadable-file', item: 3, reason } });
  });

  test('a path with a zero byte names nothing', async () => {
    expect(await openGivenFile({ from: 'path', path: 'a\u0000b' }, 1)).toMatchObject({ ok: false, problem: { reason: 'missing' } });
  });

  test('a link that the user names is followed', async () => {
    writeFileSync(path('real.txt'), 'words');
    symlinkSync(path('real.txt'), path('link.txt'));
    expect((await readAll(await opened('link.txt'))).toString()).toBe('words');
  });

  test('an empty file is opened and says so by its length', async () => {
    writeFileSync(path('empty'), '');
    expect(await readAll(await opened('empty'))).toHaveLength(0);
  });

  test.each([
    ['grows', () => appendFileSync(path('log'), 'more')],
    ['shrinks', () => truncateSync(path('log'), 2)],
    [
      'is written to at the same length',
      () => {
        writeFileSync(path('log'), 'other words');
        utimesSync(path('log'), 1, 1);
      },
    ],
    [
      'is replaced by another',
      () => {
        rmSync(path('log'));
        writeFileSync(path('log'), 'first words');
        utimesSync(path('log'), 5, 5);
      },
    ],
  ])('a file that %s between two passes breaks the second off', async (_title, change) => {
    writeFileSync(path('log'), 'first words');
    const file = await opened('log');
    await readAll(file);
    change();
    await expect(readAll(file)).rejects.toMatchObject({ code: 'FILE_CHANGED' });
  });

  test('a file beyond 4 GiB is read to its end in memory that does not grow with it', async () => {
    const length = 4 * 1024 ** 3 + 7;
    writeFileSync(path('huge'), '');
    truncateSync(path('huge'), length); // sparse: costs no disk
    const file = await opened('huge');
    expect(file.bytes).toBe(length);
    const before = process.memoryUsage().rss;
    let read = 0;
    for await (const piece of file.pieces()) read += piece.length;
    expect(read).toBe(length);
    expect(process.memoryUsage().rss - before).toBeLessThan(256 * 1024 * 1024);
  }, 120_000);
});

describe('the folder of a saved page', () => {
  const companionsOf = async (page: string) => (await opened(page)).companions();

  test.each(['page_files', 'page.files', 'page-Dateien', 'page_fichiers', 'page_файлы'])('%s is found beside it', async (name) => {
    writeFileSync(path('page.html'), '<html>');
    mkdirSync(join(path(name), 'inner'), { recursive: true });
    writeFileSync(join(path(name), 'photo one.png'), 'picture');
    writeFileSync(join(path(name), 'inner', 'style.css'), 'style');
    const found = await companionsOf('page.html');
    expect(found.map(({ path: relative, bytes }) => [relative, bytes])).toEqual([
      [`${name}/inner/style.css`, 5],
      [`${name}/photo one.png`, 7],
    ]);
    expect(Buffer.from((await found[1]?.read()) ?? []).toString()).toBe('picture');
  });

  test('of another file, or beside a file that is no page, is left alone', async () => {
    for (const name of ['page.html', 'page.txt']) writeFileSync(path(name), 'x');
    mkdirSync(path('other_files'));
    writeFileSync(join(path('other_files'), 'a.png'), 'a');
    expect(await companionsOf('page.html')).toEqual([]);
    expect(await companionsOf('page.txt')).toEqual([]);
    expect((await openGivenFile({ from: 'bytes', name: 'page.html', bytes: new Uint8Array(1) }, 1)).ok).toBe(true);
  });

  test('gives no link, pipe or device, and nothing that a link leads out to', async () => {
    writeFileSync(path('secret.txt'), 'secret');
    writeFileSync(path('page.html'), '<html>');
    mkdirSync(path('page_files'));
    writeFileSync(join(path('page_files'), 'real.png'), 'real');
    symlinkSync(path('secret.txt'), join(path('page_files'), 'link.png'));
    symlinkSync(folder, join(path('page_files'), 'up'));
    spawnSync('mkfifo', [join(path('page_files'), 'pipe.png')]);
    expect((await companionsOf('page.html')).map((each) => each.path)).toEqual(['page_files/real.png']);
  });

  test('that is itself a link is left alone', async () => {
    mkdirSync(path('elsewhere'));
    writeFileSync(join(path('elsewhere'), 'a.png'), 'a');
    writeFileSync(path('page.html'), '<html>');
    symlinkSync(path('elsewhere'), path('page_files'));
    expect(await companionsOf('page.html')).toEqual([]);
  });

  test('swapped for a link after it was listed is not followed', async () => {
    writeFileSync(path('secret.txt'), 'secret');
    writeFileSync(path('page.html'), '<html>');
    mkdirSync(path('page_files'));
    writeFileSync(join(path('page_files'), 'a.png'), 'secret');
    const [companion] = await companionsOf('page.html');
    rmSync(join(path('page_files'), 'a.png'));
    symlinkSync(path('secret.txt'), join(path('page_files'), 'a.png'));
    await expect(companion?.read()).rejects.toThrow();
  });

  test('of too many or too deep files gives what is within bounds', async () => {
    writeFileSync(path('page.html'), '<html>');
    mkdirSync(join(path('page_files'), 'a', 'b', 'c', 'd'), { recursive: true });
    writeFileSync(join(path('page_files'), 'a', 'b', 'c', 'd', 'deep.png'), 'deep');
    for (let at = 0; at < mostCompanions + 20; at += 1) writeFileSync(join(path('page_files'), `p${at}.png`), 'x');
    expect(await companionsOf('page.html')).toHaveLength(mostCompanions);
  });
});
