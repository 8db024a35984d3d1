import { expect } from '@playwright/test';
import { test, windowOf } from '#tests/harness/desk.ts';
import { keyboardOf } from './by-keyboard.ts';
import { openCase, openNewCase, testPassphrase } from './make-case.ts';
import { sendThrough } from './send-through.ts';

test.slow(); // each opening derives a key at its full cost

test('by keyboard: a search is saved, the case reopened, words are watched for, and an import leads to where they stand', async ({
  app,
  unlockWindow,
  caseFolder,
}) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const first = await windowOf(app, 'desk');
  await sendThrough(first)('notes/write', { text: 'Владимир Путин was named twice.' });
  const searchBox = (desk: typeof first) => desk.getByRole('combobox', { name: 'Search the case' });

  await test.step('saves a search under a name of its own', async () => {
    const hands = keyboardOf(first);
    await expect(first.getByRole('navigation')).toBeVisible();
    await hands.press('ControlOrMeta+f');
    await hands.fill(searchBox(first), 'putin kind:note');
    await expect(first.getByText('1 found')).toBeVisible();
    await hands.press('ControlOrMeta+s');
    await hands.fill(first.getByRole('textbox', { name: 'Name of the search' }), 'Про Путіна');
    await hands.press('Enter');
    await expect(first.getByText('Search saved.')).toBeVisible();
    await hands.press('ControlOrMeta+l').catch(() => undefined); // the page closes under the key
  });

  const unlock = await windowOf(app, 'unlock');
  await openCase(app, unlock, caseFolder, testPassphrase);
  const desk = await windowOf(app, 'desk');
  const hands = keyboardOf(desk);
  const dialog = desk.getByRole('dialog');

  await test.step('finds it in the empty box of the reopened case, with what it finds', async () => {
    await expect(desk.getByRole('navigation')).toBeVisible();
    await hands.press('ControlOrMeta+f');
    await expect(desk.getByRole('option', { name: /Про Путіна.*1 found/ })).toBeVisible();
    await hands.reach(searchBox(desk));
    await hands.press('Enter');
    await expect(searchBox(desk)).toHaveValue('putin kind:note');
    await expect(desk.getByRole('option').filter({ hasText: 'was named twice' })).toBeVisible();
  });

  await test.step('watches for a name', async () => {
    await hands.reach(desk.getByRole('tab', { name: 'Search' }));
    await hands.press('ArrowRight');
    await hands.push(desk.getByRole('button', { name: 'Watch for words…' }));
    await hands.fill(dialog.getByRole('textbox', { name: 'Word, name or phrase' }), 'Путин');
    await hands.fill(dialog.getByRole('textbox', { name: /^Why/ }), 'Whom did he meet?');
    await hands.press('Enter');
    await expect(dialog).toHaveCount(0);
    await expect(desk.getByText('in no exhibit yet')).toBeVisible();
  });

  await test.step('takes in a text that has it, and is led to the place', async () => {
    await hands.press('ControlOrMeta+Shift+v');
    await hands.fill(dialog.getByLabel('Name of the exhibit'), 'meeting.txt');
    await hands.fill(dialog.getByLabel('Text', { exact: true }), `${'Nothing here.\n'.repeat(60)}In Kursk Vladimir Putin met soldiers.`);
    await hands.push(dialog.getByRole('button', { name: 'Import', exact: true }));
    await expect(desk.getByText('1 watch term found')).toBeVisible({ timeout: 60_000 });
    await expect(desk.getByText('Путин ×1')).toBeVisible();
    await hands.push(desk.getByRole('button', { name: 'Show', exact: true }));
    await expect.poll(() => desk.evaluate(() => String(document.getSelection()))).toBe('Putin');
    await expect(desk.locator('.article-text .watched')).toHaveAttribute('title', 'Watch term: Путин (Whom did he meet?)');
    await expect(desk.locator('.article-text .watched')).toBeInViewport();
  });
});
