import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import type { SettingsChange } from '#shared/contract/settings.ts';
import { axeFindings, test, windowOf } from '#tests/harness/desk.ts';
import { openCase, openNewCase, testPassphrase } from './make-case.ts';

test.slow(); // each opening derives a key at its full cost

test('settings hold at once, are kept without a word of the case, and the panic key that was chosen locks from within a dialog', async ({
  app,
  unlockWindow,
  caseFolder,
  scratch,
}) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await windowOf(app, 'desk');
  await expect(desk.getByRole('navigation')).toBeVisible();
  await desk.keyboard.press('Control+,');
  await expect(desk.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  expect(await axeFindings(desk)).toEqual([]);

  const minutes = desk.getByRole('textbox', { name: /^Minutes without a key/ });
  await minutes.fill('900');
  await minutes.press('Tab');
  await expect(minutes, 'there is no never').toHaveValue('60');
  await desk.getByRole('textbox', { name: /^Seconds for which copied text/ }).fill('7');
  await desk.keyboard.press('Tab');
  await desk.getByRole('checkbox', { name: 'Lock when the screen locks' }).setChecked(false, { force: true });
  await desk.getByRole('button', { name: /Key that locks at once/ }).click();
  await desk.getByRole('option', { name: 'F9' }).click();
  const kept = () => readFileSync(join(scratch, 'settings-1', 'settings.json'), 'utf8');
  await expect.poll(() => JSON.parse(kept())).toMatchObject({ lockAfterMinutes: 60, clipboardSeconds: 7, lockWithScreen: false, panicKey: 'F9' });
  expect(kept()).not.toContain('Herons');
  expect(kept()).not.toContain('.case');

  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('lock-screen'));
  await desk.waitForTimeout(300);
  expect(desk.isClosed(), 'a locked screen alone does not lock any more').toBe(false);
  await desk.keyboard.press('Control+K');
  await expect(desk.getByRole('dialog')).toBeVisible();
  await desk.keyboard.press('F9').catch(() => undefined); // the page closes under the key
  const unlock = await windowOf(app, 'unlock');
  await expect(unlock.getByText('The case is locked.')).toBeVisible();
  await openCase(app, unlock, caseFolder, testPassphrase);
  const again = await windowOf(app, 'desk');
  expect(await again.evaluate(() => window.desk.query('case/overview', {}))).toMatchObject({ ok: true, value: { title: 'Herons' } });
});

test('an idle desk locks after the minutes chosen, a locked screen by polling, and the whole program ends where that was chosen', async ({
  app,
  unlockWindow,
  caseFolder,
}) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const away = (idleSeconds: number, state: 'active' | 'locked') =>
    app.evaluate(
      ({ powerMonitor }, [seconds, said]) => {
        powerMonitor.getSystemIdleTime = () => seconds;
        powerMonitor.getSystemIdleState = () => said;
      },
      [idleSeconds, state] as const,
    );
  const change = (desk: Page, wanted: SettingsChange) => desk.evaluate((part) => window.desk.shell({ ask: 'change-settings', change: part }), wanted);
  const desk = await windowOf(app, 'desk');
  await change(desk, { lockAfterMinutes: 2 });
  await away(119, 'active');
  await desk.waitForTimeout(5_500);
  expect(desk.isClosed()).toBe(false);
  await away(120, 'active');
  await expect.poll(() => desk.isClosed(), { timeout: 15_000 }).toBe(true);

  await away(0, 'active');
  await openCase(app, await windowOf(app, 'unlock'), caseFolder, testPassphrase);
  const again = await windowOf(app, 'desk');
  await change(again, { endWithLock: true });
  const ended = new Promise((resolve) => app.process().once('exit', resolve));
  await away(0, 'locked');
  await ended;
});

test('what the desk copied is taken off the clipboard after the time chosen and at the lock, and what others copied stays', async ({
  app,
  unlockWindow,
  caseFolder,
}) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await windowOf(app, 'desk');
  const copy = (text: string) => desk.evaluate((copied) => window.desk.shell({ ask: 'copy-text', text: copied }), text);
  const onClipboard = () => app.evaluate(async ({ clipboard }) => clipboard.readText());
  await desk.evaluate(() => window.desk.shell({ ask: 'change-settings', change: { clipboardSeconds: 5 } }));
  await copy('a quote');
  expect(await onClipboard()).toBe('a quote');
  await expect.poll(onClipboard, { timeout: 15_000 }).toBe('');

  await copy('another quote');
  await app.evaluate(async ({ clipboard }) => clipboard.writeText('of another program'));
  await desk.waitForTimeout(6_000);
  expect(await onClipboard()).toBe('of another program');

  await copy('a last quote');
  void desk.evaluate(() => window.desk.shell({ ask: 'lock' })).catch(() => undefined);
  await windowOf(app, 'unlock');
  await expect.poll(onClipboard).toBe('');
});
