import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { buildSync } from 'esbuild';
import { engineQuarantine } from '#main/intake/engine-quarantine.ts';
import type { ExamineJob } from '#shared/contract/quarantine.ts';
import { articleHtml, seedArticle } from '#tests/fixtures/material/article-html.ts';
import { material } from '#tests/fixtures/material/material.ts';

const quarantine = engineQuarantine();
test.afterAll(() => quarantine.end());

const job = (format: ExamineJob['format'], bytes: Uint8Array<ArrayBuffer>, more: Partial<ExamineJob> = {}): ExamineJob => ({
  format,
  mime: '',
  bytes,
  url: null,
  encoding: null,
  companions: [],
  ...more,
});
const utf8 = (text: string) => new TextEncoder().encode(text);
/** Processes can be looked into there; elsewhere only what is left on disk can. */
const onLinux = existsSync('/proc/self/task');
const canary = 'KanariePogrebinsky7319';

test('a command line has a text, a page and a picture examined by the engine it starts', async () => {
  const text = await quarantine.examine(job('text', material('text', 'koi8-u.txt')));
  expect(text).toMatchObject({ ok: true, value: { text: { language: 'uk', encoding: 'koi8-u' } } });
  const page = await quarantine.examine(job('html', utf8(articleHtml(seedArticle()))));
  expect(page).toMatchObject({ ok: true, value: { text: { language: 'en' }, warnings: ['scripts-removed', 'remote-references-inert'] } });
  const picture = await quarantine.examine(job('image', material('image', 'turned.jpg')));
  expect(picture).toMatchObject({ ok: true, value: { picture: { width: 40, height: 60 } } });
  const taken = picture.ok ? picture.value.found.filter(({ field }) => field === 'taken') : [];
  expect(taken).toEqual([{ field: 'taken', value: '2025:01:11 12:30:45', where: 'EXIF DateTimeOriginal' }]);
});

test('a page is shown with the pictures of its folder, which go the same way', async () => {
  const companions = [{ path: 'with-folder_files/photo one.png', bytes: material('image', 'drawn.png') }];
  const reply = await quarantine.examine(job('html', material('html', 'with-folder.html'), { companions }));
  expect(reply.ok && reply.value.pageHtml).toMatch(/<img alt="one"[^>]* src="data:image\/png;base64,/);
});

test('files sent all at once are answered each with its own', async () => {
  const replies = await Promise.all(['one', 'two', 'three'].map((word) => quarantine.examine(job('text', utf8(word)))));
  expect(replies.map((reply) => reply.ok && reply.value.text?.text)).toEqual(['one', 'two', 'three']);
});

test('a file of many megabytes arrives whole', async () => {
  const line = 'A line of a log that somebody kept for a very long time.\n';
  const text = line.repeat(Math.ceil((9 * 1024 * 1024) / line.length)); // more than one piece
  const reply = await quarantine.examine(job('text', utf8(text)));
  expect(reply.ok && reply.value.text?.text.length).toBe(text.length);
});

test('a page that hangs its parser is given up in bounded time, and the next file is examined', async () => {
  test.slow();
  const started = Date.now();
  const hanging = await quarantine.examine(job('html', utf8('<div>'.repeat(400_000))));
  expect(hanging).toEqual({ ok: false, problem: { kind: 'quarantine-failed', reason: 'timeout' } });
  expect(Date.now() - started).toBeLessThan(40_000);
  expect(await quarantine.examine(job('text', utf8('after it')))).toMatchObject({ ok: true, value: { text: { text: 'after it' } } });
});

test('without an engine every file is answered at once that there is none', async () => {
  const none = { ok: false, problem: { kind: 'quarantine-failed', reason: 'no-engine' } };
  expect(await engineQuarantine(null).examine(job('text', utf8('x')))).toEqual(none);
  const broken = engineQuarantine({ executable: process.execPath, appFolder: join(tmpdir(), 'no such app') });
  expect(await broken.examine(job('text', utf8('x')))).toEqual(none);
  const missing = engineQuarantine({ executable: join(tmpdir(), 'no such engine'), appFolder: tmpdir() });
  expect(await missing.examine(job('text', utf8('x')))).toEqual(none);
});

test('nothing of a file or of the passphrase is seen in arguments, environment or temporary files, and nothing is left behind', async () => {
  await quarantine.end();
  process.env['CORROBORATE_PASSPHRASE'] = canary;
  const temporary = mkdtempSync(join(tmpdir(), 'quarantine-spec-'));
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = temporary;
  const own = engineQuarantine();
  try {
    const reply = await own.examine(job('html', utf8(`<title>${canary}</title><p>${`${canary} says something. `.repeat(20)}`)));
    expect(reply.ok && reply.value.text?.text).toContain(canary);
    const engines = descendants(process.pid);
    expect(engines.length > 0).toBe(onLinux);
    for (const pid of engines) {
      expect(readProc(pid, 'cmdline')).not.toContain(canary);
      expect(readProc(pid, 'environ')).not.toContain(canary);
    }
    for (const file of readdirSync(temporary, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())) {
      expect(readFileSync(join(file.parentPath, file.name)).includes(canary)).toBe(false);
    }
    await own.end();
    await expect.poll(() => engines.filter((pid) => existsSync(`/proc/${pid}`) && !/^State:\s+Z/m.test(readProc(pid, 'status')))).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  } finally {
    await own.end();
    delete process.env['CORROBORATE_PASSPHRASE'];
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
    rmSync(temporary, { recursive: true, force: true });
  }
});

test('a command that is killed takes its engine with it', async () => {
  const folder = mkdtempSync(join(import.meta.dirname, '..', '..', 'out', 'killed-'));
  try {
    const entry = `import { engineQuarantine } from '#main/intake/engine-quarantine.ts';
      const bytes = new TextEncoder().encode('words');
      await engineQuarantine().examine({ format: 'text', mime: '', bytes, url: null, encoding: null, companions: [] });
      console.log('examined');
      setInterval(() => {}, 1000);`;
    const command = join(folder, 'command.mjs');
    buildSync({ stdin: { contents: entry, resolveDir: import.meta.dirname }, bundle: true, platform: 'node', format: 'esm', outfile: command });
    const child = spawn(process.execPath, [command], { stdio: ['ignore', 'pipe', 'inherit'] });
    await new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
    const engines = descendants(child.pid ?? 0);
    expect(engines.length > 0).toBe(onLinux);
    child.kill('SIGKILL');
    await expect.poll(() => engines.filter((pid) => existsSync(`/proc/${pid}`)), { timeout: 20_000 }).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

function readProc(pid: number, name: string): string {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'latin1');
  } catch {
    return ''; // it has ended meanwhile
  }
}

/** Processes below `pid`: the engine and what it started. */
function descendants(pid: number): number[] {
  const children = readProc(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...descendants(child)]);
}
