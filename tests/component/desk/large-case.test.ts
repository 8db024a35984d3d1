import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { views } from '#renderer/desk/frame/views.ts';
import { makeLargeCase } from '#tests/fixtures/desk/large-case.ts';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

let lab: DeskLab;
const screens = join(import.meta.dirname, '..', '..', '..', 'out', 'screens-large');
beforeAll(async () => {
  mkdirSync(screens, { recursive: true });
  lab = await openDeskLab((folder) => makeLargeCase(folder, 5_000));
}, 240_000);
afterAll(() => lab.close());

test.each([
  ['1280 by 800', { width: 1280, height: 800 }],
  ['1000 by 640, dark', { width: 1000, height: 640, dark: true }],
  ['1100 by 700, high contrast', { width: 1100, height: 700, highContrast: true }],
] as const)(
  'with 5,000 objects and long Cyrillic and Hangul titles no view is pushed wider than the window: %s',
  async (name, look) => {
    const page = await lab.openPage(look);
    if ('highContrast' in look) await page.evaluate(() => document.documentElement.setAttribute('data-contrast', 'high'));
    for (const { id } of views) {
      await lab.sendMenu(page, `view/${id}`);
      await page.getByRole('heading', { level: 1 }).first().waitFor({ state: 'attached', timeout: 60_000 });
      const grid = page.getByRole('grid').first();
      if (await grid.isVisible()) {
        await grid.focus();
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('End');
      }
      await page.waitForTimeout(400);
      await page.screenshot({ path: join(screens, `${id} ${name}.png`) });
      const sizes = await page.evaluate(() => [
        document.documentElement.scrollWidth - window.innerWidth,
        document.documentElement.scrollHeight - window.innerHeight,
      ]);
      expect(sizes, id).toEqual([0, 0]);
      // Only the rows in sight exist, whatever the case holds.
      expect(await page.getByRole('row').count(), id).toBeLessThan(400);
    }
    expect(lab.complaints).toEqual([]);
    await page.context().close();
  },
  300_000,
);

/** They show what the app knows by itself. */
const askNothing = ['search', 'settings'];

test('when the case cannot answer, every view says why in words, and shows what it has once it is asked again', async () => {
  lab.refuse({ kind: 'internal', reference: '0123456789ab' });
  const page = await lab.openPage({ width: 1100, height: 700 });
  const silent: string[] = [];
  for (const { id } of views) {
    await lab.sendMenu(page, `view/${id}`);
    const told = page.getByRole('main').getByRole('alert').first();
    const tells = await told.waitFor({ timeout: askNothing.includes(id) ? 1_000 : 8_000 }).then(
      () => true,
      () => false,
    );
    if (!tells) silent.push(id);
    await page.screenshot({ path: join(screens, `${id} refused.png`) });
  }
  expect(silent.toSorted()).toEqual(askNothing);
  lab.refuse(null);
  await lab.sendMenu(page, 'view/claims');
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await page.getByRole('grid', { name: 'Claims' }).locator('tbody [data-at="0"]').waitFor();
  expect(lab.complaints).toEqual([]);
  await page.context().close();
}, 180_000);

test('of 2,500 claims any can be gone to, marked and counted by the keyboard, though the page never has them all', async () => {
  const page = await lab.openPage({ width: 1280, height: 800 });
  await lab.sendMenu(page, 'view/claims');
  const grid = page.getByRole('grid', { name: 'Claims' });
  await grid.locator('tbody [data-at="0"]').waitFor();
  await grid.focus();
  const active = grid.locator('.table-row-active');
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => active.getAttribute('data-at')).toBe('0');
  // Faster than rows can come: keys go on from where the ones before them lead.
  const pages = 20;
  for (let turn = 0; turn < pages; turn += 1) await page.keyboard.press('PageDown');
  await expect.poll(async () => Number(await active.getAttribute('data-at')) % pages).toBe(0);
  const far = Number(await active.getAttribute('data-at'));
  expect(far).toBeGreaterThan(pages * 5);
  await page.keyboard.press('End');
  await expect.poll(() => active.getAttribute('data-at')).toBe('2499');
  await expect.poll(async () => (await active.textContent()) ?? '').not.toBe('');
  await page.keyboard.press('Shift+Home');
  const bar = page.getByRole('status').filter({ hasText: '2500 claims marked' });
  await bar.waitFor();
  await page.keyboard.press(' ');
  await page.getByRole('status').filter({ hasText: '2499 claims marked' }).waitFor();
  await page.keyboard.press('Control+a');
  await bar.waitFor();
  // A filter hides marks from what would be changed.
  await page.getByRole('textbox', { name: 'Words in the claim' }).fill('2499');
  await page.getByRole('status').filter({ hasText: '1 claim marked' }).waitFor();
  expect(lab.complaints).toEqual([]);
  await page.context().close();
}, 120_000);
