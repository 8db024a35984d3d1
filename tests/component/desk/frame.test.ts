import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

let lab: DeskLab;
let page: Page;
beforeAll(async () => {
  lab = await openDeskLab();
}, 180_000);
afterAll(() => lab.close());
beforeEach(async () => {
  page = await lab.openPage();
});
afterEach(async () => {
  await page.context().close();
  expect(lab.attempts, 'tried to leave the desk').toEqual([]);
  expect(lab.complaints, 'errors and violations of the content security policy').toEqual([]);
});

const status = () => page.getByRole('region', { name: 'Messages' });
const heading = (name: string) => page.getByRole('heading', { name, level: 1 });

test('pasted text is taken in by keyboard alone, shown, undone and done again', async () => {
  await page.keyboard.press('Control+Shift+V');
  await page.getByRole('textbox', { name: 'Name of the exhibit' }).waitFor();
  await page.keyboard.type('Заява про полонених');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Двох військових узято в полон.');
  await page.keyboard.press('Control+Enter');
  await status().getByText('1 exhibit taken in').waitFor();
  await heading('Evidence').waitFor();
  expect((await good(lab.host.query('evidence/list', {}))).map((row) => row.name)).toEqual(['Заява про полонених']);
  await page.keyboard.press('Control+1');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.keyboard.press('Control+z');
  await status().getByText('Undone: take in evidence').waitFor();
  expect(await good(lab.host.query('evidence/list', {}))).toEqual([]);
  await page.keyboard.press('Control+Shift+Z');
  await status().getByText('Done again: take in evidence').waitFor();
  expect(await good(lab.host.query('evidence/list', {}))).toHaveLength(1);
});

test('the palette finds an action by part of its name and an object in any script', async () => {
  await good(lab.host.command('notes/write', { title: '북한군 병사', text: '메모' }));
  await page.keyboard.press('Control+k');
  await page.keyboard.type('북한군');
  await page.getByRole('option', { name: '북한군 병사' }).waitFor();
  await page.keyboard.press('Enter');
  await heading('Notes').waitFor();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('custo');
  await page.keyboard.press('Enter');
  await heading('Custody').waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await heading('Notes').waitFor();
});

test('every action of the frame and every view is in the palette', async () => {
  await page.keyboard.press('Control+k');
  const titles = await page.getByRole('option').allTextContents();
  for (const wanted of ['Search the case', 'Import', 'New claim', 'Undo', 'Verify the case', 'Lock the case', 'Dark theme', 'Open Claims', 'Open Dossier']) {
    expect(
      titles.some((title) => title.startsWith(wanted)),
      wanted,
    ).toBe(true);
  }
});

test('files chosen through the shell come by ticket; an empty one is refused in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'corroborate-chosen-'));
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'письмо.txt'), 'Текст письма');
  lab.willChoose([join(folder, 'empty.txt'), join(folder, 'письмо.txt')]);
  await page.getByRole('banner').getByRole('button', { name: 'Import', exact: true }).click();
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await page.getByRole('button', { name: 'Import 2 files' }).click();
  await status().getByText('1 exhibit taken in · 1 refused').waitFor();
  await page.keyboard.press('Control+j');
  await page.getByRole('dialog').getByText('письмо.txt: taken in').waitFor();
  rmSync(folder, { recursive: true });
});

test('files dropped anywhere are taken in', async () => {
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['dropped words'], 'dropped.txt', { type: 'text/plain' }));
    return data;
  });
  await page.dispatchEvent('body', 'dragenter', { dataTransfer: transfer });
  await page.getByText('Drop to take in as evidence').waitFor();
  await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  await status().getByText('1 exhibit taken in').waitFor();
});

test('a refused import form says at each field what is wrong and sends nothing', async () => {
  const before = (await good(lab.host.query('evidence/list', {}))).length;
  await page.keyboard.press('Control+i');
  await page.getByRole('textbox', { name: 'Address' }).fill('ftp://example.org');
  await page.getByRole('textbox', { name: 'Published' }).fill('11/01/2025');
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Choose at least one file.').waitFor();
  await dialog.getByText('An address starts with http').waitFor();
  await dialog.getByText('Not a date as understood here').waitFor();
  expect((await good(lab.host.query('evidence/list', {}))).length).toBe(before);
});

test('a menu event of the shell runs the same action', async () => {
  await lab.sendMenu(page, 'view/custody');
  await heading('Custody').waitFor();
  await lab.sendMenu(page, 'theme/dark');
  await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
  expect(lab.shellAsked).toContainEqual({ ask: 'change-settings', change: { theme: 'dark' } });
  await lab.sendMenu(page, 'nothing-known');
  await heading('Custody').waitFor();
});

test('the case is edited on the overview and verified as a job', async () => {
  await page.getByRole('button', { name: 'Edit the case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Двоє солдатів');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('heading', { name: 'Двоє солдатів', level: 2 }).waitFor();
  await page.getByRole('main').getByRole('button', { name: 'Verify the case' }).click();
  await status()
    .getByText(/^Sound: /)
    .waitFor();
  await page.getByText(/^Checked: /).waitFor();
});

test('one key saves the form at hand, and says so where nothing waits to be saved', async () => {
  await page.keyboard.press('Control+s');
  await status().getByText('Nothing to save').waitFor();
  await good(lab.host.command('dossiers/save-plan', { title: 'План' }));
  await page.getByRole('navigation').getByText('Dossier').click();
  await page.getByRole('row', { name: /План/ }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('План для суду');
  await page.keyboard.press('Control+s');
  await status().getByText('Plan saved.').waitFor();
  expect((await good(lab.host.query('dossiers/list', {}))).map((plan) => plan.title)).toEqual(['План для суду']);
});

test('a press beside a dialog closes it, but not once something was typed into it', async () => {
  const dialog = page.getByRole('dialog', { name: 'Edit the case' });
  const beside = () => page.mouse.click(5, 300);
  await page.getByRole('button', { name: 'Edit the case' }).click();
  await dialog.waitFor();
  await beside();
  await dialog.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Edit the case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).pressSequentially('!');
  await beside();
  expect(await page.getByRole('textbox', { name: 'Title' }).inputValue()).toContain('!');
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

test('locking leaves nothing of the case in the page', async () => {
  await good(lab.host.command('notes/write', { title: 'канарка', text: 'канарка' }));
  await page.getByText('канарка').first().waitFor();
  await page.getByRole('button', { name: 'Lock' }).click();
  expect(lab.shellAsked).toContainEqual({ ask: 'lock', atOnce: false });
  await page.evaluate(() => (window as unknown as { deskLabTell: (event: object) => void }).deskLabTell({ type: 'locking' }));
  expect(await page.locator('#desk').innerHTML()).toBe('');
});

async function good<T>(reply: Promise<{ ok: true; value: T } | { ok: false; problem: { kind: string } }>): Promise<T> {
  const answer = await reply;
  if (!answer.ok) throw new Error(`refused: ${answer.problem.kind}`);
  return answer.value;
}
