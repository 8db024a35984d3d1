import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { views } from '#renderer/desk/frame/views.ts';
import type { Language } from '#shared/kernel/languages.ts';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

let lab: DeskLab;
// Everything in the case is Cyrillic or Hangul, so that a Latin word that is shown is a word of the program.
beforeAll(async () => {
  lab = await openDeskLab();
  const { host } = lab;
  const file = { from: 'text', name: 'Стаття', text: 'Двох солдатів узято в полон.' } as const;
  const taken = await host.command('evidence/take-in', { jobId: 'а', files: [file], kind: 'article' });
  const item = taken.ok && taken.value[0]?.outcome === 'taken-in' ? taken.value[0].evidence : null;
  if (!item) throw new Error('the article was not taken in');
  const anchors = [{ evidenceId: item.id, quote: 'Двох солдатів' }];
  await host.command('claims/assert', { text: 'Двох узято в полон', asserter: { name: 'Зеленський' }, anchors });
  await host.command('claims/assert', { text: 'Нікого не взято', asserter: { name: '국가정보원' }, eventAt: '2025-01-11?' });
  await host.command('notes/write', { title: 'Питання', text: `Див. [[${item.id}]]`, aboutIds: [item.id] });
  await host.command('case/edit', { title: 'Полонені', purpose: 'Хто вони?', handling: '', analysts: ['Аналітик'] });
}, 180_000);
afterAll(() => lab.close());

test('in the pseudo-language every view is wholly translated, and no word is cut without a way to read it', async () => {
  const page = await speakingPage('qps-ploc');
  for (const { id } of views) {
    await lab.sendMenu(page, `view/${id}`);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    const grid = page.getByRole('grid').first();
    if (await grid.isVisible()) await grid.focus().then(() => page.keyboard.press('ArrowDown'));
    await page.waitForTimeout(300);
    expect(await untranslated(page), `${id}: words of the program that are not in shared/wording`).toEqual([]);
    expect(await cut(page), `${id}: words that do not fit`).toEqual([]);
  }
  for (const dialog of ['palette', 'help', 'guide', 'import/choose-files', 'import/paste-text', 'jobs']) {
    await lab.sendMenu(page, dialog);
    await page.getByRole('dialog').waitFor();
    expect(await untranslated(page), dialog).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  await page.context().close();
}, 240_000);

test.each([
  ['uk', 'Огляд'],
  ['fr', 'Vues'],
  ['ko', '보기'],
] as const)(
  'the desk speaks %s when the settings say so',
  async (language, word) => {
    const page = await speakingPage(language);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    await page.getByText(word).or(page.getByLabel(word)).first().waitFor();
    await page.context().close();
  },
  120_000,
);

/** The desk drawn anew after the choice, as the shell does it. */
async function speakingPage(language: Language): Promise<Page> {
  const page = await lab.openPage({ width: 1280, height: 800 });
  await page.evaluate((chosen) => window.desk.shell({ ask: 'change-settings', change: { language: chosen } }), language);
  await page.reload();
  await page.getByRole('navigation').waitFor();
  await page.evaluate(() => window.desk.shell({ ask: 'change-settings', change: { language: 'system' } }));
  return page;
}

/** Texts, names and placeholders with a Latin word outside the brackets of the pseudo-language. */
function untranslated(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    // Keys of the keyboard, digests, six words, moments, names of languages and those on the map are no words of the program.
    const apart =
      'kbd, .mono, svg, .head-words, .status-words, time, [lang]:not(html), style, script, .visually-hidden-native, [aria-hidden="true"] option, select';
    // Names in the case; and what React Aria says itself in the languages it knows, to which the pseudo-language is English.
    const apartFromIt = new Set(['A. Analyst', 'corroborate test', 'Show suggestions', 'Increase', 'Decrease', 'Dismiss', 'Suggestions']);
    const seen = new Set<string>();
    const check = (text: string | null) => {
      // Names of months come from the engine, by the language; romanisations are suggested for the names in the case.
      if (/^Zelensk/.test(text ?? '')) return;
      const bare = (text ?? '')
        .replace(/^(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]* \d+$/, '')
        .replaceAll(/⟦[^⟦⟧]*(⟦[^⟦⟧]*⟧[^⟦⟧]*)*⟧/g, '')
        .replaceAll(/UTC|SHA-256|HTML|PDF(\/A(-\dа?)?)?|Corroborate|Ctrl|Shift|Alt|[\w-]+\/[\w.+-]+|\b[0-9a-f-]{8,}\b/g, '');
      if (/[A-Za-z]{3,}/.test(bare) && !apartFromIt.has(text ?? '')) seen.add((text ?? '').slice(0, 120));
    };
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      if (holder !== null && holder.closest(apart) === null && holder.getClientRects().length > 0) check(walker.currentNode.textContent);
    }
    for (const each of document.querySelectorAll('[aria-label], [placeholder], [title]')) {
      if (each.closest(apart) !== null) continue;
      for (const name of ['aria-label', 'placeholder', 'title']) check(each.getAttribute(name));
    }
    return [...seen];
  });
}

/** Words that are cut off by the edge of what holds them, without an ellipsis and a title to read them by, or that push the window wider. */
function cut(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = document.documentElement.scrollWidth > window.innerWidth ? ['the window scrolls sideways'] : [];
    for (const each of document.querySelectorAll<HTMLElement>('#desk *')) {
      const own = [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim());
      const style = own ? getComputedStyle(each) : null;
      if (style === null || style.overflowX === 'visible' || style.position === 'absolute' || each.clientWidth === 0) continue;
      if (each.scrollWidth > each.clientWidth + 1 && style.textOverflow !== 'ellipsis' && style.overflowX !== 'auto')
        found.push(each.textContent?.slice(0, 80) ?? '');
    }
    return found;
  });
}
