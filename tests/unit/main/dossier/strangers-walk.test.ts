import { spawnSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossierPort } from '#main/dossier/dossier-port.ts';
import { fingerprint } from '#main/dossier/sshsig.ts';
import { verifyDossier } from '#main/dossier/verify-dossier.ts';
import { quietly, sampleDossier, sampleOpenCase, sampleSigner } from '#tests/fixtures/dossier/sample-dossier.ts';
import { launchChromium } from '#tests/harness/launch-chromium.ts';

/** What the stranger's machine has: a shell, coreutils, OpenSSH. Nothing of ours, no sed, grep, find, openssl. */
const owned = ['sh', 'ssh-keygen', 'sha256sum', 'cat', 'comm', 'cut', 'dirname', 'mktemp', 'printf', 'rm', 'sort', 'tr', 'wc'];
const folder = mkdtempSync(join(tmpdir(), 'stranger-'));
const sent = join(folder, 'sent');
const tools = join(folder, 'tools');
const key = fingerprint(sampleSigner.publicKey());
let browser: Browser;

beforeAll(async () => {
  mkdirSync(tools);
  for (const tool of owned) {
    const found = ['/usr/bin', '/bin', '/usr/local/bin', '/opt/homebrew/bin'].map((place) => join(place, tool)).find((path) => existsSync(path));
    if (found) symlinkSync(found, join(tools, tool));
  }
  const written = await dossierPort(sampleOpenCase).write(sampleDossier('court'), sent, ['html', 'csv', 'markdown'], quietly);
  if (!written.ok) throw new Error(written.problem.kind);
  browser = await launchChromium();
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** A copy that something happened to on its way. */
const received = (name: string, happened: (at: string) => void): string => {
  const at = join(folder, name);
  cpSync(sent, at, { recursive: true });
  happened(at);
  return at;
};
const type = (command: string, at: string) => {
  const { status, stdout, stderr } = spawnSync('/bin/sh', ['-c', command], { cwd: at, env: { PATH: tools }, encoding: 'utf8' });
  return { status, said: stdout + stderr };
};
/** Commands stand alone on a line with three blanks before them. */
const commandsOf = (at: string) => readFileSync(join(at, 'README.txt'), 'utf8').match(/^ {3}(sh |ssh-keygen|sha256sum).*$/gm) ?? [];

const accidents: readonly (readonly [string, string, (at: string) => void])[] = [
  ['changed', 'dossier.html', (at) => flip(join(at, 'dossier.html'))],
  ['picture', 'exhibits/E0003.png', (at) => flip(join(at, 'exhibits/E0003.png'))],
  ['missing', 'tables/claims.csv', (at) => rmSync(join(at, 'tables/claims.csv'))],
  ['added', 'vault/claims/C99.md', (at) => writeFileSync(join(at, 'vault/claims/C99.md'), 'x')],
  ['renamed', 'tables/claim.csv', (at) => renameSync(join(at, 'tables/claims.csv'), join(at, 'tables/claim.csv'))],
  ['list', 'manifest-sha256.txt', (at) => appendFileSync(join(at, 'manifest-sha256.txt'), `${'0'.repeat(64)}  nothing\n`)],
];
function flip(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes.writeUInt8(bytes.readUInt8(middle) ^ 1, middle);
  writeFileSync(path, bytes);
}

describe('a stranger with coreutils, OpenSSH and a browser', () => {
  it('is led by the README to the word Verified and to the fingerprint', () => {
    const commands = commandsOf(sent);
    expect(commands).toHaveLength(3);
    for (const command of commands) expect(type(command.trim(), sent).status, command).toBe(0);
    const { said } = type('sh verify.sh', sent);
    expect(said).toContain('Verified: all ');
    expect(said).toContain(key);
    expect(readFileSync(join(sent, 'README.txt'), 'utf8')).toContain(key);
  });

  it('is told the name of every file that was changed, lost or added, by the script and by the command line', async () => {
    for (const [name, file, happened] of accidents) {
      const at = received(`script ${name}`, happened);
      const { status, said } = type('sh verify.sh', at);
      expect(status, name).toBe(1);
      expect(said, name).toContain(`${file}: `);
      expect(said).not.toContain('Verified');
      const verified = await verifyDossier(at, quietly);
      expect(verified.ok && verified.value.findings.some((finding) => finding.file.startsWith(file)), name).toBe(true);
    }
  });

  it('is told that a link is none of the files, and that a second signature is wrong', async () => {
    expect(
      type(
        'sh verify.sh',
        received('link', (at) => symlinkSync('/etc/passwd', join(at, 'tables/x'))),
      ).said,
    ).toContain('tables/x: is a link');
    const verified = await verifyDossier(
      received('minisig', (at) => flip(join(at, 'manifest-sha256.txt.minisig'))),
      quietly,
    );
    expect(verified).toMatchObject({ ok: true, value: { findings: [{ code: 'signature-wrong', file: 'manifest-sha256.txt.minisig' }] } });
  });

  it('is told the same by verify.html, which reaches for nothing', async () => {
    const ask = async (at: string, dark: boolean) => {
      const context = await browser.newContext({ offline: true, colorScheme: dark ? 'dark' : 'light' });
      const page = await context.newPage();
      const reached: string[] = [];
      page.on('request', (request) => void (request.url().startsWith('file:') || reached.push(request.url())));
      page.on('console', (message) => void (message.type() === 'error' && reached.push(message.text())));
      await page.goto(pathToFileURL(join(at, 'verify.html')).href);
      await page.getByLabel('Choose the folder…').setInputFiles(at);
      await page.getByRole('status').waitFor({ timeout: 20_000 });
      const said = await page.getByRole('status').textContent();
      const who = await page.locator('#key').textContent();
      await page.evaluate(axe.source);
      const violations: readonly string[] = await page.evaluate('axe.run().then(({ violations }) => violations.map(({ id }) => id))');
      await context.close();
      return { said, who, reached, violations };
    };
    expect(await ask(sent, false)).toMatchObject({ said: expect.stringMatching(/^Verified/), who: key, reached: [], violations: [] });
    for (const [name, file, happened] of [accidents[0], accidents[3]].flatMap((accident) => (accident ? [accident] : []))) {
      const { said, reached, violations } = await ask(received(`page ${name}`, happened), true);
      expect(said, name).toMatch(/^Not as it was signed/);
      expect(said, name).toContain(file);
      expect([reached, violations]).toEqual([[], []]);
    }
    const forged = received('forged', (at) => flip(join(at, 'manifest-sha256.txt.sig')));
    expect((await ask(forged, false)).said).toContain('manifest-sha256.txt.sig');
  }, 120_000);

  it('finds the same page and script in every dossier', () => {
    expect(readdirSync(sent)).toEqual(expect.arrayContaining(['verify.html', 'verify.sh', 'minisign.pub', 'manifest-sha256.txt.minisig']));
    expect(readFileSync(join(sent, 'verify.html'), 'utf8')).not.toContain(sampleDossier('court').title);
  });
});
