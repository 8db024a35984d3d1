import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, type TestInfo } from '@playwright/test';
import type {} from '#renderer/desk/bridge/bridge.ts';
import { axeFindings, test, windowOf } from '#tests/harness/desk.ts';
import { caseInFolder, forkFolder } from '#tests/harness/fork-folder.ts';
import { good } from '#tests/harness/stored-case.ts';
import { answerDialogs, openCase, testPassphrase } from './make-case.ts';

const goToCare = (desk: Page) =>
  desk
    .getByRole('navigation')
    .getByRole('button', { name: /^Care of the case/ })
    .click();
const notesOf = async (desk: Page): Promise<readonly string[]> => {
  const notes = await desk.evaluate(() => window.desk.query('notes/list', {}));
  return notes.ok ? notes.value.map(({ text }) => text).sort() : [];
};

test('two programs wrote at once: both lines are shown, merged as chosen object by object, and settled', async ({ app, unlockWindow, caseFolder }, info) => {
  let shared = '';
  await caseInFolder(caseFolder, testPassphrase, async (host) => {
    shared = good(await host.command('notes/write', { text: 'Seven herons.' })).id;
  });
  await forkFolder(
    caseFolder,
    testPassphrase,
    async (host) => {
      good(await host.command('notes/revise', { id: shared, text: 'Seven herons, counted here.' }));
      good(await host.command('notes/write', { text: 'Written here.' }));
    },
    async (host) => {
      good(await host.command('notes/revise', { id: shared, text: 'Seven herons, counted there.' }));
      good(await host.command('notes/write', { text: 'Written there.' }));
    },
  );
  await openCase(app, unlockWindow, caseFolder, testPassphrase);
  const desk = await windowOf(app, 'desk');
  const trunk = await notesOf(desk);
  const [here, there] = trunk.includes('Written here.') ? ['here', 'there'] : ['there', 'here'];
  await goToCare(desk);
  await expect(desk.getByText('The case was written in two places at once.')).toBeVisible();
  const line = (name: RegExp) => desk.locator('.care-branch').filter({ has: desk.getByRole('heading', { name }) });
  const branch = line(/^Branch/);
  await expect(line(/^Trunk$/).getByText('write a note')).toBeVisible();
  await expect(branch.getByText('revise a note')).toBeVisible();
  await branch.scrollIntoViewIfNeeded();
  await desk.screenshot({ path: join(info.project.outputDir, '..', 'screens', 'branches.png') });
  expect(await axeFindings(desk)).toEqual([]);

  await branch.getByRole('button', { name: 'Merge into the trunk…' }).click();
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByText('1 edit can be made as it is')).toBeVisible();
  await expect(dialog.getByText('1 edit contradicts the trunk')).toBeVisible();
  await dialog.getByText(`Replace “Seven herons, counted ${here}.” by the branch’s version`).click();
  await desk.screenshot({ path: join(info.project.outputDir, '..', 'screens', 'branches-merge.png') });
  expect(await axeFindings(desk)).toEqual([]);
  await dialog.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(desk.getByText('2 edits were made again on the trunk.')).toBeVisible();
  await expect.poll(() => notesOf(desk)).toEqual([`Seven herons, counted ${there}.`, 'Written here.', 'Written there.']);

  await branch.getByRole('button', { name: 'Merge into the trunk…' }).click();
  await expect(dialog.getByText('There is nothing to merge')).toBeVisible();
  await desk.keyboard.press('Escape');
  await branch.getByRole('button', { name: 'It is not needed any more…' }).click();
  await desk.screenshot({ path: join(info.project.outputDir, '..', 'screens', 'branches-settle.png') });
  expect(await axeFindings(desk)).toEqual([]);
  await dialog.getByRole('button', { name: 'It is not needed', exact: true }).click();
  await expect(branch.getByText('settled', { exact: true })).toBeVisible();
  await expect(branch.getByRole('button')).toHaveCount(1);

  await branch.getByRole('button', { name: 'Lock, and look into it…' }).click();
  const locked = await windowOf(app, 'unlock');
  await expect(locked.getByRole('heading', { name: 'Unlock to look into a branch' })).toBeVisible();
  await look(locked, 'unlock-branch', info);
  await locked.getByLabel('Passphrase', { exact: true }).fill(testPassphrase);
  await locked.getByRole('button', { name: 'Unlock', exact: true }).click();
  const beside = await windowOf(app, 'desk');
  await expect.poll(() => notesOf(beside)).toEqual([`Seven herons, counted ${there}.`, `Written ${there}.`]);
  expect(await beside.evaluate(() => window.desk.command('notes/write', { text: 'Not here.' }))).toMatchObject({ ok: false, problem: { kind: 'read-only' } });
});

