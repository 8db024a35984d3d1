import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { namedWebm } from '#tests/fixtures/material/recordings.ts';
import { axeFindings, test } from '#tests/harness/desk.ts';
import { launchChromium } from '#tests/harness/launch-chromium.ts';
import { chooseFiles } from './job-material.ts';
import { openNewCase } from './make-case.ts';
import { sendThrough } from './send-through.ts';

test('what must not be heard or seen of a recording is taken out in a player, a second name signs the plan off, and only the copy leaves', async ({
  app,
  unlockWindow,
  deskWindow,
  caseFolder,
  scratch,
}, info) => {
  test.setTimeout(240_000);
  const browser = await launchChromium();
  const video = await namedWebm(await browser.newPage(), 'Recorded by A. Author');
  await browser.close();
  await openNewCase(app, unlockWindow, caseFolder);
  const desk = await deskWindow();
  const send = sendThrough(desk);
  await send('case/edit', { analysts: ['A. N.', 'B. Reader'] });
  const [taken] = await send('evidence/take-in', { jobId: 'job', files: [{ from: 'bytes', name: 'interview.webm', bytes: video }] });
  if (taken?.outcome !== 'taken-in') throw new Error('fixture');
  const { id } = taken.evidence;
  await send('evidence/mark-at-risk', { id, marks: ['captive'] });
  await send('dossiers/save-plan', { title: 'The interview', statements: [{ text: 'One of them was interviewed.', citeIds: [id] }] });
  const dialog = desk.getByRole('dialog');
  const look = async (name: string) => {
    for (const theme of ['light', 'dark'] as const) {
      await desk.evaluate((chosen) => Object.assign(document.documentElement.dataset, { theme: chosen }), theme);
      await desk.waitForTimeout(350);
      await desk.screenshot({ path: join(info.project.outputDir, '..', 'screens', `${name}-${theme}.png`) });
      expect((await axeFindings(desk)).map(({ id: rule, nodes }) => `${name} ${theme} ${rule}: ${nodes.join(' ')}`)).toEqual([]);
    }
  };

  await test.step('stretches are set at the position or by hand, and each says what becomes of it', async () => {
    await desk
      .getByRole('navigation')
      .getByRole('button', { name: /^Dossier/ })
      .click();
    await desk.getByRole('row').filter({ hasText: 'The interview' }).first().click();
    await desk.getByRole('button', { name: 'Redacted copy…' }).click();
    await expect(dialog.getByRole('slider', { name: 'Position' })).toHaveAttribute('max', /^(29|30)\d\d$/);
    await dialog.getByRole('slider', { name: 'Position' }).fill('800');
    await dialog.getByRole('button', { name: 'Begin at the position' }).click();
    await expect(dialog.getByLabel('From')).toHaveValue('0:00.800');
    await dialog.getByLabel('To', { exact: true }).fill('1.2');
    await dialog.getByRole('button', { name: 'Add the stretch' }).click();
    await expect(dialog.getByRole('list', { name: 'Stretches to be taken out' })).toContainText('0:00.800–0:01.200: silence; black picture');
    await dialog.getByLabel('From').fill('2');
    await dialog.getByLabel('To', { exact: true }).fill('2.4');
    await dialog.getByRole('button', { name: /^silence/ }).click();
    await desk.getByRole('option', { name: 'a tone' }).click();
    await dialog.getByRole('button', { name: /^black picture/ }).click();
    await desk.getByRole('option', { name: 'black boxes' }).click();
    await dialog.getByRole('button', { name: 'Add a box' }).click();
    await look('dossier-redact-recording');
    await dialog.getByRole('button', { name: 'Add the stretch' }).click();
    await expect(dialog.getByRole('list', { name: 'Stretches to be taken out' })).toContainText('0:02–0:02.400: a tone; 1 black box');
    await dialog.getByLabel('Reason').fill('his voice and his face');
    await dialog.getByRole('button', { name: 'Make the copy' }).click();
    await expect(dialog).toBeHidden({ timeout: 90_000 });
    await expect(desk.getByText('Shown as a redacted copy')).toBeVisible();
  });

  await test.step('a second name signs off what the plan gives', async () => {
    const review = desk.getByRole('region', { name: 'Second reader' });
    await review.getByRole('button', { name: /Read by/ }).click();
    await desk.getByRole('option', { name: 'B. Reader' }).click();
    await review.getByRole('button', { name: 'Sign off' }).click();
    await expect(review).toContainText('Signed off');
    await expect(review).toContainText('B. Reader');
    await look('dossier-signed-off');
  });

  const folder = join(scratch, 'dossier');
  await test.step('the dossier holds the copy and names the second reader', async () => {
    mkdirSync(folder);
    await chooseFiles(app, [folder]);
    await desk.getByRole('button', { name: 'Export…' }).click();
    await dialog.getByRole('button', { name: 'Choose folder and export…' }).click();
    await expect(dialog.getByRole('heading', { name: 'Dossier exported' })).toBeVisible({ timeout: 120_000 });
    expect(JSON.parse(readFileSync(join(folder, 'dossier.json'), 'utf8'))).toMatchObject({ review: { by: 'B. Reader' } });
    const [copy = '', ...more] = readdirSync(join(folder, 'exhibits'));
    expect([copy, more]).toEqual([expect.stringMatching(/^E\d{4}\.webm$/), []]);
    expect(readFileSync(join(folder, 'exhibits', copy)).includes('A. Author')).toBe(false);
    await desk.keyboard.press('Escape');
  });

  await test.step('the sign-off lapses when the plan says something else', async () => {
    const [plan] = await desk.evaluate(async () => {
      const reply = await window.desk.query('dossiers/list', {});
      return reply.ok ? reply.value : [];
    });
    await send('dossiers/save-plan', { id: plan?.id ?? '', title: 'The interview, again' });
    await expect(desk.getByRole('region', { name: 'Second reader' })).toContainText('Lapsed');
  });
});
