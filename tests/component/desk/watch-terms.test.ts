import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

const name = 'Ри Ён Чхоль';
let lab: DeskLab;
let page: Page;
beforeAll(async () => {
  lab = await openDeskLab();
  await lab.host.command('entities/add', { kind: 'person', names: [name], roleOnly: 'captive 1' });
  const text = 'Putin came to Kursk.\nNobody else came, says Путин.\nThe Kursk region was quiet.';
  const taken = await lab.host.command('evidence/take-in', { jobId: 'j', files: [{ from: 'text', name: 'article.txt', text }] });
  const item = taken.ok && taken.value[0]?.outcome === 'taken-in' ? taken.value[0].evidence : null;
  if (!item) throw new Error('the article was not taken in');
  await lab.host.command('claims/assert', { text: 'Putin came.', asserter: { name: 'AFP' }, anchors: [{ evidenceId: item.id, quote: 'Putin came' }] });
  page = await lab.openPage();
}, 180_000);
afterAll(() => lab.close());

const text = () => page.getByRole('textbox', { name: /^Text of the item/ });
const selection = () => page.evaluate(() => String(document.getSelection()));
const watched = async () => page.locator('.article-text .watched').evaluateAll((all) => all.map((each) => [each.textContent, each.getAttribute('title')]));

test('words chosen in a text are watched for by a key, and every place of them is marked apart from claims', async () => {
  await lab.sendMenu(page, 'view/evidence');
  await page.getByRole('row').filter({ hasText: 'article.txt' }).click();
  await text().focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.getByRole('button', { name: /^Watch for these words/ }).waitFor();
  await page.keyboard.press('w');
  await page.getByText('Watched for from now on: Putin').waitFor();
  const bar = page.getByRole('region', { name: 'Watch terms in this text' });
  await bar.getByRole('button', { name: /^Putin 2/ }).waitFor();
  expect(await watched()).toEqual([
    ['Putin', 'Watch term: Putin'],
    ['Путин', 'Watch term: Putin'],
  ]);
  // The first stands within the words of a claim: both are told.
  expect(await page.locator('.article-text mark.claimed .watched').count()).toBe(1);
  await text().focus();
  await page.keyboard.press(']');
  expect(await selection()).toBe('Putin');
  await page.keyboard.press(']');
  expect(await selection()).toBe('Путин');
  await bar.getByText('2 of 2').waitFor();
  await page.keyboard.press(']');
  expect(await selection()).toBe('Putin');
  await page.keyboard.press('[');
  expect(await selection()).toBe('Путин');
}, 120_000);

test('marks that come while words are chosen leave them chosen, from where they began', async () => {
  const last = 'The Kursk region was quiet.';
  await text().focus();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Shift+Home');
  expect(await selection()).toBe(last);
  await lab.host.command('watch/add', { term: 'region was' });
  await page.locator('.article-text .watched', { hasText: 'region was' }).waitFor();
  expect(await selection()).toBe(last);
  await page.keyboard.press('Shift+ArrowUp');
  expect(await selection()).toBe(`Nobody else came, says Путин.\n${last}`);
  await lab.host.command('history/undo', {});
  await page.locator('.article-text .watched', { hasText: 'region was' }).waitFor({ state: 'detached' });
  expect(await selection()).toBe(`Nobody else came, says Путин.\n${last}`);
}, 120_000);

test('an import says which watch terms it brings, and a press opens the place, from the message and from the job', async () => {
  await lab.host.command('watch/add', { term: 'Kursk region', reason: 'Where were they?' });
  await lab.sendMenu(page, 'import/paste-text');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name of the exhibit').fill('new.txt');
  await dialog.getByLabel('Text', { exact: true }).fill(`${'A long story.\n'.repeat(40)}In the Kursk region ПУТИН and Putin met.`);
  await dialog.getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await page.getByText('2 watch terms found').waitFor();
  await page.getByText('Kursk region ×1, Putin ×2').waitFor();
  await lab.sendMenu(page, 'view/claims');
  await page.getByRole('button', { name: 'Show', exact: true }).press('Enter');
  await text().waitFor();
  await expect.poll(selection).toBe('Kursk region');
  expect((await watched())[0]).toEqual(['Kursk region', 'Watch term: Kursk region (Where were they?)']);
  await lab.sendMenu(page, 'jobs');
  await dialog.getByRole('button', { name: 'new.txt: watch term Putin ×2' }).press('Enter');
  await expect.poll(selection).toBe('ПУТИН');
}, 120_000);

