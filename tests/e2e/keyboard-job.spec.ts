import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { test } from '#tests/harness/desk.ts';
import { keyboardOf } from './by-keyboard.ts';
import { chooseFiles, layOutMaterial, propositions, wrongWith } from './job-material.ts';
import { answerDialogs, testPassphrase } from './make-case.ts';

// The saved page has scripts and handlers, as news sites do; that the quarantine's policy stops them is said in the console.
test.use({ expectedConsole: [/^console: Executing inline event handler violates/] });

test('the whole investigation of the article by keyboard alone: ten claims, links, notes, board, timeline and a dossier', async ({
  app,
  unlockWindow,
  deskWindow,
  caseFolder,
  scratch,
}) => {
  test.setTimeout(300_000);

  await test.step('makes a case', async () => {
    const hands = keyboardOf(unlockWindow);
    await answerDialogs(app, caseFolder);
    await hands.push(unlockWindow.getByRole('button', { name: /New case/ }));
    await hands.fill(unlockWindow.getByLabel('Title'), 'Two soldiers in Kursk');
    await hands.fill(unlockWindow.getByLabel('Your name or initials'), 'A. N.');
    await hands.fill(unlockWindow.getByLabel('Passphrase', { exact: true }), testPassphrase);
    await hands.fill(unlockWindow.getByLabel('Passphrase, once more'), testPassphrase);
    await hands.push(unlockWindow.getByRole('button', { name: 'Choose…' }));
    await expect(unlockWindow.getByText('Example.case')).toBeVisible();
    await hands.push(unlockWindow.getByRole('button', { name: 'Create the case' }));
    await expect(unlockWindow.getByRole('heading', { name: 'Write these 24 words on paper' })).toBeVisible({ timeout: 30_000 });
    const words = await unlockWindow.locator('.words-word').allInnerTexts();
    await hands.tick(unlockWindow.getByLabel('I have written them down'));
    await hands.push(unlockWindow.getByRole('button', { name: 'Continue' }));
    for (const field of await unlockWindow.getByRole('textbox').all()) {
      const label = await field.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent ?? '');
      await hands.fill(field, words[Number(label.replace('Word ', '')) - 1] ?? '');
    }
    await hands.reach(unlockWindow.getByRole('button', { name: 'Open the desk' }));
    await hands.press('Enter').catch(() => undefined); // the page closes under the key
  });

  const desk = await deskWindow();
  const hands = keyboardOf(desk);
  const dialog = desk.getByRole('dialog');
  const evidence = desk.getByRole('grid', { name: 'Evidence' });
  const claims = desk.getByRole('grid', { name: 'Claims' });
  await expect(desk.getByRole('navigation')).toBeVisible();

  await test.step('takes in an article, as text and as a saved page, and a picture', async () => {
    await chooseFiles(app, layOutMaterial(scratch));
    await hands.press('ControlOrMeta+i');
    await hands.push(dialog.getByRole('button', { name: 'Choose files…' }));
    await expect(dialog.getByText('card.jpg')).toBeVisible();
    await hands.push(dialog.getByRole('button', { name: 'Import 3 files' }));
    await expect(dialog).toBeHidden();
    await hands.press('ControlOrMeta+3');
    await expect(evidence).toContainText('card.jpg', { timeout: 60_000 });
  });

  await test.step('claims from a quote found by its words, and from one selected with Shift and the arrow keys', async () => {
    await hands.walkTo(evidence, 'article.html');
    await hands.turnTo('Text');
    const text = desk.getByRole('textbox', { name: /^Text of the item/ });
    for (const [at, { text: words, asserter, quote, saidAt }] of propositions.entries()) {
      await hands.fill(desk.getByRole('textbox', { name: 'Find in the text' }), quote);
      await hands.press('Enter');
      await hands.push(desk.getByRole('button', { name: 'Claim from quote' }));
      await hands.fill(dialog.getByLabel('One proposition'), words);
      await hands.fill(dialog.getByRole('combobox', { name: 'Asserted by' }), asserter);
      await hands.fill(dialog.getByRole('textbox', { name: 'Said' }), saidAt);
      await hands.push(dialog.getByRole('button', { name: 'Save claim' }));
      await expect(dialog).toBeHidden();
      await expect(desk.locator('mark.claimed')).toHaveCount(at + 1);
    }
    await hands.reach(text);
    await hands.press('ControlOrMeta+Home', 'ControlOrMeta+Shift+ArrowRight', 'ControlOrMeta+Shift+ArrowRight', 'c');
    await hands.fill(dialog.getByLabel('One proposition'), 'The headline speaks of prisoners.');
    await hands.fill(dialog.getByRole('combobox', { name: 'Asserted by' }), 'AFP');
    await hands.reach(dialog.getByLabel('One proposition'));
    await hands.press('ControlOrMeta+Enter');
    await expect(dialog.getByLabel('One proposition')).toHaveValue('');
    await expect(dialog.getByRole('combobox', { name: 'Asserted by' })).toHaveValue('AFP');
    await hands.press('Escape');
    await expect(desk.locator('mark.claimed')).toHaveCount(propositions.length + 1);
  });

  await test.step('claims from a region drawn with the arrow keys, and marks the picture for people at risk', async () => {
    await hands.walkTo(evidence, 'card.jpg');
    await hands.reach(desk.getByRole('application'));
    await hands.press('+', '0', 'r', 'ArrowRight', 'ArrowRight', 'Shift+ArrowDown', 'Alt+ArrowLeft', 'Enter');
    await hands.fill(dialog.getByLabel('One proposition'), 'The card names a place of birth in the Republic of Tyva.');
    await hands.fill(dialog.getByRole('combobox', { name: 'Asserted by' }), 'AFP');
    await hands.push(dialog.getByRole('button', { name: 'Save claim' }));
    await expect(desk.getByRole('list', { name: 'Regions claims rest on' })).toContainText('Republic of Tyva');
    await hands.turnTo('Facts and custody');
    await hands.tick(desk.getByRole('checkbox', { name: /^Private identity document/ }));
    await hands.push(desk.getByRole('button', { name: 'Save marks' }));
    await expect(evidence.getByRole('row').filter({ hasText: 'card.jpg' })).toContainText('Private identity document');
  });

  await test.step('links, notes and rates', async () => {
    await hands.press('ControlOrMeta+4');
    await hands.walkTo(claims, 'Republic of Tyva');
    await hands.push(desk.getByRole('button', { name: 'Draw link' }));
    await hands.pick(dialog.getByRole('combobox', { name: 'To', exact: true }), 'The holder of the card');
    await hands.fill(dialog.getByLabel('Rationale'), 'The card was shown as found on one of them.');
    await hands.push(dialog.getByRole('button', { name: 'Draw link' }));
    await expect(desk.getByText('The card was shown as found on one of them.')).toBeVisible();
    await hands.push(desk.getByRole('button', { name: 'Write note' }));
    await hands.fill(dialog.getByRole('textbox', { name: 'Text' }), 'Genuine, forged, picked up or planted: examine the card itself.');
    await hands.press('ControlOrMeta+Enter');
    await expect(desk.getByText('examine the card itself')).toBeVisible();
    const assessment = desk.getByRole('region', { name: 'Assessment' });
    await hands.choose(assessment.getByRole('button', { name: /Credibility/ }), '3 – Possibly true');
    await hands.choose(assessment.getByRole('button', { name: /Finding/ }), 'Uncorroborated');
    await expect(claims.getByRole('row').filter({ hasText: 'Republic of Tyva' })).toContainText('Uncorroborated');
  });

  await test.step('splits one claim, judges several at once and keeps the filter that finds them', async () => {
    await hands.walkTo(claims, 'They were taken by Ukrainian troops');
    await hands.press('s');
    await hands.fill(dialog.getByLabel('One proposition on each line'), 'They were taken in Kursk.\nUkrainian troops took them.');
    await hands.press('ControlOrMeta+Enter');
    await expect(dialog).toBeHidden();
    await hands.choose(desk.getByRole('button', { name: /Gather by/ }), 'Asserter');
    await expect(claims.getByRole('row').filter({ hasText: /^Volodymyr Zelensky3$/ })).toBeVisible();
    await hands.walkTo(claims, 'Two soldiers were captured');
    await hands.press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown', 'e');
    await hands.choose(dialog.getByRole('button', { name: /Finding/ }), 'Uncorroborated');
    await hands.push(dialog.getByRole('button', { name: 'Change', exact: true }));
    await expect(dialog).toBeHidden();
    await expect(claims.getByRole('row').filter({ hasText: 'Uncorroborated' })).toHaveCount(4);
    await hands.press('ControlOrMeta+z');
    await expect(claims.getByRole('row').filter({ hasText: 'Uncorroborated' })).toHaveCount(1);
    await hands.press('ControlOrMeta+Shift+z');
    await hands.push(desk.getByRole('button', { name: 'Keep…' }));
    await hands.fill(dialog.getByRole('textbox', { name: 'Name of the filter' }), 'By who says so');
    await hands.press('Enter');
    await expect(desk.getByRole('button', { name: /Kept filters/ })).toContainText('By who says so');
  });

  await test.step('sees it on the board and keeps that, and goes along the timeline', async () => {
    await hands.press('ControlOrMeta+b');
    await expect(desk.getByRole('heading', { name: 'Board' })).toBeVisible();
    await hands.reach(desk.getByRole('application'));
    await hands.press('ArrowDown');
    await expect(
      desk
        .getByRole('status')
        .filter({ hasText: /relations?\./ })
        .first(),
    ).toBeAttached();
    await hands.push(desk.getByRole('button', { name: 'Save board' }));
    await hands.fill(dialog.getByRole('textbox'), 'Who said what of whom');
    await hands.press('Enter');
    await expect(dialog).toBeHidden();
    await hands.press('ControlOrMeta+Shift+t');
    await hands.reach(desk.getByRole('application'));
    await hands.press('ArrowRight');
    await expect(
      desk
        .getByRole('status')
        .filter({ hasText: /January 2025/ })
        .first(),
    ).toBeAttached();
  });

  const folder = join(scratch, 'dossier');
  await test.step('exports a dossier with a cited sentence', async () => {
    mkdirSync(folder);
    await chooseFiles(app, [folder]);
    await hands.press('ControlOrMeta+9');
    await hands.push(desk.getByRole('button', { name: 'New plan' }));
    await hands.tick(dialog.getByRole('checkbox', { name: /^Leave out what is marked/ }));
    await hands.push(dialog.getByRole('button', { name: 'New plan' }));
    await expect(dialog).toBeHidden();
    await hands.push(desk.getByRole('button', { name: 'Add sentence' }));
    await hands.fill(desk.getByRole('textbox', { name: 'Sentence 1' }), 'Two men were presented as captured soldiers.');
    await expect(desk.getByText('Cites nothing yet')).toBeVisible();
    await hands.pick(desk.getByRole('combobox', { name: /^Sentence 1: Cite/ }), 'Two soldiers');
    await expect(desk.getByText('Cites nothing yet')).toBeHidden();
    await hands.push(desk.getByRole('button', { name: 'Save plan' }));
    await hands.push(desk.getByRole('button', { name: 'Export…' }));
    await hands.push(dialog.getByRole('button', { name: 'Choose folder and export…' }));
    await expect(dialog.getByRole('heading', { name: 'Dossier exported' })).toBeVisible({ timeout: 120_000 });
  });
  expect(await wrongWith(folder)).toEqual([]);
});
