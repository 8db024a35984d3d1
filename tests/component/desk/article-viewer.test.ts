import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { articleHtml, seedArticle } from '#tests/fixtures/material/article-html.ts';
import { lookAt } from '#tests/harness/axe-in-lab.ts';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

let lab: DeskLab;
let page: Page;
let articleId: string;
beforeAll(async () => {
  lab = await openDeskLab();
  const bytes = new TextEncoder().encode(articleHtml(seedArticle(), { title: 'Two captured soldiers' }));
  const taken = await lab.host.command('evidence/take-in', { jobId: 'a', files: [{ from: 'bytes', name: 'article.html', bytes }], kind: 'article' });
  if (!taken.ok || taken.value[0]?.outcome !== 'taken-in') throw new Error('not taken in');
  articleId = taken.value[0].evidence.id;
  const claim = async (text: string, quote: string) => {
    const made = await lab.host.command('claims/assert', { text, asserter: { name: 'Zelensky' }, anchors: [{ evidenceId: articleId, quote }] });
    return made.ok ? made.value.id : '';
  };
  const first = await claim('Two men were captured in the Kursk region.', 'Kursk region');
  await claim('The region is Kursk.', 'Kursk region');
  await lab.host.command('claims/rate', { id: first, finding: 'disputed' });
  page = await lab.openPage();
  await page
    .getByRole('navigation')
    .getByRole('button', { name: /^Evidence/ })
    .click();
  await page.getByRole('row').filter({ hasText: 'article.html' }).first().click();
}, 240_000);
afterAll(() => lab.close());
afterEach(() => {
  expect(lab.attempts).toEqual([]);
  // The saved page has scripts and handlers, as news sites do.
  expect(lab.complaints.filter((complaint) => !/inline event handler|Blocked script execution/.test(complaint))).toEqual([]);
});

const text = () => page.getByRole('textbox', { name: /^Text of the item/ });
const dialog = () => page.getByRole('dialog');
const place = async () => {
  const item = await lab.host.query('evidence/show', { id: articleId });
  return item.ok ? (item.value.places ?? []) : [];
};

/** Selects two words at the beginning of the text by keys alone. */
async function selectWords(): Promise<void> {
  await text().focus();
  for (const keys of ['Control+Home', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight']) await page.keyboard.press(keys);
  await page.getByRole('toolbar', { name: 'Selected text' }).waitFor();
}

test('the clean text and the page as saved stand side by side', async () => {
  await text().waitFor();
  expect(await page.locator('iframe.faithful-frame').isVisible()).toBe(true);
  const [left, right] = [await text().boundingBox(), await page.locator('iframe.faithful-frame').boundingBox()];
  expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual((right?.x ?? 0) + 1);
  expect(await lookAt(page, 'article')).toEqual([]);
}, 60_000);

test('a selection becomes a kept quote, a claim, a note or an entity with one key', async () => {
  await selectWords();
  expect(await lookAt(page, 'article-selected')).toEqual([]);
  await page.keyboard.press('q');
  await page.locator('mark[data-kept]').first().waitFor();
  expect(await place()).toMatchObject([{ anchor: { sort: 'quote', start: 0 } }]);
  await selectWords();
  await page.keyboard.press('c');
  await dialog().getByRole('textbox', { name: 'One proposition' }).waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await selectWords();
  await page.keyboard.press('n');
  await dialog().getByRole('textbox').first().waitFor();
  await page.keyboard.press('Escape');
  await dialog().waitFor({ state: 'detached' });
  await selectWords();
  await page.keyboard.press('e');
  await dialog().getByRole('combobox', { name: 'Who or what' }).waitFor();
  expect(await lookAt(page, 'article-entity')).toEqual([]);
  await dialog().getByRole('button', { name: 'Save' }).click();
  await dialog().waitFor({ state: 'detached' });
  const links = await lab.host.query('links/of', { id: articleId });
  expect(links.ok && links.value).toMatchObject([{ type: 'mentions', anchor: { sort: 'quote', start: 0 } }]);
}, 90_000);

test('a highlight tells its finding by form as well as by colour, and leads to its claims', async () => {
  const mark = page.locator('mark[data-finding]').first();
  expect(await mark.getAttribute('data-finding')).toBe('disputed');
  expect(await mark.evaluate((element) => getComputedStyle(element).borderBottomStyle)).toBe('double');
  await mark.click();
  const choice = page.getByRole('region', { name: 'Claims that rest on these words' });
  await choice.getByText('The region is Kursk.').waitFor();
  expect(await lookAt(page, 'article-claims')).toEqual([]);
  await choice.getByRole('button', { name: 'Two men were captured in the Kursk region.' }).click();
  await page.getByRole('heading', { name: 'Claims', level: 1 }).waitFor();
  await page.keyboard.press('Alt+ArrowLeft');
  await text().waitFor();
}, 60_000);

test('a translation is written beside the text, kept with its translator, and stands line beside line', async () => {
  await page.getByRole('button', { name: 'Translate beside the text' }).click();
  await page.getByRole('textbox', { name: 'Language' }).fill('uk');
  await page.getByRole('textbox', { name: 'Translated by' }).fill('О. Перекладач');
  await page.getByRole('textbox', { name: 'Line 1 in translation' }).fill('Двоє полонених солдатів');
  expect(await lookAt(page, 'article-translating')).toEqual([]);
  await page.getByRole('button', { name: 'Keep translation' }).click();
  const beside = page.getByRole('region', { name: /^The same text in another language/ });
  await beside.getByText('Двоє полонених солдатів').waitFor();
  expect(await lookAt(page, 'article-translated')).toEqual([]);
  const [original, translated] = [await page.locator('.article-block').first().boundingBox(), await beside.locator('p').first().boundingBox()];
  expect(Math.abs((original?.y ?? 0) - (translated?.y ?? 99))).toBeLessThan(2);
}, 60_000);
