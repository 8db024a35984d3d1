import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { plainPdf } from '#tests/fixtures/material/pdf/make-pdf.ts';
import { squareWebm, toneWav } from '#tests/fixtures/material/recordings.ts';
import { lookAt } from '#tests/harness/axe-in-lab.ts';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';
import { launchChromium } from '#tests/harness/launch-chromium.ts';

const material = join(import.meta.dirname, '../../fixtures');
const read = (path: string) => new Uint8Array(readFileSync(join(material, path)));

let lab: DeskLab;
let page: Page;
const ids = new Map<string, string>();
beforeAll(async () => {
  lab = await openDeskLab();
  const browser = await launchChromium();
  const video = await squareWebm(await browser.newPage());
  await browser.close();
  const lines = Array.from({ length: 12 }, (_, at) => [`Page ${at + 1} of the report.`, 'Two men were brought to Kyiv.', 'Neither side has commented.']);
  const files = [
    ['card.jpg', read('desk/drawn-card.jpg')],
    ['other.png', read('material/image/drawn.png')],
    ['report.pdf', plainPdf(lines)],
    ['statement.wav', toneWav(20)],
    ['clip.webm', video],
  ] as const;
  const given = files.map(([name, bytes]) => ({ from: 'bytes' as const, name, bytes }));
  const taken = await lab.host.command('evidence/take-in', { jobId: 'a', files: given });
  if (!taken.ok) throw new Error('not taken in');
  for (const each of taken.value) if (each.outcome === 'taken-in') ids.set(each.evidence.name, each.evidence.id);
  page = await lab.openPage();
}, 300_000);
afterAll(() => lab.close());
afterEach(() => {
  expect(lab.attempts).toEqual([]);
  expect(lab.complaints).toEqual([]);
});

async function open(name: string): Promise<void> {
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Evidence/ })
    .click();
  await page.getByRole('row').filter({ hasText: name }).first().click();
}
async function item(name: string) {
  const shown = await lab.host.query('evidence/show', { id: ids.get(name) ?? '' });
  if (!shown.ok) throw new Error(`no ${name}`);
  return shown.value;
}
const stage = () => page.getByRole('application').first();
const push = (name: string | RegExp) => page.getByRole('button', { name }).first().click();

test('a document is read page by page: turned, selected, claimed by page and region', async () => {
  await open('report.pdf');
  await stage().waitFor();
  await page.locator('.sheet-words text').first().waitFor({ state: 'attached' });
  expect(await lookAt(page, 'pdf')).toEqual([]);
  await stage().focus();
  await page.keyboard.press('PageDown');
  await page.getByRole('application', { name: /^Page 2\./ }).waitFor();
  await page.locator('.sheet-words text').nth(1).waitFor({ state: 'attached' });
  await page.locator('.sheet-words text').nth(1).selectText();
  await page.getByRole('toolbar', { name: 'Selected text' }).waitFor();
  expect(await lookAt(page, 'pdf-selected')).toEqual([]);
  await page.getByRole('application', { name: /^Page 2\./ }).focus();
  await page.keyboard.press('q');
  await expect.poll(async () => (await item('report.pdf')).places ?? []).toMatchObject([{ anchor: { sort: 'quote', exact: 'Two men were brought to Kyiv.' } }]);
  await page.keyboard.press('r');
  await push('Keep region');
  await expect.poll(async () => (await item('report.pdf')).places?.[1]).toMatchObject({ anchor: { sort: 'page', page: 2, region: { w: expect.any(Number) } } });
  await push('Show its text');
  await page.getByRole('textbox', { name: /^Text of the item/ }).waitFor();
}, 120_000);

