import { randomInt } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import { formsOf, type Needle } from '#tests/harness/canary-forms.ts';
import { test, windowOf } from '#tests/harness/desk.ts';
import { countFiles, findCanaries } from '#tests/harness/find-canaries.ts';
import { type MemoryScan, memoryIsAFile, scanProcesses } from '#tests/harness/scan-memory.ts';
import { chooseFiles } from './job-material.ts';
import { answerDialogs } from './make-case.ts';

/**
 * The canary scan of a lock. Everything of a case is typed at the keyboard, letter by letter, as a person does: a word that a spec sends in
 * one piece passes through the debugger and would be found as its own trace. All words hold one stem of this run, so that a
 * rest of any of them is found too; the words in other scripts are looked for whole. Left out is what passes the shell by its nature: paths
 * chosen in its dialogs, text on its clipboard, and pictures and saved pages that its protocol gives the viewer (SECURITY.md).
 */
const letters = 'zqxjkvwpf';
const stem = Array.from({ length: 10 }, () => letters[randomInt(letters.length)]).join('');
const typed = {
  passphrase: `${stem} passphrase of six rare birds`,
  title: `${stem} title`,
  purpose: `${stem} purpose`,
  picture: `${stem} picture.jpg`,
  dropped: `${stem} dropped.png`,
  pastedName: `${stem} post`,
  pasted: `${stem} pasted words канарейковый ${stem}`,
  claim: `${stem} was said тамарикс${stem}`,
  asserter: `${stem} asserter`,
  noteTitle: `${stem} note`,
  note: `${stem} note text 누리카나리아`,
  search: `${stem} sea`,
} as const;
const needles = [stem, 'тамарикс', '누리카나리아', 'канарейковый'].flatMap(formsOf);

test('after a lock no word that was typed is in the memory of any process of the app, nor in any file it wrote', async ({ launch, scratch, caseFolder }) => {
  test.setTimeout(240_000);
  for (const folder of ['temp', 'material']) mkdirSync(join(scratch, folder));
  const picture = join(scratch, 'material', 'card.jpg');
  copyFileSync(join(import.meta.dirname, '..', 'fixtures', 'desk', 'drawn-card.jpg'), picture);
  const app = await launch({ env: { TMPDIR: join(scratch, 'temp') } });

  await makeCaseByHand(app, await windowOf(app, 'unlock'), caseFolder);
  const desk = await windowOf(app, 'desk');
  await fillCaseByHand(app, desk, picture);
  const open = scan(app);
  tell('while the case is open', open);
  if (memoryIsAFile()) expect(processesWith(open), 'the scan sees what is there').toContain('case process');
  // The case process derived a key from it; the page it was typed into has ended. Chromium's browser process hands on what is typed and
  // may not have written over it yet; nothing else ever had it.
  const held = processesWith(scan(app, formsOf(typed.passphrase))).filter((what) => what !== 'case process' && what !== 'browser');
  expect(held, 'the passphrase, while the case is open').toEqual([]);

  await desk.keyboard.press('Control+L').catch(() => undefined); // the page closes under the key
  const unlock = await windowOf(app, 'unlock');
  await expect(unlock.getByText('The case is locked.')).toBeVisible();
  await expect.poll(() => scan(app).processes.some(({ what }) => what === 'case process')).toBe(false);
  const locked = scan(app);
  tell('after the lock', locked);
  expect(
    locked.processes.flatMap(({ found }) => found),
    'in memory',
  ).toEqual([]);
  // Chromium's own processes show their memory to root alone; whom the scan could not look into is printed.
  if (process.getuid?.() === 0) expect(locked.unreadable, 'processes nobody could look into').toEqual([]);

  const places = writtenTo(app, scratch);
  console.log(`  files: ${countFiles(places)} scanned`);
  expect(countFiles(places)).toBeGreaterThan(5);
  expect(findCanaries(places, [stem, 'тамарикс', '누리카나리아', 'канарейковый']), 'in files').toEqual([]);
});

