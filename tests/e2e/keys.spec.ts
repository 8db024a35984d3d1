import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, type TestInfo } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import { axeFindings, test, windowOf } from '#tests/harness/desk.ts';
import { answerDialogs, confirmWords, makeCase, openCase, testPassphrase } from './make-case.ts';

test.slow(); // each proof derives a key at its full cost

const second = 'eleven loud geese leave at dawn';

test('keys are managed on the unlock page: key file, shares, words, removal; each opens the case, and the desk never sees one', async ({
  app,
  unlockWindow,
  caseFolder,
  scratch,
}, info) => {
  test.setTimeout(300_000);
  const keyFile = join(scratch, 'holiday.jpg');
  writeFileSync(keyFile, 'a picture that nobody changes');
  await confirmWords(unlockWindow, await makeCase(app, unlockWindow, caseFolder));
  const keys = await fromDeskToKeys(app);
  await expect(keys.getByRole('listitem').filter({ hasText: 'Recovery words' }).first()).toBeVisible();
  await look(keys, 'keys-list', info);

  await keys.getByRole('button', { name: 'Add a passphrase with a key file…' }).click();
  await look(keys, 'keys-add-key-file', info);
  await keys.getByLabel('Name of the key').fill('Стік пам’яті');
  await keys.getByLabel('New passphrase').fill(second);
  await keys.getByLabel('Passphrase, once more').fill(second);
  await keys.getByRole('button', { name: 'Add the key' }).click();
  await expect(keys.getByRole('alert').filter({ hasText: 'Choose the key file.' })).toBeVisible();
  await keys.getByLabel('Key file', { exact: true }).setInputFiles(keyFile);
  await prove(keys, 'not the passphrase', 'Add the key');
  await expect(keys.getByRole('alert').filter({ hasText: 'does not open this case' })).toBeVisible();
  await prove(keys, testPassphrase, 'Add the key');
  await expect(keys.getByText('The passphrase with its key file was added.')).toBeVisible();

  for (const action of ['Travel lock…', 'Escrow to somebody…', 'Check a share…']) {
    await keys.getByRole('button', { name: action }).click();
    await look(keys, `keys-${action.split(' ')[0]?.toLowerCase()}`, info);
    await keys.getByRole('button', { name: 'Back to the keys' }).click();
  }

  const shares = await splitInto(keys, 3, 2, () => look(keys, 'keys-share', info));
  expect(shares).toHaveLength(3);
  await keys.getByRole('button', { name: 'Remove Стік пам’яті' }).click();
  await expect(keys.getByText('What it does not protect:')).toBeVisible();
  await keys.getByRole('button', { name: 'Back to the keys' }).click();
  await keys.getByRole('button', { name: 'Open the desk' }).click();

  const desk = await windowOf(app, 'desk');
  await openKeysView(desk);
  await expect(desk.getByText('any 2 of 3')).toBeVisible();
  await expect(desk.getByText('Стік пам’яті')).toBeVisible();
  await look(desk, 'keys-desk', info);

  const locked = await lock(app, desk);
  await answerDialogs(app, caseFolder);
  await locked.getByRole('button', { name: /Choose a case folder/ }).click();
  await locked.getByLabel('With a key file').check();
  await locked.getByLabel('Key file', { exact: true }).setInputFiles(keyFile);
  await locked.getByLabel('Passphrase', { exact: true }).fill(second);
  await locked.getByRole('button', { name: 'Unlock', exact: true }).click();
  const again = await lock(app, await windowOf(app, 'desk'));

  await again.getByRole('button', { name: /Choose a case folder/ }).click();
  await again.getByRole('button', { name: 'Open with shares' }).click();
  await again.getByRole('textbox', { name: 'Shares' }).fill(`${shares[2]}\n\n${shares[0]}`);
  await expect(again.getByText('2 shares')).toBeVisible();
  await look(again, 'unlock-shares', info);
  await again.getByRole('button', { name: 'Open', exact: true }).click();
  const last = await lock(app, await windowOf(app, 'desk'));

  await last.getByRole('button', { name: /Choose a case folder/ }).click();
  await last.getByLabel('Open for reading only').check();
  await last.getByLabel('Passphrase', { exact: true }).fill(testPassphrase);
  await last.getByRole('button', { name: 'Unlock', exact: true }).click();
  const reading = await windowOf(app, 'desk');
  await expect(reading.getByText('open for reading only').first()).toBeVisible();
  const edit = await reading.evaluate(() => window.desk.command('case/edit', { title: 'Geese' }));
  expect(edit).toMatchObject({ ok: false });
});

