import { expect } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import { axeFindings, test, windowOf } from '#tests/harness/desk.ts';
import { confirmWords, makeCase, openCase, testPassphrase } from './make-case.ts';

test.slow(); // each opening derives a key at its full cost

test('a new case: words on paper, the desk, the lock, a wrong passphrase, the right one, and recovery', async ({ app, unlockWindow, caseFolder }) => {
  const words = await makeCase(app, unlockWindow, caseFolder);
  expect(words).toHaveLength(24);
  await confirmWords(unlockWindow, words);
  const desk = await windowOf(app, 'desk');
  expect(await desk.evaluate(async () => (await window.desk.query('case/overview', {})).ok)).toBe(true);
  await expect.poll(() => unlockWindow.isClosed()).toBe(true);

  void desk.evaluate(() => window.desk.shell({ ask: 'lock' })).catch(() => undefined);
  const locked = await windowOf(app, 'unlock');
  await expect(locked.getByText('The case is locked.')).toBeVisible();

  await openCase(app, locked, caseFolder, 'not the passphrase');
  await expect(locked.getByText('does not open this case')).toBeVisible();
  await locked.getByLabel('Passphrase', { exact: true }).fill(testPassphrase);
  await locked.getByRole('button', { name: 'Unlock', exact: true }).click();
  const again = await windowOf(app, 'desk');
  expect(await again.evaluate(async () => (await window.desk.query('case/overview', {})).ok)).toBe(true);

  void again.evaluate(() => window.desk.shell({ ask: 'lock' })).catch(() => undefined);
  const forgotten = await windowOf(app, 'unlock');
  await forgotten.getByRole('button', { name: /Choose a case folder/ }).click();
  await forgotten.getByRole('button', { name: 'Use the recovery words instead' }).click();
  await forgotten.getByLabel('The 24 words, in order').fill(words.map((word, index) => `${index + 1}. ${word.toUpperCase()}`).join('\n'));
  await forgotten.getByLabel('New passphrase').fill('eleven loud geese leave at dawn');
  await forgotten.getByLabel('Passphrase, once more').fill('eleven loud geese leave at dawn');
  await forgotten.getByRole('button', { name: 'Set the passphrase and open' }).click();
  const recovered = await windowOf(app, 'desk');
  expect(await recovered.evaluate(async () => (await window.desk.query('case/overview', {})).ok)).toBe(true);
});

test('whoever wants to see the program first looks around in the demonstration, is led through it, and it is built anew the next time', async ({
  app,
  unlockWindow,
}) => {
  await unlockWindow.getByRole('button', { name: /Look around first/ }).click();
  const desk = await windowOf(app, 'desk');
  const tour = desk.getByRole('region', { name: 'Tour' });
  await expect(tour).toContainText('1 of 7', { timeout: 120_000 });
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect(tour).toContainText('2 of 7');
  await expect(desk.getByRole('row').filter({ hasText: 'precis.html' })).toBeVisible();
  const facts = () => desk.evaluate(async () => [await window.desk.query('history/list', {}), await window.desk.query('claims/list', {})] as const);
  const [history, claims] = await facts();
  expect(history).toMatchObject({ ok: true, value: { undo: [] } });
  expect(claims.ok && claims.value.length).toBeGreaterThan(20);
  void desk.evaluate(() => window.desk.shell({ ask: 'lock' })).catch(() => undefined);
  const locked = await windowOf(app, 'unlock');
  await locked.getByRole('button', { name: /Look around first/ }).click();
  const again = await windowOf(app, 'desk');
  await expect(again.getByRole('region', { name: 'Tour' })).toContainText('1 of 7', { timeout: 120_000 });
});

test('every screen of the unlock page is sound for a screen reader, in light and dark', async ({ app, unlockWindow, caseFolder }) => {
  for (const theme of ['light', 'dark'] as const) {
    await app.evaluate(({ nativeTheme }, wanted) => {
      nativeTheme.themeSource = wanted;
    }, theme);
    await expect(unlockWindow.locator('html')).toHaveAttribute('data-theme', theme);
    expect(await axeFindings(unlockWindow)).toEqual([]);
    await unlockWindow.getByRole('button', { name: /New case/ }).click();
    await unlockWindow.getByRole('button', { name: 'Create the case' }).click();
    await expect(unlockWindow.getByRole('alert').filter({ hasText: 'Give the case a title.' })).toBeVisible();
    expect(await axeFindings(unlockWindow)).toEqual([]);
    await unlockWindow.getByRole('button', { name: 'Back' }).click();
  }
  await makeCase(app, unlockWindow, caseFolder);
  expect(await axeFindings(unlockWindow)).toEqual([]);
});
