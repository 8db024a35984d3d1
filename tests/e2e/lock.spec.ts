import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { expect } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import { test, windowOf } from '#tests/harness/desk.ts';
import { answerDialogs, openCase, openNewCase, testPassphrase } from './make-case.ts';

type Running = { readonly pid: number; readonly parent: number; readonly residentKiB: number; readonly line: string };
const ballastMiB = 220;
test.slow(); // each opening derives a key at its full cost

test('a lock ends the case process and the renderer of the desk, and shows the unlock page', async ({ app, unlockWindow, caseFolder }) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await windowOf(app, 'desk');
  // Nothing tells a page its process: the one that grows by the ballast is the desk's.
  await desk.evaluate((mebibytes) => Reflect.set(window, 'ballast', new Uint8Array(mebibytes << 20).fill(7)), ballastMiB);
  const root = app.process().pid ?? 0;
  await expect.poll(() => renderersWithBallast(root).length).toBe(1);
  const [caseProcesses, renderers] = [caseProcessesOf(root), renderersWithBallast(root)];
  expect(caseProcesses).toHaveLength(1);

  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock')?.click());
  const unlock = await windowOf(app, 'unlock');
  await expect(unlock.getByText('The case is locked.')).toBeVisible();
  expect(desk.isClosed()).toBe(true);
  await expect.poll(() => [...caseProcesses, ...renderers].filter(isAlive)).toEqual([]);

  // Closed with a checkpoint: nothing to heal, nothing in doubt.
  await openCase(app, unlock, caseFolder, testPassphrase);
  const again = await windowOf(app, 'desk');
  expect(await again.evaluate(() => window.desk.query('case/overview', {}))).toMatchObject({ ok: true, value: { openingFindings: [] } });
});

test('the lock at once loses no edit that was confirmed, and the theme that was chosen stays', async ({ app, unlockWindow, caseFolder }) => {
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await windowOf(app, 'desk');
  const renamed = await desk.evaluate(() => window.desk.command('case/edit', { title: 'Herons, counted' }));
  expect(renamed.ok).toBe(true);
  await desk.evaluate(() => window.desk.shell({ ask: 'change-settings', change: { theme: 'dark' } }));
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('lock-at-once')?.click());
  const unlock = await windowOf(app, 'unlock');
  await expect.poll(() => caseProcessesOf(app.process().pid ?? 0)).toEqual([]);
  await expect(unlock.locator('html')).toHaveAttribute('data-theme', 'dark');
  await openCase(app, unlock, caseFolder, testPassphrase);
  const again = await windowOf(app, 'desk');
  expect(await again.evaluate(() => window.desk.query('case/overview', {}))).toMatchObject({ ok: true, value: { title: 'Herons, counted' } });
  await expect(again.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('sleep and a locked screen lock the case', async ({ app, unlockWindow, caseFolder }) => {
  await openNewCase(app, unlockWindow, caseFolder);
  for (const event of ['suspend', 'lock-screen']) {
    const desk = await windowOf(app, 'desk');
    await app.evaluate(({ powerMonitor }, name) => void powerMonitor.emit(name), event);
    const unlock = await windowOf(app, 'unlock');
    await expect.poll(() => desk.isClosed()).toBe(true);
    await openCase(app, unlock, caseFolder, testPassphrase);
  }
  await windowOf(app, 'desk');
});

test('a case process that dies locks the case and says so, and the case opens again whole', async ({ app, unlockWindow, caseFolder }) => {
  await openNewCase(app, unlockWindow, caseFolder);
  await windowOf(app, 'desk');
  const [caseProcess] = caseProcessesOf(app.process().pid ?? 0);
  expect(caseProcess).toBeDefined();
  if (caseProcess) process.kill(caseProcess.pid, 'SIGKILL');
  const unlock = await windowOf(app, 'unlock');
  await expect(unlock.getByText('The case process ended unexpectedly')).toBeVisible();
  await openCase(app, unlock, caseFolder, testPassphrase);
  const again = await windowOf(app, 'desk');
  expect(await again.evaluate(() => window.desk.query('case/overview', {}))).toMatchObject({ ok: true, value: { title: 'Herons' } });
});

test('the process of a case waits while the key is typed, is the one that is asked, and goes when the app does', async ({ app, unlockWindow, caseFolder }) => {
  mkdirSync(caseFolder);
  await answerDialogs(app, caseFolder);
  const root = app.process().pid ?? 0;
  expect(caseProcessesOf(root)).toEqual([]);
  await unlockWindow.getByRole('button', { name: /Choose a case folder/ }).click();
  await expect.poll(() => caseProcessesOf(root).length).toBe(1);
  const [waiting] = caseProcessesOf(root);
  await unlockWindow.getByLabel('Passphrase', { exact: true }).fill(testPassphrase);
  await unlockWindow.getByRole('button', { name: 'Unlock', exact: true }).click();
  await expect(unlockWindow.getByRole('alert')).toBeVisible();
  expect(caseProcessesOf(root).map(({ pid }) => pid)).toEqual([waiting?.pid]);
  await app.close();
  await expect.poll(() => waiting !== undefined && isAlive(waiting)).toBe(false);
});

function processesBelow(root: number): readonly Running[] {
  const all = execFileSync('ps', ['-A', '-ww', '-o', 'pid=,ppid=,rss=,args='], { encoding: 'utf8', maxBuffer: 1 << 26 })
    .trim()
    .split('\n')
    .map((row): Running => {
      const [, pid, parent, residentKiB, line = ''] = /^\s*(\d+)\s+(\d+)\s+(\d+)\s+(.*)$/.exec(row) ?? [];
      return { pid: Number(pid), parent: Number(parent), residentKiB: Number(residentKiB), line };
    });
  const below = (parent: number): readonly Running[] => all.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.pid)]);
  return below(root);
}

/** Electron shows the service's name in the arguments, the stand-in as the title of the process. */
function caseProcessesOf(root: number): readonly Running[] {
  return processesBelow(root).filter(({ line }) => line.includes('Corroborate case') || line.includes('node.mojom.NodeService'));
}

function renderersWithBallast(root: number): readonly Running[] {
  return processesBelow(root).filter(({ line, residentKiB }) => line.includes('--type=renderer') && residentKiB > ballastMiB * 1024);
}

function isAlive({ pid }: Running): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
