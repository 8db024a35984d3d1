import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { test } from '#tests/harness/desk.ts';
import { chooseFiles, layOutMaterial, propositions, wrongWith } from './job-material.ts';
import { confirmWords, makeCase } from './make-case.ts';

// The saved page has scripts and handlers, as news sites do; that the quarantine's policy stops them is said in the console.
test.use({ expectedConsole: [/^console: Executing inline event handler violates/] });

test('the whole investigation of the article by mouse: ten claims, judged, linked, noted, board, timeline, and a dossier a stranger can verify', async ({
  app,
  unlockWindow,
  deskWindow,
  caseFolder,
  scratch,
}) => {
  test.setTimeout(240_000);
  await confirmWords(unlockWindow, await makeCase(app, unlockWindow, caseFolder, 'Two soldiers in Kursk'));
  const desk = await deskWindow();
  const view = (name: string) => desk.getByRole('navigation').getByRole('button', { name: new RegExp(`^${name}`) });
  const dialog = desk.getByRole('dialog');

  await test.step('takes in an article, as text and as a saved page, and a picture', async () => {
    await chooseFiles(app, layOutMaterial(scratch));
    await desk.getByRole('banner').getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.getByRole('button', { name: 'Choose files…' }).click();
    await expect(dialog.getByText('card.jpg')).toBeVisible();
    await dialog.getByRole('button', { name: 'Import 3 files' }).click();
    await view('Evidence').click();
    await expect(row(desk, 'card.jpg')).toBeVisible({ timeout: 60_000 });
    await expect(row(desk, 'article.txt')).toBeVisible();
  });

  await test.step('claims from a quote', async () => {
    await row(desk, 'article.html').click();
    await desk.getByRole('tab', { name: 'Text' }).click();
    for (const [at, { text, asserter, quote, saidAt }] of propositions.entries()) {
      await selectByMouse(desk, quote);
      await desk.getByRole('button', { name: 'Claim from quote' }).click();
      await dialog.getByLabel('One proposition').fill(text);
      await name(dialog, asserter);
      await dialog.getByRole('textbox', { name: 'Said' }).fill(saidAt);
      await dialog.getByRole('button', { name: 'Save claim' }).click();
      await expect(dialog).toBeHidden();
      await expect(desk.locator('mark.claimed')).toHaveCount(at + 1);
    }
  });

  await test.step('claims from a region, and marks the picture for people at risk', async () => {
    await row(desk, 'card.jpg').click();
    await desk.getByRole('button', { name: 'Draw a region' }).click();
    for (const [text, y] of [
      ['The card bears a name in Cyrillic letters.', 0.2],
      ['The card names a place of birth in the Republic of Tyva.', 0.35],
    ] as const) {
      await drag(desk, desk.getByRole('application'), { x: 0.5, y }, { x: 0.75, y: y + 0.14 });
      await desk.getByRole('button', { name: 'Claim from region' }).click();
      await dialog.getByLabel('One proposition').fill(text);
      await name(dialog, 'AFP');
      await dialog.getByRole('button', { name: 'Save claim' }).click();
      await expect(dialog).toBeHidden();
    }
    await expect(desk.getByRole('list', { name: 'Regions claims rest on' })).toContainText('Republic of Tyva');
    await desk.getByRole('tab', { name: 'Facts and custody' }).click();
    await desk.getByText('Private identity document').click();
    await desk.getByRole('button', { name: 'Save marks' }).click();
    await expect(row(desk, 'card.jpg')).toContainText('Private identity document');
  });

  await test.step('links, notes and rates', async () => {
    await view('Claims').click();
    await row(desk, 'Republic of Tyva').click();
    await desk.getByRole('button', { name: 'Draw link' }).click();
    await pick(desk, dialog, 'To', 'The holder of the card');
    await dialog.getByLabel('Rationale').fill('The card was shown as found on one of them.');
    await dialog.getByRole('button', { name: 'Draw link' }).click();
    await expect(desk.getByText('The card was shown as found on one of them.')).toBeVisible();
    await desk.getByRole('button', { name: 'Write note' }).click();
    await dialog.getByRole('textbox', { name: 'Text' }).fill('Genuine in another name, forged, picked up or planted: examine the card itself.');
    await dialog.getByRole('button', { name: 'Save note' }).click();
    await expect(desk.getByText('examine the card itself')).toBeVisible();
    await choose(desk, 'Credibility of the information', '3 – Possibly true');
    await choose(desk, 'Finding', 'Corroborated');
    await expect(desk.getByText('fewer than two independent origins')).toBeVisible();
    await choose(desk, 'Finding', 'Uncorroborated');
    await expect(desk.getByText('fewer than two independent origins')).toBeHidden();
  });

  await test.step('judges several claims at once', async () => {
    for (const words of ['questioned with interpreters', 'took it for an exercise']) await row(desk, words).locator('[data-mark]').click();
    await desk.getByRole('button', { name: 'Change marked…' }).click();
    await dialog.getByRole('button', { name: /Finding/ }).click();
    await desk.getByRole('option', { name: /^Uncorroborated/ }).click();
    await dialog.getByRole('button', { name: 'Change', exact: true }).click();
    await expect(row(desk, 'Uncorroborated')).toHaveCount(3);
  });

  await test.step('sees it on the board and along the timeline', async () => {
    await view('Board').click();
    await desk.getByRole('grid', { name: 'Objects' }).getByRole('row').filter({ hasText: 'The holder of the card' }).click();
    await desk.getByRole('button', { name: 'Save board' }).click();
    await dialog.getByRole('textbox').fill('Who said what of whom');
    await dialog.getByRole('button', { name: 'Save' }).last().click();
    await expect(dialog).toBeHidden();
    await view('Timeline').click();
    await row(desk, 'Two soldiers were captured').first().click();
    await expect(
      desk
        .getByRole('status')
        .filter({ hasText: /January 2025/ })
        .first(),
    ).toBeAttached();
  });

  const folder = join(scratch, 'dossier');
  await test.step('exports a dossier that holds back the marked picture', async () => {
    mkdirSync(folder);
    await chooseFiles(app, [folder]);
    await view('Dossier').click();
    await desk.getByRole('button', { name: 'New plan' }).first().click();
    await dialog.getByText(/^Leave out what is marked/).click();
    await dialog.getByRole('button', { name: 'New plan' }).click();
    await expect(desk.getByRole('region', { name: 'Withheld' })).toContainText('Private identity document');
    await desk.getByRole('button', { name: 'Export…' }).click();
    await dialog.getByRole('button', { name: 'Choose folder and export…' }).click();
    await expect(dialog.getByRole('heading', { name: 'Dossier exported' })).toBeVisible({ timeout: 120_000 });
    await expect(dialog.getByText('1 withheld')).toBeVisible();
  });

  expect(await wrongWith(folder)).toEqual([]);
});

