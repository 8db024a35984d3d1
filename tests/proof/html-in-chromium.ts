import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '#tests/stand-in/chromium-places.ts';

// The pages of dossiers in Chromium without a network: axe finds nothing and nothing is reached for; a copy without names and order is refused.
type Look = { readonly violations: readonly string[]; readonly reached: readonly string[] };

const longPage = 1_000_000;
const ofStyle = ['color-contrast', 'link-in-text-block', 'target-size'];
/** What the broken copy lacks: the rest need not be looked at again. */
const onlyHead = "runOnly: ['html-has-lang', 'document-title'], ";

async function look(browser: Browser, path: string, only = ''): Promise<Look> {
  const context = await browser.newContext({ offline: true });
  try {
    const page = await context.newPage();
    const reached: string[] = [];
    page.on('request', (request) => void (/^(file|data):/.test(request.url()) || reached.push(request.url())));
    await page.goto(pathToFileURL(path).href, { timeout: 180_000 });
    await page.evaluate(axe.source);
    // Colours and sizes take minutes on a page this long, and its style sheet is that of the short ones, where they are measured.
    const rules = statSync(path).size > longPage ? `rules: ${JSON.stringify(Object.fromEntries(ofStyle.map((rule) => [rule, { enabled: false }])))}, ` : '';
    const asked = `axe.run(document, { ${only}${rules}resultTypes: ['violations'], elementRef: false }).then(({ violations }) => violations.map(({ id }) => id))`;
    const violations: readonly string[] = await page.evaluate(asked);
    return { violations, reached };
  } finally {
    await context.close();
  }
}

const scratch = mkdtempSync(join(tmpdir(), 'pages-'));
const found = findChromium();
const browser = await chromium.launch({
  executablePath: found.path,
  env: { ...(process.env as { [name: string]: string }), ...found.env },
  args: ['--no-sandbox'],
});
let failed = process.argv.length < 3;
try {
  for (const dossier of process.argv.slice(2)) {
    for (const file of ['dossier.html', 'verify.html']) {
      const started = performance.now();
      const { violations, reached } = await look(browser, join(dossier, file));
      const broken = join(scratch, file);
      writeFileSync(
        broken,
        readFileSync(join(dossier, file), 'utf8')
          .slice(0, 400_000)
          .replace('<html lang="en">', '<html>')
          .replace(/<title>[^<]*<\/title>/, ''),
      );
      const refused = (await look(browser, broken, onlyHead)).violations.length > 0;
      const sound = violations.length === 0 && reached.length === 0 && refused;
      failed ||= !sound;
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      console.log(
        `${sound ? 'ok ' : 'FAILED'} ${basename(dossier)}: axe on ${file} ${[...violations, ...reached].join(', ')}; broken copy ${refused ? 'refused' : 'accepted'} (${seconds} s)`,
      );
    }
  }
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
process.exitCode = failed ? 1 : 0;
