import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

const many = 1_200;
/** Waits until the row with this index is the one selected. */
const selectedIs = (index: number) => page.locator(`[role=grid] tbody [aria-selected=true][aria-rowindex="${index}"]`).waitFor();
let lab: DeskLab;
let page: Page;
beforeAll(async () => {
  lab = await openDeskLab();
  for (let number = 0; number < many; number++) await lab.host.command('entities/add', { kind: number % 2 ? 'person' : 'place', names: [`Name ${number}`] });
}, 180_000);
afterAll(() => lab.close());
beforeEach(async () => {
  page = await lab.openPage();
  await page.keyboard.press('Control+7');
  await page.getByRole('grid').waitFor();
});
afterEach(async () => {
  await page.context().close();
  expect(lab.complaints).toEqual([]);
});

const selected = () => page.locator('[role=grid] tbody [aria-selected=true]');

test('only the rows in sight are in the page, and the table still says how many there are', async () => {
  const grid = page.getByRole('grid', { name: 'Entities' });
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(many + 1));
  expect(await grid.getByRole('row').count()).toBeLessThan(80);
});

test('the arrow keys, Page, Home and End move the selection into view, and the field beside follows', async () => {
  await page.getByRole('grid').focus();
  await page.keyboard.press('End');
  await page.getByRole('rowheader', { name: `Name ${many - 1}` }).waitFor();
  await selectedIs(many + 1);
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await selectedIs(4);
  await page.getByRole('heading', { name: 'Name 2', level: 2 }).waitFor();
  await page.keyboard.press('PageDown');
  expect(Number(await selected().getAttribute('aria-rowindex'))).toBeGreaterThan(20);
  const active = await page.getByRole('grid').getAttribute('aria-activedescendant');
  expect(await selected().getAttribute('id')).toBe(active);
});

test('the keyboard reaches the column heads from the first row and sorts by them', async () => {
  await page.getByRole('grid').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await page.locator('th[aria-sort=descending]', { hasText: 'Name' }).waitFor();
  await page.getByRole('rowheader', { name: `Name ${many - 1}` }).waitFor();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('th[aria-sort=ascending]', { hasText: 'Kind' }).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('grid').evaluate((grid) => grid === document.activeElement)).toBe(true);
});

test('a row chosen by the mouse opens beside the list, and Back leads away again', async () => {
  await page.getByRole('rowheader', { name: 'Name 5', exact: true }).click();
  await page.getByRole('heading', { name: 'Name 5', level: 2 }).waitFor();
  await page.keyboard.press('Control+1');
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await page.getByRole('heading', { name: 'Name 5', level: 2 }).waitFor();
});

test('an edit elsewhere shows in the list by itself', async () => {
  await page.getByRole('textbox', { name: 'Filter by any name…' }).fill('Нове');
  await page.getByText('No name fits the filter').waitFor();
  await lab.host.command('entities/add', { kind: 'unit', names: ['Нове угруповання'] });
  await page.getByRole('rowheader', { name: 'Нове угруповання' }).waitFor();
});
