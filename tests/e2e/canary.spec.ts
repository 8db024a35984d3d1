import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { test, windowOf } from '#tests/harness/desk.ts';
import { countFiles, findCanaries } from '#tests/harness/find-canaries.ts';
import { answerDialogs, confirmWords, makeCase, testPassphrase } from './make-case.ts';

const words = ['heliotrope-title', 'quicksilver-claim', 'marmalade-note', 'тамарикс-доказательство', 'archipelago-name', testPassphrase, '누리카나리아'];
const [title = '', claim = '', note = '', text = '', name = '', , hangul = ''] = words;

/** Everywhere the app may have written: the case, its settings, its temporary folder, its engine's profile, its log. */
async function placesOf(app: ElectronApplication, scratch: string): Promise<readonly string[]> {
  const profiles = readdirSync('/dev/shm').filter((entry) => entry.startsWith(`corroborate-engine-${app.process().pid}-`));
  return [
    join(scratch, 'Example.case'),
    join(scratch, 'settings-1'),
    join(scratch, 'temp'),
    join(scratch, 'log'),
    ...profiles.map((entry) => join('/dev/shm', entry)),
  ];
}

test('no word of a case lies in any file: while it is open, after it is locked, and after the app has ended', async ({ launch, scratch, caseFolder }) => {
  test.setTimeout(240_000);
  mkdirSync(join(scratch, 'temp'));
  mkdirSync(join(scratch, 'log'));
  const app = await launch({ env: { TMPDIR: join(scratch, 'temp') } });
  const log: Buffer[] = [];
  app.process().stdout?.on('data', (piece: Buffer) => log.push(piece));
  app.process().stderr?.on('data', (piece: Buffer) => log.push(piece));

  const unlock = await windowOf(app, 'unlock');
  await confirmWords(unlock, await makeCase(app, unlock, caseFolder, title));
  const desk = await windowOf(app, 'desk');
  const run = (command: string, input: unknown) =>
    desk.evaluate(
      ([command, input]) =>
        (window as unknown as { desk: { command: (name: string, input: unknown) => Promise<{ ok: boolean }> } }).desk.command(command as string, input),
      [command, input] as const,
    );
  const material = join(scratch, 'material');
  mkdirSync(material);
  writeFileSync(
    join(material, `${name}.html`),
    `<!doctype html><title>${hangul}</title><article><p>${`${text} lay open on the table. `.repeat(40)}</p></article>`,
  );
  await answerDialogs(app, join(material, `${name}.html`));
  await desk.getByRole('banner').getByRole('button', { name: 'Import', exact: true }).click();
  await desk.getByRole('dialog').getByRole('button', { name: 'Choose files…' }).click();
  await expect(desk.getByRole('dialog').getByText(`${name}.html`)).toBeVisible();
  await desk.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await desk
    .getByRole('navigation')
    .getByRole('button', { name: /^Evidence/ })
    .click();
  await expect(desk.getByRole('row').filter({ hasText: name })).toBeVisible({ timeout: 60_000 });
  expect(await run('claims/assert', { text: claim, asserter: { name: hangul } })).toMatchObject({ ok: true });
  expect(await run('notes/write', { text: note })).toMatchObject({ ok: true });
  await desk.getByRole('row').filter({ hasText: name }).click();
  await expect(desk.getByText(text).first()).toBeVisible();

  const open = await placesOf(app, scratch);
  expect(countFiles(open)).toBeGreaterThan(5);
  expect(findCanaries(open, words), 'while the case is open').toEqual([]);

  await desk.getByRole('button', { name: /^Lock/ }).first().click();
  await windowOf(app, 'unlock');
  expect(findCanaries(await placesOf(app, scratch), words), 'after it is locked').toEqual([]);

  const left = await placesOf(app, scratch);
  await app.close();
  writeFileSync(join(scratch, 'log', 'output'), Buffer.concat(log));
  expect(findCanaries(left, words), 'after the app has ended').toEqual([]);
});

test('no word of a case lies in any file after the command line has worked on it', ({ scratch }) => {
  test.setTimeout(120_000);
  const temp = join(scratch, 'temp');
  const state = join(scratch, 'state');
  const material = join(scratch, 'material');
  for (const folder of [temp, material]) mkdirSync(folder);
  const file = join(material, `${name}.txt`);
  writeFileSync(file, `${text} ${hangul}\n`.repeat(50));
  const folder = join(scratch, 'Example.case');
  const messages: string[] = [];
  const run = (...args: string[]) => {
    const program = join(import.meta.dirname, '..', 'engine', 'corroborate.mjs');
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
      encoding: 'utf8',
      env: { ...process.env, CORROBORATE_PASSPHRASE: testPassphrase, TMPDIR: temp, CORROBORATE_STATE: state },
    });
    messages.push(stderr);
    expect(status, stderr).toBe(0);
    return stdout;
  };
  run('new', folder, '--title', title, '--json');
  const [item] = JSON.parse(run('import', folder, file, '--json')) as { id: string; name: string }[];
  expect(item?.name).toContain(name);
  run('claim', 'add', folder, '--text', claim, '--asserter', hangul, '--evidence', item?.id ?? '', '--quote', text);
  run('note', 'add', folder, '--text', note);
  expect(run('search', folder, text)).toContain(text);
  const places = [folder, temp, state];
  expect(countFiles(places)).toBeGreaterThan(3);
  expect(findCanaries(places, words)).toEqual([]);
  expect(
    words.filter((word) => messages.join('').includes(word)),
    'words in messages',
  ).toEqual([]);
});
