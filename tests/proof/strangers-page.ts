import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright';
import { findChromium } from '#tests/stand-in/chromium-places.ts';

// What a stranger does with a browser: opens verify.html, gives it the folder, and reads. Then once more after one byte was changed.
const [dossier = ''] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'stranger-'));

async function ask(browser: Browser, folder: string): Promise<{ readonly said: string; readonly reached: readonly string[] }> {
  const context = await browser.newContext({ offline: true });
  try {
    const page = await context.newPage();
    const reached: string[] = [];
    page.on('request', (request) => void (request.url().startsWith('file:') || reached.push(request.url())));
    await page.goto(pathToFileURL(join(folder, 'verify.html')).href);
    await page.getByLabel('Choose the folder…').setInputFiles(folder);
    await page.getByRole('status').waitFor({ timeout: 20_000 });
    return { said: (await page.getByRole('status').textContent()) ?? '', reached };
  } finally {
    await context.close();
  }
}

function wrong(what: string): never {
  console.error(`FAILED  ${what}`);
  process.exit(1);
}

const found = findChromium();
const browser = await chromium.launch({
  executablePath: found.path,
  env: { ...(process.env as { [name: string]: string }), ...found.env },
  args: ['--no-sandbox'],
});
try {
  const sound = await ask(browser, dossier);
  if (!sound.said.startsWith('Verified')) wrong(`verify.html says of a sound dossier: ${sound.said}`);
  const copy = join(scratch, 'changed');
  cpSync(dossier, copy, { recursive: true });
  const bytes = readFileSync(join(copy, 'dossier.pdf'));
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(join(copy, 'dossier.pdf'), bytes);
  const changed = await ask(browser, copy);
  if (!changed.said.startsWith('Not as it was signed') || !changed.said.includes('dossier.pdf'))
    wrong(`verify.html says of a changed dossier: ${changed.said}`);
  const reached = [...sound.reached, ...changed.reached];
  if (reached.length > 0) wrong(`verify.html reached for ${reached.join(', ')}`);
  console.log('ok  verify.html says Verified, names dossier.pdf after one changed byte of it, and reaches for nothing');
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
