import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import { axeFindings, test, windowOf } from '#tests/harness/desk.ts';
import { answerDialogs, openCase, openNewCase, testPassphrase } from './make-case.ts';

test.slow(); // each opening derives a key at its full cost

test('a case is checked, backed up to a folder and a tar file, and tidied, from the care view; the backup opens as the case', async ({
  app,
  unlockWindow,
  caseFolder,
  scratch,
}) => {
  test.setTimeout(240_000);
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await windowOf(app, 'desk');
  await desk.evaluate(() => window.desk.command('notes/write', { text: 'Look at the second heron again.' }));
  await desk
    .getByRole('navigation')
    .getByRole('button', { name: /^Care of the case/ })
    .click();
  for (const check of ['Quick check', 'Full check']) {
    await desk.getByRole('button', { name: check }).click();
    await expect(desk.getByRole('heading', { name: check === 'Quick check' ? 'The last check was quick' : 'The last check was full' })).toBeVisible();
  }

  const [folder, tar] = [join(scratch, 'Backup.case'), join(scratch, 'Backup.tar')];
  await answerDialogs(app, folder);
  await desk.getByRole('button', { name: 'New backup folder…' }).click();
  await expect(desk.locator('.care-result').filter({ hasText: 'Backed up and read back' })).toBeVisible({ timeout: 60_000 });
  await answerDialogs(app, tar);
  await desk.getByRole('button', { name: 'One tar file…' }).click();
  await expect.poll(() => existsSync(tar), { timeout: 60_000 }).toBe(true);
  await desk.keyboard.press('Control+J');
  await expect(desk.getByRole('dialog').getByText('Backup of the case')).toHaveCount(2);
  await desk.keyboard.press('Escape');

  await desk.getByRole('button', { name: 'See what could be cleared…' }).click();
  await expect(desk.getByRole('dialog')).toBeVisible();
  expect(await axeFindings(desk)).toEqual([]);
  await desk
    .getByRole('dialog')
    .getByRole('button', { name: /^Clear/ })
    .click();
  await expect(desk.getByRole('dialog')).toHaveCount(0, { timeout: 60_000 });

  void desk.evaluate(() => window.desk.shell({ ask: 'lock' })).catch(() => undefined);
  await openCase(app, await windowOf(app, 'unlock'), folder, testPassphrase);
  const copy = await windowOf(app, 'desk');
  const found = await copy.evaluate(() => window.desk.query('notes/list', {}));
  expect(found).toMatchObject({ ok: true, value: [{ text: 'Look at the second heron again.' }] });
});

test('a state of the custody log is signed in the window, and its six words are shown', async ({ app, unlockWindow, caseFolder }) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await windowOf(app, 'desk');
  await desk.evaluate(() => window.desk.command('evidence/take-in', { jobId: 'a', files: [{ from: 'text', name: 'Herons', text: 'Seven.' }] }));
  await desk
    .getByRole('navigation')
    .getByRole('button', { name: /^Custody/ })
    .click();
  await desk.getByRole('button', { name: 'Sign now' }).click();
  await expect(desk.getByText('The state of the log is signed.')).toBeVisible();
  await expect(desk.getByText(/\(of this case\)/)).toBeVisible();
  await expect(desk.getByText('The times of the entries fit together.')).toBeVisible();
  expect(await axeFindings(desk)).toEqual([]);
});
