import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds on a page of a lab, in one line each. Under forced colours the system chooses, and axe cannot see which. */
export async function axeOnPage(page: Page, forcedColors = false): Promise<readonly string[]> {
  await page.evaluate(`if (!globalThis.axe) { ${axeSource} }; undefined`);
  return page.evaluate(
    async (rules) => {
      type Violation = { readonly id: string; readonly nodes: readonly { readonly html: string }[] };
      const { axe } = globalThis as unknown as { axe: { run: (where: Document, how: object) => Promise<{ violations: readonly Violation[] }> } };
      const { violations } = await axe.run(document, { resultTypes: ['violations'], rules });
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`);
    },
    { 'color-contrast': { enabled: !forcedColors } },
  );
}

/** Both themes of what is on the screen; a screenshot of each where `SCREENS` names a folder. Answers what axe found. */
export async function lookAt(page: Page, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of ['light', 'dark'] as const) {
    await page.evaluate((chosen) => {
      document.documentElement.dataset['theme'] = chosen;
    }, theme);
    await page.waitForTimeout(200); // answers arrive and transitions end
    const folder = process.env['SCREENS'];
    if (folder) await page.screenshot({ path: `${folder}/${name}-${theme}.png` });
    found.push(...(await axeOnPage(page)).map((finding) => `${name} ${theme} ${finding}`));
  }
  return found;
}
