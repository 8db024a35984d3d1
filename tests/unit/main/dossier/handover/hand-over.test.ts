import { spawnSync } from 'node:child_process';
import { appendFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sha256Hex } from '#main/crypto/digests.ts';
import { newPassphrase } from '#main/crypto/new-passphrase.ts';
import { dossierPort } from '#main/dossier/dossier-port.ts';
import { handOver } from '#main/dossier/handover/hand-over.ts';
import { verifyDossier } from '#main/dossier/verify-dossier.ts';
import { quietly, sampleDossier, sampleOpenCase } from '#tests/fixtures/dossier/sample-dossier.ts';
import { ageIdentity, hasStockAge } from '#tests/harness/open-age.ts';

const folder = mkdtempSync(join(tmpdir(), 'handover-'));
const dossier = join(folder, 'Ferry dossier');
const at = (name: string) => join(folder, name);
let [identity, recipient] = ['', ''];

beforeAll(async () => {
  const written = await dossierPort(sampleOpenCase).write(sampleDossier('team'), dossier, ['html', 'csv'], quietly);
  if (!written.ok) throw new Error(written.problem.kind);
  ({ identity, recipient } = await ageIdentity());
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Follows the README with age, cat, tar and sha256sum; on a machine without age, the package opens the file instead. */
async function open(where: string, secret: { readonly identity: string } | { readonly passphrase: string }): Promise<string> {
  const run = (command: string) => {
    const { status, stderr, error } = spawnSync('sh', ['-c', command], { cwd: where, encoding: 'utf8' });
    return error ? null : `${status} ${stderr}`;
  };
  expect(run('sha256sum --strict -c SHA256SUMS > said')).toMatch(/^0 /);
  const readMe = readFileSync(join(where, 'README.txt'), 'utf8');
  const commands = (readMe.match(/^ {3}(cat|age|tar) .*$/gm) ?? []).map((line) => line.trim());
  for (const command of commands) {
    const typed = command.replace('YOUR-IDENTITY', 'identity');
    if (typed.startsWith('age')) {
      const [, out = '', sealed = ''] = /-o (\S+) (\S+)$/.exec(typed) ?? [];
      if ('identity' in secret) writeFileSync(join(where, 'identity'), `${secret.identity}\n`);
      // The age program asks a terminal for a passphrase, so that one is opened by the package.
      const opened = 'identity' in secret ? run(typed) : null;
      if (opened !== null && hasStockAge()) {
        expect(opened, typed).toMatch(/^0 /);
        continue;
      }
      const decrypter = new Decrypter();
      if ('identity' in secret) decrypter.addIdentity(secret.identity);
      else decrypter.addPassphrase(secret.passphrase);
      writeFileSync(join(where, out), await decrypter.decrypt(readFileSync(join(where, sealed))));
    } else expect(run(typed), typed).toMatch(/^0 /);
  }
  return join(where, 'Ferry-dossier');
}

describe('a hand-over', () => {
  it('of a dossier to a recipient opens by the commands of its README, and what comes out is the dossier to the byte', async () => {
    const done = await handOver({ from: dossier, to: at('one'), lock: { recipients: [recipient] }, partBytes: null }, quietly);
    expect(done.ok).toBe(true);
    expect(readdirSync(at('one')).sort()).toEqual(['Ferry-dossier.tar.age', 'README.txt', 'SHA256SUMS']);
    const opened = await open(at('one'), { identity });
    expect(await verifyDossier(opened, quietly)).toMatchObject({ ok: true, value: { sound: true } });
    expect(readFileSync(join(opened, 'dossier.html')).equals(readFileSync(join(dossier, 'dossier.html')))).toBe(true);
  });

  it('in parts is put together by cat, and every part but the last is as large as the medium takes', async () => {
    const done = await handOver({ from: dossier, to: at('parts'), lock: { recipients: [recipient] }, partBytes: 10_000 }, quietly);
    if (!done.ok) throw new Error(done.problem.kind);
    const parts = done.value.filter(({ path }) => /\.\d{3}$/.test(path));
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.slice(0, -1).every(({ bytes }) => bytes === 10_000)).toBe(true);
    for (const { path, sha256 } of parts) expect(sha256Hex(readFileSync(path))).toBe(sha256);
    expect(await verifyDossier(await open(at('parts'), { identity }), quietly)).toMatchObject({ ok: true, value: { sound: true } });
  });

  it('by a passphrase opens by it, and by no other', async () => {
    const lock = { passphrase: 'seven words that nobody else would say' };
    expect((await handOver({ from: dossier, to: at('phrase'), lock, partBytes: null, workFactor: 4 }, quietly)).ok).toBe(true);
    expect(existsSync(join(await open(at('phrase'), lock), 'README.txt'))).toBe(true);
    const decrypter = new Decrypter();
    decrypter.addPassphrase('another');
    await expect(decrypter.decrypt(readFileSync(join(at('phrase'), 'Ferry-dossier.tar.age')))).rejects.toThrow();
  });

  it('of the tar of a backup is the tar', async () => {
    writeFileSync(at('case.tar'), Buffer.alloc(3_000_000, 7));
    expect((await handOver({ from: at('case.tar'), to: at('backup'), lock: { recipients: [recipient] }, partBytes: null }, quietly)).ok).toBe(true);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    const opened = await decrypter.decrypt(readFileSync(join(at('backup'), 'case.tar.age')));
    expect(Buffer.from(opened).equals(readFileSync(at('case.tar')))).toBe(true);
  });

  it('gets a passphrase of eleven words, and another one each time', () => {
    const made = Array.from({ length: 200 }, () => newPassphrase());
    for (const words of made) expect(words.join(' ')).toMatch(/^([a-z]{3,8} ){10}[a-z]{3,8}$/);
    expect(new Set(made.map((words) => words.join(' '))).size).toBe(200);
    expect(new Set(made.flat()).size).toBeGreaterThan(1_200);
  });

  it('shows nothing of what is inside, in no name and no byte', async () => {
    const written = readdirSync(at('one')).filter((name) => name !== 'Ferry-dossier' && !name.endsWith('.tar'));
    for (const name of written) {
      const bytes = readFileSync(join(at('one'), name), 'latin1');
      for (const words of ['ferry at night', 'dossier.html', 'Ana Orlova']) expect(bytes.includes(words), `${words} in ${name}`).toBe(false);
    }
  });

  it('is refused, and leaves nothing, for a dossier that is not as it was signed, for no recipient, for a full folder, and when it is cancelled', async () => {
    const lock = { recipients: [recipient] };
    const refusal = async (asked: Partial<Parameters<typeof handOver>[0]>, report = quietly) => {
      const answer = await handOver({ from: dossier, to: at('refused'), lock, partBytes: null, ...asked }, report);
      expect(existsSync(at('refused'))).toBe(false);
      return answer.ok ? 'ok' : `${answer.problem.kind}${'where' in answer.problem ? ` ${answer.problem.where}` : ''}`;
    };
    expect(await refusal({ lock: { recipients: ['age1nobody'] } })).toBe('invalid-input recipients');
    expect(await refusal({ from: at('nowhere') })).toBe('invalid-input from');
    expect(await refusal({ to: dossier })).toBe('folder-not-empty');
    let asked = 0;
    expect(await refusal({}, { step: () => undefined, cancelled: () => ++asked > 20 })).toBe('cancelled');
    appendFileSync(join(dossier, 'dossier.json'), ' ');
    expect(await refusal({})).toBe('invalid-input from');
    expect(readdirSync(folder).filter((name) => name.includes('partial'))).toEqual([]);
  });
});