test('a picture is brightened, measured and compared by keyboard, and the kept copy stays as it is', async () => {
  const before = await item('card.jpg');
  await open('card.jpg');
  await stage().waitFor();
  await stage().focus();
  await page.keyboard.press('l');
  await page.getByRole('slider', { name: 'Contrast' }).fill('40');
  expect(await page.locator('.picture-plane img').evaluate((image) => getComputedStyle(image).filter)).toContain('picture-levels');
  await stage().focus();
  await page.keyboard.press('m');
  await page.keyboard.press('ArrowRight');
  const told = await page.locator('.measure-told').textContent();
  expect(told).toMatch(/^\d+\.\d px$/);
  await page.getByRole('textbox', { name: 'True length of this line' }).fill('8,5 cm');
  await push('Set scale');
  expect(await page.locator('.measure-told').textContent()).toBe(`${told}, 8.5 cm`);
  expect(await lookAt(page, 'picture-measured')).toEqual([]);
  await push('Stop measuring');
  await stage().focus();
  await page.keyboard.press('r');
  await push('Keep region');
  // By keyboard: a message may lie over it for a moment.
  await page.getByRole('button', { name: /^Label and transcription of/ }).press('Enter');
  await page.getByRole('textbox', { name: 'Label' }).fill('line of the name');
  await page.getByRole('textbox', { name: 'What stands or is said there' }).fill('ПРОБНЫЙ-ООЛ');
  expect(await lookAt(page, 'picture-place')).toEqual([]);
  await push('Save');
  await expect.poll(async () => (await item('card.jpg')).places).toMatchObject([{ label: 'line of the name', transcription: 'ПРОБНЫЙ-ООЛ' }]);
  expect((await item('card.jpg')).picture).toEqual(before.picture);
  await push('Compare with another picture');
  await page.getByRole('button', { name: /The other picture/ }).click();
  await page.getByRole('option', { name: 'other.png' }).click();
  await page.getByRole('application').nth(1).waitFor();
  expect(await lookAt(page, 'picture-compared')).toEqual([]);
  for (const way of ['Swipe', 'Overlay', 'Difference']) {
    await page.getByRole('button', { name: /How they are compared/ }).click();
    await page.getByRole('option', { name: way }).click();
  }
  await page.getByText(/% of the pixels differ/).waitFor();
  expect(await lookAt(page, 'picture-difference')).toEqual([]);
}, 120_000);

test('a recording is gone through, marked and claimed by keys alone', async () => {
  await open('statement.wav');
  const recording = page.getByRole('application', { name: /^Recording/ });
  await page.getByText('/ 0:20').waitFor();
  await recording.focus();
  for (const key of ['l', 'i', 'l', 'o', 'q']) await page.keyboard.press(key);
  await expect.poll(async () => (await item('statement.wav')).places).toMatchObject([{ anchor: { sort: 'time', from: 5_000, to: 10_000 } }]);
  await page.getByRole('list', { name: 'Places in this recording' }).waitFor();
  expect(await lookAt(page, 'sound')).toEqual([]);
  await recording.focus();
  await page.keyboard.press('c');
  await page.getByRole('dialog').getByText('0:05–0:10').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}, 60_000);

test('a frame of a video becomes evidence derived from it', async () => {
  await open('clip.webm');
  const recording = page.getByRole('application', { name: /^Recording/ });
  await recording.waitFor();
  await page.waitForFunction(() => (document.querySelector('video')?.readyState ?? 0) >= 2);
  expect(await lookAt(page, 'video')).toEqual([]);
  await recording.focus();
  await page.keyboard.press('f');
  const frames = async () => {
    const rows = await lab.host.query('evidence/list', {});
    return rows.ok ? rows.value.filter((row) => row.role === 'derivative') : [];
  };
  await expect.poll(async () => (await frames()).length, { timeout: 20_000 }).toBe(1);
  expect((await frames())[0]).toMatchObject({
    mime: 'image/png',
    hasPicture: true,
    derivedFrom: { evidenceId: ids.get('clip.webm'), transform: 'frame at 0:00' },
  });
}, 60_000);

test('graphic material stays out of sight, in every viewer, until it is asked for or its kind is let through', async () => {
  for (const name of ['report.pdf', 'card.jpg', 'clip.webm']) {
    await lab.host.command('evidence/mark-at-risk', { id: ids.get(name) ?? '', marks: ['graphic'] });
    await open(name);
    await page.getByText('Shielded').waitFor();
    expect(await page.getByRole('application').count(), name).toBe(0);
  }
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Settings/ })
    .click();
  await page.getByText('Shield video and sound').click();
  await open('clip.webm');
  await page.getByRole('application', { name: /^Recording/ }).waitFor();
}, 60_000);
