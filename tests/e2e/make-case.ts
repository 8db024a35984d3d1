import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { createCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { countingFacts, good } from '#tests/harness/stored-case.ts';

export const testPassphrase = 'seven quiet herons cross the lake';

/** Answers the next dialogs of the system in its place; the shell calls them late, so that a spec can. */
export async function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, path);
}

/** Makes a case through the unlock page as an analyst would, up to the button that opens the desk. Answers the recovery words. */
export async function makeCase(app: ElectronApplication, page: Page, folder: string, title = 'Herons'): Promise<readonly string[]> {
  await answerDialogs(app, folder);
  await page.getByRole('button', { name: /New case/ }).click();
  await page.getByLabel('Title').fill(title);
  await page.getByLabel('Purpose').fill('To learn who counted the herons.');
  await page.getByLabel('Your name or initials').fill('A. N.');
  await page.getByLabel('Passphrase', { exact: true }).fill(testPassphrase);
  await page.getByLabel('Passphrase, once more').fill(testPassphrase);
  await page.getByRole('button', { name: 'Choose…' }).click();
  await expect(page.getByText('Example.case')).toBeVisible();
  await page.getByRole('button', { name: 'Create the case' }).click();
  await expect(page.getByRole('heading', { name: 'Write these 24 words on paper' })).toBeVisible({ timeout: 120_000 });
  return page.locator('.words-word').allInnerTexts();
}

/** Says that the words were written down, gives the two that are asked, and opens the desk. */
export async function confirmWords(page: Page, words: readonly string[]): Promise<void> {
  await page.getByLabel('I have written them down').check();
  await page.getByRole('button', { name: 'Continue' }).click();
  for (const field of await page.getByRole('textbox').all()) {
    const label = await field.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent ?? '');
    await field.fill(words[Number(label.replace('Word ', '')) - 1] ?? '');
  }
  await page.getByRole('button', { name: 'Open the desk' }).click();
}

/** An empty case as {@link makeCase} leaves it, with the cheapest key derivation, opened through the unlock page: for specs about something else. */
export async function openNewCase(app: ElectronApplication, page: Page, folder: string): Promise<void> {
  const facts = countingFacts();
  const meta = { title: 'Herons', purpose: 'To learn who counted the herons.', handling: '', analysts: ['A. N.'], openedAt: facts.now() };
  const passphrase = new TextEncoder().encode(testPassphrase);
  good(await good(await createCase(folder, { meta, passphrase, facts, kdf: leastKdfCost })).case.close());
  await openCase(app, page, folder, testPassphrase);
}

export async function openCase(app: ElectronApplication, page: Page, folder: string, passphrase: string): Promise<void> {
  await answerDialogs(app, folder);
  await page.getByRole('button', { name: /Choose a case folder/ }).click();
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock', exact: true }).click();
}