test('the terms are listed with where they stand, opened there, changed and let go of', async () => {
  await lab.sendMenu(page, 'view/search');
  await page.getByRole('tab', { name: /Watch terms/ }).click();
  const line = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Putin 4 places in 2 exhibits/ }) });
  await line.getByRole('button', { name: /^Putin 4 places/ }).press('Enter');
  const places = page.getByRole('list', { name: 'Where Putin stands' });
  await places.getByRole('button', { name: /article\.txt/ }).press('Enter');
  await expect.poll(selection).toBe('Putin');
  expect(await page.getByRole('heading', { name: 'article.txt' }).count()).toBe(1);
  await lab.sendMenu(page, 'view/search');
  await page.getByRole('button', { name: 'Change Kursk region' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Word, name or phrase' }).fill('PUTIN');
  await page.keyboard.press('Enter');
  await dialog.getByText('These words are watched for already.').waitFor();
  await dialog.getByRole('textbox', { name: 'Word, name or phrase' }).fill('Storm Corps');
  await page.keyboard.press('Enter');
  await page.getByText('Watch term changed.').waitFor();
  await page.getByText('in no exhibit yet').waitFor();
  await page.getByRole('button', { name: 'Watch for Storm Corps no more' }).press('Enter');
  await page.getByText('Watch term removed.').waitFor();
  expect(await page.getByText('Storm Corps').filter({ visible: true }).count()).toBe(0);
}, 120_000);

test('from the palette: the chosen words are watched for, and without any they are asked for', async () => {
  const choose = async () => {
    await lab.sendMenu(page, 'palette');
    await page.getByRole('dialog').getByRole('combobox').fill('watch the chosen');
    await page.getByRole('option', { name: 'Watch the chosen words' }).waitFor();
    await page.keyboard.press('Enter');
  };
  await lab.sendMenu(page, 'view/evidence');
  await page.getByRole('row').filter({ hasText: 'article.txt' }).click();
  await text().filter({ hasText: 'Nobody else came' }).focus();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Shift+End');
  await choose();
  await page.getByText('Watched for from now on: Putin came to Kursk.').waitFor();
  await lab.sendMenu(page, 'view/claims');
  await choose();
  await page.getByRole('dialog', { name: 'Watch for words' }).waitFor();
  await page.keyboard.press('Escape');
}, 120_000);

test('where roles stand for names, no watch term tells one, in lists, titles and messages', async () => {
  await lab.host.command('watch/add', { term: name, reason: `${name} was seen` });
  await page.getByRole('button', { name: 'Names shown' }).click();
  const shown = () =>
    page.evaluate(() => {
      const told = [...document.querySelectorAll('[title], [aria-label]')].flatMap((each) => [each.getAttribute('title'), each.getAttribute('aria-label')]);
      return [...document.querySelectorAll('body *:not(.article-text *)')]
        .filter((each) => each.children.length === 0)
        .map((each) => each.textContent)
        .concat(told as string[])
        .join('\n');
    });
  await lab.sendMenu(page, 'view/search');
  await page.getByRole('button', { name: /^captive 1 in no exhibit yet/ }).waitFor();
  expect(await shown()).not.toContain('Чхоль');
  await lab.sendMenu(page, 'import/paste-text');
  await page.getByRole('dialog').getByLabel('Name of the exhibit').fill('seen.txt');
  await page.getByRole('dialog').getByLabel('Text', { exact: true }).fill(`It was ${name}.`);
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await page.getByText('captive 1 ×1').waitFor();
  await page
    .getByRole('region', { name: 'Watch terms in this text' })
    .or(page.getByRole('button', { name: 'Show', exact: true }))
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Show', exact: true }).last().press('Enter');
  await page
    .getByRole('region', { name: 'Watch terms in this text' })
    .getByRole('button', { name: /^captive 1/ })
    .waitFor();
  expect(await page.locator('.article-text .watched').first().getAttribute('title')).toBe('Watch term: captive 1 (captive 1 was seen)');
  expect(lab.complaints).toEqual([]);
}, 120_000);