function row(desk: Page, text: string): Locator {
  return desk.getByRole('row').filter({ hasText: text });
}

/** Selects words of the text with the pointer, from before the first letter to after the last. */
async function selectByMouse(desk: Page, words: string): Promise<void> {
  const text = desk.getByRole('textbox', { name: /^Text of the item/ });
  const ends = await text.evaluate((root, wanted) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const rects = [...range.getClientRects()];
      const [first, last] = [rects[0], rects.at(-1)];
      if (first && last) return { from: { x: first.left + 0.5, y: first.top + first.height / 2 }, to: { x: last.right - 0.5, y: last.top + last.height / 2 } };
    }
    return null;
  }, words);
  if (!ends) throw new Error('the words are not in the text');
  await desk.mouse.move(ends.from.x, ends.from.y);
  await desk.mouse.down();
  await desk.mouse.move(ends.to.x, ends.to.y, { steps: 8 });
  await desk.mouse.up();
}

type Share = { readonly x: number; readonly y: number };
async function drag(desk: Page, area: Locator, from: Share, to: Share): Promise<void> {
  const box = await area.boundingBox();
  if (!box) throw new Error('nothing to drag over');
  await desk.mouse.move(box.x + box.width * from.x, box.y + box.height * from.y);
  await desk.mouse.down();
  await desk.mouse.move(box.x + box.width * to.x, box.y + box.height * to.y, { steps: 8 });
  await desk.mouse.up();
}

/** Names who asserts a claim. Tab takes what was typed and closes the list of those known, which would lie over the rest of the form. */
async function name(dialog: Locator, asserter: string): Promise<void> {
  const field = dialog.getByLabel('Asserted by');
  await field.fill(asserter);
  await field.press('Tab');
}

/** Picks an object of the case in a field by part of its name. */
async function pick(desk: Page, within: Locator, label: string, name: string): Promise<void> {
  await within.getByRole('combobox', { name: label, exact: true }).fill(name);
  await desk.getByRole('option').filter({ hasText: name }).first().click();
}

/** Chooses in a list that opens. */
async function choose(desk: Page, label: string, option: string): Promise<void> {
  await desk
    .getByRole('region', { name: 'Assessment' })
    .getByRole('button', { name: new RegExp(label) })
    .click();
  await desk.getByRole('option', { name: new RegExp(`^${option}`) }).click();
}