async function makeCaseByHand(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  await answerDialogs(app, folder);
  await page.getByRole('button', { name: /New case/ }).click();
  await type(page.getByLabel('Title'), typed.title);
  await type(page.getByLabel('Purpose'), typed.purpose);
  await type(page.getByLabel('Your name or initials'), typed.asserter);
  await type(page.getByLabel('Passphrase', { exact: true }), typed.passphrase);
  await type(page.getByLabel('Passphrase, once more'), typed.passphrase);
  await page.getByRole('button', { name: 'Choose…' }).click();
  await expect(page.getByText('Example.case')).toBeVisible();
  await page.getByRole('button', { name: 'Create the case' }).click();
  await expect(page.getByRole('heading', { name: 'Write these 24 words on paper' })).toBeVisible({ timeout: 120_000 });
  const words: string[] = [];
  for (let place = 0; place < 24; place += 1) words.push((await page.locator('.words-word').nth(place).textContent()) ?? '');
  await page.getByLabel('I have written them down').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  for (const field of await page.getByRole('textbox').all()) {
    const label = await field.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent ?? '');
    await type(field, words[Number(label.replace('Word ', '')) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Open the desk' }).click();
}

async function fillCaseByHand(app: ElectronApplication, desk: Page, picture: string): Promise<void> {
  const dialog = desk.getByRole('dialog');
  const save = async (name: string | RegExp) => {
    await dialog.getByRole('button', { name }).last().click();
    await expect(dialog).toHaveCount(0);
  };
  await expect(desk.getByRole('navigation')).toBeVisible();
  await chooseFiles(app, [picture]);
  await desk.keyboard.press('Control+I');
  await dialog.getByRole('button', { name: 'Choose files…' }).click();
  await expect(dialog.getByText('card.jpg')).toBeVisible();
  await save('Import');
  await desk.getByRole('tab', { name: 'Facts and custody' }).click();
  await desk.getByRole('button', { name: 'Name and kind' }).first().click();
  await dialog.getByLabel('Name').first().press('Control+A');
  await type(dialog.getByLabel('Name').first(), typed.picture);
  await save('Save');

  await desk.keyboard.press('Control+I');
  await dialog.getByRole('tab', { name: 'Pasted text' }).click();
  await type(dialog.getByLabel('Name of the exhibit'), typed.pastedName);
  await type(dialog.getByLabel('Text', { exact: true }), typed.pasted);
  await save('Import');
  await expect.poll(() => desk.evaluate(showsBackwards, backwards(typed.pasted)), 'what the quarantine read is on the screen').toBe(true);

  await desk.evaluate(dropPicture, backwards(typed.dropped));
  await expect.poll(() => desk.evaluate(showsBackwards, backwards(typed.dropped)), 'the dropped file is on the screen').toBe(true);
  await expect(desk.getByRole('progressbar'), 'and has been examined').toHaveCount(0);

  await desk.keyboard.press('Control+Shift+N');
  await type(dialog.getByLabel('Title'), typed.noteTitle);
  await type(dialog.getByRole('textbox', { name: 'Text' }), typed.note);
  await save(/^Save/);

  await desk.keyboard.press('Control+Shift+C');
  await type(dialog.getByLabel('One proposition'), typed.claim);
  await type(dialog.getByRole('combobox', { name: 'Asserted by' }), typed.asserter);
  await desk.keyboard.press('Tab');
  await save('Save claim');

  await desk.keyboard.press('Control+F');
  await desk.keyboard.type(typed.search);
  await desk.waitForTimeout(500);
}

/**
 * Letter by letter. That the field has them is asked of the page as a number, never of the field: Playwright describes an element it
 * looks at, value included, and the description would stay in the browser's memory.
 */
async function type(field: Locator, text: string): Promise<void> {
  const page = field.page();
  await field.click();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
  const length = () => {
    const field = document.activeElement;
    return (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : (field?.textContent ?? '')).length;
  };
  await expect.poll(() => page.evaluate(length)).toBe(text.length);
}

/** To ask for words without sending them: they are put together in the page, which ends with the lock. */
const backwards = (text: string) => [...text].reverse().join('');
const showsBackwards = (reversed: string) => document.body.textContent.includes([...reversed].reverse().join(''));

/** Drops a file that the page draws itself, under a name that nothing outside it has seen. */
async function dropPicture(reversed: string): Promise<void> {
  const canvas = new OffscreenCanvas(64, 48);
  canvas.getContext('2d')?.fillRect(8, 8, 32, 24);
  const picture = await canvas.convertToBlob();
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([picture], [...reversed].reverse().join(''), { type: 'image/png' }));
  window.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
}

function scan(app: ElectronApplication, wanted: readonly Needle[] = needles): MemoryScan {
  return memoryIsAFile() ? scanProcesses(app.process().pid ?? 0, wanted) : { processes: [], unreadable: [] };
}

function processesWith({ processes }: MemoryScan): readonly string[] {
  return processes.filter(({ found }) => found.length > 0).map(({ what }) => what);
}

function tell(when: string, { processes, unreadable }: MemoryScan): void {
  const megabytes = processes.reduce((sum, { scannedMiB }) => sum + scannedMiB, 0);
  const hits = processes.reduce((sum, { found }) => sum + found.length, 0);
  console.log(
    `  memory ${when}: ${processes.length} processes, ${megabytes} MiB, ${hits} found${unreadable.length > 0 ? `, not readable: ${unreadable.join(', ')}` : ''}`,
  );
  for (const { pid, what, scannedMiB, found } of processes) console.log(`    ${pid} ${what}: ${scannedMiB} MiB, ${found.length} found`);
}

/** Everywhere the app may have written. */
function writtenTo(app: ElectronApplication, scratch: string): readonly string[] {
  const profiles = readdirSync('/dev/shm').filter((entry) => entry.startsWith(`corroborate-engine-${app.process().pid}-`));
  return [join(scratch, 'Example.case'), join(scratch, 'settings-1'), join(scratch, 'temp'), ...profiles.map((entry) => join('/dev/shm', entry))];
}