test('a damaged case is repaired from the unlock page, and re-keying is explained there', async ({ app, unlockWindow, caseFolder, scratch }, info) => {
  await caseInFolder(caseFolder, testPassphrase, async (host) => void good(await host.command('notes/write', { text: 'Seven herons.' })));
  rmSync(join(caseFolder, 'case.a'));
  await answerDialogs(app, caseFolder);
  await unlockWindow.getByRole('button', { name: /Choose a case folder/ }).click();
  await unlockWindow.getByRole('button', { name: 'Encrypt it anew under a fresh key…' }).click();
  await unlockWindow.getByRole('button', { name: 'Choose the new folder and encrypt' }).click();
  await expect(unlockWindow.getByRole('alert').filter({ hasText: 'Type a passphrase.' })).toBeVisible();
  await look(unlockWindow, 'unlock-rekey', info);
  await unlockWindow.getByRole('button', { name: 'Back' }).click();
  await unlockWindow.getByRole('button', { name: /Choose a case folder/ }).click();
  await look(unlockWindow, 'unlock-open', info);
  await unlockWindow.getByRole('button', { name: 'Repair a damaged case into a new folder…' }).click();
  await look(unlockWindow, 'unlock-repair', info);
  const repaired = join(scratch, 'Repaired.case');
  await answerDialogs(app, repaired);
  await unlockWindow.getByLabel('A passphrase that opens this case').fill(testPassphrase);
  await unlockWindow.getByRole('button', { name: 'Choose the new folder and repair' }).click();
  await expect(unlockWindow.getByRole('heading', { name: 'The case is repaired' })).toBeVisible();
  await expect(unlockWindow.getByText('Nothing is lost.')).toBeVisible();
  await look(unlockWindow, 'unlock-repaired', info);
  await unlockWindow.getByRole('button', { name: 'Choose the new case' }).click();
  await openCase(app, unlockWindow, repaired, testPassphrase);
  expect(await notesOf(await windowOf(app, 'desk'))).toEqual(['Seven herons.']);
});

test('damage that is kept in mind is acknowledged after a second question, and is a remark from then on', async ({ app, unlockWindow, caseFolder }, info) => {
  await caseInFolder(caseFolder, testPassphrase, async (host) => void good(await host.command('notes/write', { text: 'Seven herons.' })));
  const snapshots = join(caseFolder, 'snap');
  const newest = join(snapshots, readdirSync(snapshots).sort().at(-1) ?? '');
  const bytes = readFileSync(newest);
  bytes.writeUInt8(bytes.readUInt8(300) ^ 4, 300);
  writeFileSync(newest, bytes);

  // Kept in mind by the session that notices it, and told with its date from the next one on.
  await openCase(app, unlockWindow, caseFolder, testPassphrase);
  await lock(await windowOf(app, 'desk'));
  await openCase(app, await windowOf(app, 'unlock'), caseFolder, testPassphrase);
  const desk = await windowOf(app, 'desk');
  await goToCare(desk);
  const finding = desk.locator('.finding').filter({ hasText: 'A snapshot could not be used' }).first();
  await expect(finding.getByText('Noticed first')).toBeVisible();
  await finding.getByRole('button', { name: 'Acknowledge…' }).click();
  await expect(desk.getByRole('dialog').getByText('This cannot be undone.')).toBeVisible();
  await desk.screenshot({ path: join(info.project.outputDir, '..', 'screens', 'acknowledge.png') });
  expect(await axeFindings(desk)).toEqual([]);
  await desk.getByRole('dialog').getByRole('button', { name: 'Acknowledge', exact: true }).click();
  await expect(finding.getByText('Acknowledged')).toBeVisible();
  await expect(finding.getByRole('button')).toHaveCount(0);
  await desk.screenshot({ path: join(info.project.outputDir, '..', 'screens', 'acknowledged.png') });

  await lock(desk);
  await openCase(app, await windowOf(app, 'unlock'), caseFolder, testPassphrase);
  const again = await windowOf(app, 'desk');
  const overview = await again.evaluate(() => window.desk.query('case/overview', {}));
  expect(overview.ok && overview.value.openingFindings.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

async function lock(desk: Page): Promise<void> {
  void desk.evaluate(() => window.desk.shell({ ask: 'lock' })).catch(() => undefined);
  await expect.poll(() => desk.isClosed()).toBe(true);
}

async function look(page: Page, name: string, info: TestInfo): Promise<void> {
  await page.screenshot({ path: join(info.project.outputDir, '..', 'screens', `${name}.png`) });
  expect(await axeFindings(page)).toEqual([]);
}
