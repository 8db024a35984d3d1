import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { actionIds } from '#renderer/desk/bridge/action-ids.ts';
import { type DeskLab, openDeskLab } from '#tests/harness/desk-in-chromium.ts';

const views = [
  'overview',
  'search',
  'history',
  'sources',
  'evidence',
  'claims',
  'links',
  'board',
  'timeline',
  'map',
  'notes',
  'entities',
  'dossier',
  'custody',
  'care',
  'keys',
  'settings',
];
const dialogs = {
  palette: 'Find or do anything',
  help: 'Keyboard shortcuts',
  guide: 'Help',
  'import/choose-files': 'Import evidence',
  'import/paste-text': 'Import evidence',
  jobs: 'Jobs',
};
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let lab: DeskLab;
beforeAll(async () => {
  lab = await openDeskLab();
  const { host } = lab;
  const taken = await host.command('evidence/take-in', {
    jobId: 'a',
    files: [{ from: 'text', name: 'Стаття', text: 'Двох солдатів узято в полон.' }],
    kind: 'article',
  });
  const item = taken.ok && taken.value[0]?.outcome === 'taken-in' ? taken.value[0].evidence : null;
  if (!item) throw new Error('the article was not taken in');
  await host.command('claims/assert', {
    text: 'Two were captured',
    asserter: { name: 'Zelensky' },
    anchors: [{ evidenceId: item.id, quote: 'Двох солдатів' }],
  });
  await host.command('claims/assert', { text: 'Nobody was captured', asserter: { name: '국가정보원' } });
  await host.command('evidence/mark-at-risk', { id: item.id, marks: ['captive'] });
  await host.command('notes/write', { title: 'Open questions', text: `See [[${item.id}]]`, aboutIds: [item.id] });
}, 180_000);
afterAll(() => lab.close());
afterEach(() => {
  expect(lab.attempts).toEqual([]);
  expect(lab.complaints).toEqual([]);
});

type Look = { readonly highContrast?: boolean; readonly width?: number; readonly height?: number; readonly dark?: boolean; readonly forcedColors?: boolean };
// Light and dark as they are: tests/e2e/views.spec.ts.
test.each<readonly [string, Look]>([
  ['forced colours', { dark: true, forcedColors: true }],
  ['a small window', { width: 1100, height: 700 }],
  ['high contrast, light', { highContrast: true }],
  ['high contrast, dark', { highContrast: true, dark: true }],
])(
  'axe finds nothing wrong with any view or dialog: %s',
  async (_name, look) => {
    const page = await lab.openPage(look);
    if (look.highContrast) await page.evaluate(() => window.document.documentElement.setAttribute('data-contrast', 'high'));
    for (const view of views) {
      await lab.sendMenu(page, `view/${view}`);
      await page.locator('[aria-current="page"]').waitFor();
      await page.getByRole('heading', { level: 1 }).first().waitFor(); // the view's code has come
      await page.waitForTimeout(250);
      const grid = page.getByRole('grid').first();
      if (await grid.isVisible()) {
        await grid.focus();
        await page.keyboard.press('ArrowDown');
        await page.waitForTimeout(250);
      }
      expect(await axeFindings(page, look), view).toEqual([]);
    }
    for (const [action, title] of Object.entries(dialogs)) {
      await lab.sendMenu(page, action);
      await page.getByRole('dialog', { name: title }).waitFor();
      expect(await axeFindings(page, look), action).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.context().close();
  },
  120_000,
);

test('every action of the table can be asked for by the menu without harm', async () => {
  const page = await lab.openPage();
  for (const action of actionIds) {
    await lab.sendMenu(page, action);
    await page.waitForTimeout(150);
    await page.keyboard.press('Escape');
  }
  await page.getByRole('navigation').waitFor();
  await page.context().close();
}, 60_000);

async function axeFindings(page: Page, { forcedColors = false }: Look): Promise<readonly string[]> {
  // The system chooses the colours then, and axe cannot see which.
  const rules = { 'color-contrast': { enabled: !forcedColors } };
  await page.evaluate(`if (!globalThis.axe) { ${axeSource} }; undefined`);
  const found = await page.evaluate(async (chosen) => {
    type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
    const { axe } = globalThis as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: readonly Violation[] }> } };
    const { violations } = await axe.run(document, { resultTypes: ['violations'], rules: chosen });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
  }, rules);
  return found;
}
