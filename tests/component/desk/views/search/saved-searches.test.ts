import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

let lab: DeskLab;
let page: Page;
beforeAll(async () => {
  lab = await openDeskLab();
  await lab.host.command('entities/add', { kind: 'person', names: ['Ри Ён Чхоль'], roleOnly: 'captive 1' });
  for (const text of ['Two herons.', 'Three herons.', 'Ри Ён Чхоль was seen.']) await lab.host.command('notes/write', { text });
  page = await lab.openPage();
}, 180_000);
afterAll(() => lab.close());

const box = () => page.getByRole('combobox', { name: 'Search the case' });

test('by keyboard: a search is saved under its own words, waits in the empty box with what it finds, and is renamed and removed', async () => {
  await lab.sendMenu(page, 'search');
  await box().press('Control+s');
  await page.getByText('Type a search first').waitFor();
  await box().fill('heron kind:note');
  await page.keyboard.press('Control+s');
  const dialog = page.getByRole('dialog');
  expect(await dialog.getByRole('textbox', { name: 'Name of the search' }).inputValue()).toBe('heron kind:note');
  await page.keyboard.press('Enter');
  await page.getByText('Search saved.').waitFor();
  await box().fill('');
  const waiting = page.getByRole('listbox', { name: 'Saved searches' }).getByRole('option');
  await waiting.filter({ hasText: '2 found' }).waitFor();
  await lab.host.command('notes/write', { text: 'One heron more.' });
  await waiting.filter({ hasText: '3 found' }).waitFor();
  await box().press('Enter');
  expect(await box().inputValue()).toBe('heron kind:note');
  await page.getByRole('status').getByText('3 found').waitFor();

  await page.getByRole('button', { name: 'Saved as heron kind:note' }).press('Enter');
  await dialog.getByRole('textbox', { name: 'Name of the search' }).fill('Чаплі');
  await page.keyboard.press('Enter');
  await page.getByText('Search renamed.').waitFor();
  await box().fill('seen');
  await page.keyboard.press('Control+s');
  await dialog.getByRole('textbox', { name: 'Name of the search' }).fill('чаплі');
  await page.keyboard.press('Enter');
  await dialog.getByText('Another saved search has this name').waitFor();
  await page.keyboard.press('Escape');

  await lab.sendMenu(page, 'palette');
  await page.getByRole('dialog').getByRole('combobox').fill('чапл');
  await page.getByRole('option', { name: 'Search: Чаплі' }).waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('status').getByText('3 found').waitFor();
  await page.getByRole('button', { name: 'Saved as Чаплі' }).press('Enter');
  await dialog.getByRole('button', { name: 'Remove search' }).press('Enter');
  await page.getByText('Search removed.').waitFor();
  await box().fill('');
  await page.getByText('One box for the whole case').waitFor();
  expect(lab.complaints).toEqual([]);
}, 120_000);

test('where roles stand for names, neither saved searches nor what was found tell a name', async () => {
  await lab.host.command('search/save', { title: 'About Ри Ён Чхоль', query: '"Ри Ён Чхоль"' });
  await page.getByRole('button', { name: 'Names shown' }).click();
  await box().fill('');
  await page.getByRole('option').filter({ hasText: 'About captive 1' }).waitFor();
  const shown = () =>
    page.evaluate(
      () =>
        document.body.textContent +
        [...document.querySelectorAll('[title], [aria-label]')].map((each) => `${each.getAttribute('title')} ${each.getAttribute('aria-label')}`).join('\n'),
    );
  expect(await shown()).not.toContain('Чхоль');
  await lab.sendMenu(page, 'palette');
  await page.getByRole('dialog').getByRole('combobox').fill('About');
  await page.getByRole('dialog').getByRole('option', { name: 'Search: About captive 1' }).waitFor();
  expect(await shown()).not.toContain('Чхоль');
  await page.keyboard.press('Escape');
  await box().press('Enter');
  await page.getByRole('option').filter({ hasText: 'captive 1 was seen.' }).waitFor();
  expect(await shown()).not.toContain('Чхоль');
}, 120_000);