test('keys left open lock like a desk, and what was shown is gone with the page', async ({ app, unlockWindow, caseFolder }) => {
  await confirmWords(unlockWindow, await makeCase(app, unlockWindow, caseFolder));
  const keys = await fromDeskToKeys(app);
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await expect.poll(() => keys.isClosed()).toBe(true);
  const locked = await windowOf(app, 'unlock');
  await expect(locked.getByText('The case is locked.')).toBeVisible();
  await openCase(app, locked, caseFolder, testPassphrase);
  await windowOf(app, 'desk');
});

/** Nothing for axe to find in light and dark, and a screenshot of each to look at. */
async function look(page: Page, name: string, info: TestInfo): Promise<void> {
  const before = await page.evaluate(() => document.documentElement.dataset['theme'] ?? 'light');
  const show = (theme: string) =>
    page.evaluate((chosen) => {
      document.documentElement.dataset['theme'] = chosen;
    }, theme);
  for (const theme of ['light', 'dark']) {
    await show(theme);
    await page.waitForTimeout(200);
    await page.screenshot({ path: join(info.project.outputDir, '..', 'screens', `${name}-${theme}.png`) });
    expect(await axeFindings(page)).toEqual([]);
  }
  await show(before);
}

async function openKeysView(desk: Page): Promise<void> {
  await desk.getByRole('navigation').getByRole('button', { name: /^Keys/ }).click();
}

async function fromDeskToKeys(app: ElectronApplication): Promise<Page> {
  const desk = await windowOf(app, 'desk');
  await openKeysView(desk);
  await desk.getByRole('button', { name: 'Lock and manage the keys…' }).click();
  const unlock = await windowOf(app, 'unlock');
  await expect(unlock.getByRole('heading', { name: 'Unlock to manage the keys' })).toBeVisible();
  await expect.poll(() => desk.isClosed()).toBe(true);
  await unlock.getByLabel('Passphrase', { exact: true }).fill(testPassphrase);
  await unlock.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(unlock.getByRole('heading', { name: 'Keys of the case' })).toBeVisible({ timeout: 120_000 });
  return unlock;
}

async function prove(keys: Page, passphrase: string, submit: string): Promise<void> {
  await keys.getByLabel('A passphrase that opens this case').fill(passphrase);
  await keys.getByRole('button', { name: submit }).click();
}

/** Splits, types each share back as its holder would, and answers the texts. */
async function splitInto(keys: Page, of: number, needed: number, lookAtFirst: () => Promise<void>): Promise<readonly string[]> {
  await keys.getByRole('button', { name: 'Split into shares…' }).click();
  await keys.getByLabel('Shares in all').selectOption(String(of));
  await keys.getByLabel('Needed to open').selectOption(String(needed));
  await prove(keys, testPassphrase, 'Split');
  const texts: string[] = [];
  for (let place = 1; place <= of; place += 1) {
    await expect(keys.getByRole('heading', { name: `Share ${place} of ${of}` })).toBeVisible({ timeout: 120_000 });
    if (place === 1) await lookAtFirst();
    const text = (await keys.locator('.share .words-word').allTextContents()).join(' ');
    texts.push(text);
    const next = keys.getByRole('button', { name: place === of ? 'All are handed out' : 'Next share' });
    await expect(next).toBeDisabled();
    if (place === 2) {
      await keys.getByLabel(/^Type it back/).fill(texts[0] ?? '');
      await keys.getByRole('button', { name: 'Check', exact: true }).click();
      await expect(keys.getByText('That is share 1, not the one shown here.')).toBeVisible();
    }
    await keys.getByLabel(/^Type it back/).fill(text);
    await keys.getByRole('button', { name: 'Check', exact: true }).click();
    await expect(keys.getByText(`Right: this is share ${place} of ${of}`)).toBeVisible();
    await next.click();
  }
  return texts;
}

async function lock(app: ElectronApplication, desk: Page): Promise<Page> {
  void desk.evaluate(() => window.desk.shell({ ask: 'lock' })).catch(() => undefined);
  const unlock = await windowOf(app, 'unlock');
  await expect(unlock.getByText('The case is locked.')).toBeVisible();
  return unlock;
}
