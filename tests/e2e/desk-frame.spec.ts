import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { axeFindings, test } from '#tests/harness/desk.ts';
import { openNewCase } from './make-case.ts';

test.slow(); // each case derives a key at its full cost

async function openDesk(app: ElectronApplication, unlock: Page, desk: () => Promise<Page>, folder: string): Promise<Page> {
  await openNewCase(app, unlock, folder);
  const page = await desk();
  await expect(page.getByRole('heading', { name: 'Herons' })).toBeVisible();
  return page;
}

/** The menu's own items, since a spec cannot open it. */
async function chooseInMenu(app: ElectronApplication, id: string): Promise<void> {
  await app.evaluate(({ Menu }, wanted) => {
    Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click();
  }, id);
}

test('the frame opens on the casebook, offline, with six words, and axe finds nothing wrong', async ({ app, unlockWindow, deskWindow, caseFolder }) => {
  const page = await openDesk(app, unlockWindow, deskWindow, caseFolder);
  await expect(page.getByText('To learn who counted the herons.')).toBeVisible();
  await expect(page.getByRole('contentinfo')).toContainText('Offline');
  await expect(page.getByText('Everything written so far, in six words:')).toBeVisible();
  await expect(page.getByText('Take in what you have')).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
});

test('the menu of the system, the palette and the keys do the same things', async ({ app, unlockWindow, deskWindow, caseFolder }) => {
  const page = await openDesk(app, unlockWindow, deskWindow, caseFolder);
  await chooseInMenu(app, 'view/custody');
  await expect(page.getByRole('heading', { name: 'Custody', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('overv');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Overview', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+8');
  await expect(page.getByRole('combobox', { name: 'Search the case' })).toBeFocused();
});

test('an edit is undone and done again, and the history names it', async ({ app, unlockWindow, deskWindow, caseFolder }) => {
  const page = await openDesk(app, unlockWindow, deskWindow, caseFolder);
  await page.getByRole('button', { name: 'Edit the case' }).click();
  await page.getByRole('textbox', { name: 'Title' }).fill('Чаплі');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Чаплі' })).toBeVisible();
  await page.keyboard.press('Control+Z');
  await expect(page.getByText('Undone: edit the case')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Herons' })).toBeVisible();
  await page.keyboard.press('Control+Shift+H');
  await expect(page.getByRole('region', { name: 'Undone, can be done again' })).toContainText('edit the case');
  await page.keyboard.press('Control+Shift+Z');
  await expect(page.getByText('Done again: edit the case')).toBeVisible();
});

test('what was typed of a claim waits when its dialog is left, and goes when it is cancelled', async ({ app, unlockWindow, deskWindow, caseFolder }) => {
  const page = await openDesk(app, unlockWindow, deskWindow, caseFolder);
  const proposition = page.getByRole('textbox', { name: 'One proposition' });
  const begin = async () => {
    await page.keyboard.press('Control+K');
    await page.keyboard.type('new claim');
    await page.keyboard.press('Enter');
    await expect(proposition).toBeVisible();
  };
  await begin();
  await proposition.fill('Nine herons were counted.');
  await page.getByRole('textbox', { name: 'Said' }).fill('12 January 2025');
  await page.keyboard.press('Escape');
  await expect(proposition).toBeHidden();
  await begin();
  await expect(proposition).toHaveValue('Nine herons were counted.');
  await page.getByRole('textbox', { name: 'Said' }).focus();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Said' })).toHaveValue('2025-01-12');
  await page.getByRole('button', { name: 'Cancel' }).click();
  await begin();
  await expect(proposition).toHaveValue('');
});
