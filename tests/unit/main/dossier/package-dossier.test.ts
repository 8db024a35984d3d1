import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dossierPort } from '#main/dossier/dossier-port.ts';
import type { DossierFormat } from '#main/dossier/formats/format.ts';
import { dossierFormats } from '#main/dossier/formats/list.ts';
import { wholeFile } from '#main/dossier/package-file.ts';
import { allowedSigners, fingerprint, signSshsig, verifySshsig } from '#main/dossier/sshsig.ts';
import { isDossierFolder, verifyDossier } from '#main/dossier/verify-dossier.ts';
import { done } from '#shared/kernel/reply.ts';
import { quietly, sampleDossier, sampleOpenCase, sampleSigner } from '#tests/fixtures/dossier/sample-dossier.ts';

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'dossier-')));
const team = join(folder, 'team');
const port = dossierPort(sampleOpenCase);
const filesIn = (at: string) =>
  readdirSync(at, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at.length + 1))
    .sort();
const findingsIn = async (at: string) => {
  const answer = await verifyDossier(at, quietly);
  if (!answer.ok) throw new Error(answer.problem.kind);
  return answer.value.findings.map(({ code, file }) => `${code} ${file}`);
};
/** Runs a tool of the system, or tells that the machine has none. */
const run = (tool: string, args: readonly string[], at: string, input = '') => {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { cwd: at, input, encoding: 'utf8' });
  return error ? null : { status, said: stdout + stderr };
};

beforeAll(async () => {
  const written = await port.write(sampleDossier('team'), team, ['html', 'pdf'], quietly);
  if (!written.ok) throw new Error(written.problem.kind);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('an exported dossier', () => {
  it('holds the formats, the data, re-encoded copies, a manifest with its signature, and how to check it', async () => {
    expect(filesIn(team)).toEqual(
      [
        'README.txt',
        'allowed_signers',
        'dossier.html',
        'dossier.json',
        'dossier.pdf',
        'exhibits/E0001.txt',
        'exhibits/E0002.png',
        'exhibits/E0002.txt',
        'exhibits/E0003.png',
        'manifest-sha256.txt',
        'manifest-sha256.txt.sig',
        'manifest-sha256.txt.minisig',
        'minisign.pub',
        'signing-key.pub',
        'verify.html',
        'verify.sh',
      ].sort(),
    );
    expect(readFileSync(join(team, 'README.txt'), 'utf8')).toContain(fingerprint(sampleSigner.publicKey()));
    expect(await isDossierFolder(team)).toBe(true);
    expect(await isDossierFolder(folder)).toBe(false);
  });

  it('is the same bytes when it is exported again', async () => {
    const again = join(folder, 'again');
    expect((await port.write(sampleDossier('team'), again, ['html', 'pdf'], quietly)).ok).toBe(true);
    for (const file of filesIn(team)) expect(readFileSync(join(again, file)).equals(readFileSync(join(team, file)))).toBe(true);
  });

  it('is sound', async () => {
    const answer = await verifyDossier(team, quietly);
    expect(answer).toMatchObject({ ok: true, value: { sound: true, findings: [], files: 13, signedBy: fingerprint(sampleSigner.publicKey()) } });
  });

  it('stands up to ssh-keygen and sha256sum, or to our own reading of their formats on a machine without them', () => {
    const manifest = readFileSync(join(team, 'manifest-sha256.txt'));
    const signature = readFileSync(join(team, 'manifest-sha256.txt.sig'), 'utf8');
    const asked = ['-Y', 'verify', '-f', 'allowed_signers', '-I', 'corroborate', '-n', 'dossier', '-s', 'manifest-sha256.txt.sig'];
    const good = run('ssh-keygen', asked, team, manifest.toString());
    const bad = run('ssh-keygen', asked, team, `${manifest} `);
    expect(good?.status ?? (verifySshsig(signature, manifest) ? 0 : 1)).toBe(0);
    expect(bad?.status === 0).toBe(false);
    if (good) expect(good.said).toContain(`Good "dossier" signature for corroborate with ED25519 key ${fingerprint(sampleSigner.publicKey())}`);
    expect(verifySshsig(signature, Buffer.concat([manifest, Buffer.from(' ')]))).toBeNull();
    const sums = run('sha256sum', ['--strict', '-c', 'manifest-sha256.txt'], team);
    expect(sums?.status ?? 0).toBe(0);
  });

  it('shows a change of any byte of any file', async () => {
    for (const file of filesIn(team)) {
      const path = join(team, file);
      const bytes = readFileSync(path);
      const places = new Set([0, 1, bytes.length - 1, bytes.length - 2, Math.floor(bytes.length / 2), Math.floor(bytes.length / 3)]);
      for (const place of places) {
        const changed = Buffer.from(bytes);
        changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
        writeFileSync(path, changed);
        const findings = await findingsIn(team);
        expect(findings.join('\n'), `${file} at ${place}`).toMatch(/changed|signature-wrong|manifest-malformed/);
        const named = file === 'manifest-sha256.txt' ? 'manifest-sha256.txt' : file;
        expect(findings.some((finding) => finding.includes(named))).toBe(true);
      }
      writeFileSync(path, bytes);
    }
    expect(await findingsIn(team)).toEqual([]);
  });

  it('shows a change of every single byte of the signature', async () => {
    const file = readFileSync(join(team, 'manifest-sha256.txt.sig'), 'latin1');
    const manifest = readFileSync(join(team, 'manifest-sha256.txt'));
    for (let place = 0; place < file.length; place += 1) {
      const changed = file.slice(0, place) + String.fromCharCode(file.charCodeAt(place) ^ 1) + file.slice(place + 1);
      expect(verifySshsig(changed, manifest)).toBeNull();
    }
    for (const changed of [`${file}\n`, file.slice(0, -1), file.replace('\n', '\r\n'), ` ${file}`, '']) expect(verifySshsig(changed, manifest)).toBeNull();
  });

  it('shows what is missing, added, a link, or a folder too many', async () => {
    const copy = join(folder, 'copy');
    const written = await port.write(sampleDossier('public'), copy, ['html'], quietly);
    expect(written.ok).toBe(true);
    renameSync(join(copy, 'dossier.html'), join(copy, 'dossier\u001b[31m.html'));
    symlinkSync('/etc/passwd', join(copy, 'link'));
    mkdirSync(join(copy, 'empty'));
    rmSync(join(copy, 'exhibits', 'E0003.png'));
    symlinkSync(join(team, 'exhibits', 'E0003.png'), join(copy, 'exhibits', 'E0003.png'));
    expect((await findingsIn(copy)).sort()).toEqual(
      ['added dossier[U+001B][31m.html', 'added empty', 'missing dossier.html', 'not-a-file exhibits/E0003.png', 'not-a-file link'].sort(),
    );
  });

  it('signed by another key is shown, though every digest agrees', async () => {
    const other = { sign: sampleSigner.sign, publicKey: () => new Uint8Array(32).fill(9) };
    const forged = join(folder, 'forged');
    await port.write(sampleDossier('public'), forged, ['html'], quietly);
    writeFileSync(join(forged, 'manifest-sha256.txt.sig'), signSshsig(readFileSync(join(forged, 'manifest-sha256.txt')), other));
    expect(await findingsIn(forged)).toEqual(['signature-wrong manifest-sha256.txt.sig']);
    expect(allowedSigners(other.publicKey())).not.toBe(readFileSync(join(forged, 'allowed_signers'), 'utf8'));
  });
});

describe('a format that is added', () => {
  const counted: DossierFormat = {
    id: 'counted',
    title: 'A count',
    about: 'how many files there are',
    usual: false,
    varies: null,
    names: () => ['counts/files.txt'],
    files: async function* (dossier, copies, { written }) {
      const data: Uint8Array[] = [];
      for await (const piece of written.open('dossier.json')) data.push(piece);
      const { title } = JSON.parse(Buffer.concat(data).toString('utf8')) as { title: string };
      yield done(wholeFile('counts/files.txt', `${title}: ${written.list().length} files, ${copies.length} copies of ${dossier.exhibits.length} exhibits\n`));
    },
  };
  const more = dossierPort(sampleOpenCase, [...dossierFormats, counted]);

  it('is offered, written, sealed and verified like the others by its line in the list', async () => {
    expect(more.formats().at(-1)).toEqual({ id: 'counted', title: 'A count', about: 'how many files there are', usual: false });
    const at = join(folder, 'with a format more');
    expect(await more.write(sampleDossier('team'), at, ['counted', 'html'], quietly)).toMatchObject({ ok: true });
    expect(readFileSync(join(at, 'counts', 'files.txt'), 'utf8')).toBe('What sank the ferry: 6 files, 4 copies of 3 exhibits\n');
    expect(readFileSync(join(at, 'manifest-sha256.txt'), 'utf8')).toContain('  counts/files.txt\n');
    expect(await findingsIn(at)).toEqual([]);
    expect(more.namesOfFiles(sampleDossier('team'), ['counted', 'html'])).toEqual(filesIn(at));
  });

  it('is refused by name where it is not in the list', async () => {
    const answer = await port.write(sampleDossier('team'), join(folder, 'never'), ['html', 'counted'], quietly);
    expect(answer).toEqual({ ok: false, problem: { kind: 'invalid-input', where: 'formats', reason: dossierFormats.map(({ id }) => id).join(', ') } });
    expect(existsSync(join(folder, 'never'))).toBe(false);
  });

  it('has a name of its own, and says why when it cannot give the same bytes twice', () => {
    expect(new Set(dossierFormats.map(({ id }) => id)).size).toBe(dossierFormats.length);
    for (const { id, title, about, varies } of dossierFormats) {
      expect(id).toMatch(/^[a-z][a-z0-9-]{0,30}$/);
      expect([title.length > 0, about.length > 0, varies === null || varies.length > 20]).toEqual([true, true, true]);
    }
  });
});

describe('a hostile folder given to verify', () => {
  const at = (name: string, manifest: string | null) => {
    const path = join(folder, name);
    mkdirSync(path);
    if (manifest !== null) writeFileSync(join(path, 'manifest-sha256.txt'), manifest);
    return path;
  };
  const digest = 'a'.repeat(64);
  it.each([
    ['up', `${digest}  ../team/dossier.html\n`],
    ['root', `${digest}  /etc/passwd\n`],
    ['twice', `${digest}  a\n${digest}  a\n`],
    ['binary', '\u0000\u00ff'.repeat(5000)],
    ['nothing', ''],
    ['itself', `${digest}  manifest-sha256.txt\n`],
    ['no end', `${digest}  a`],
    ['escaped', `\\${digest}  a\\nb\n`],
  ])('with a manifest that leads %s is told, and nothing outside is read', async (name, manifest) => {
    expect(await findingsIn(at(`hostile ${name}`, manifest))).toContain('manifest-malformed manifest-sha256.txt');
  });

  it('without a manifest, or that is none, is told', async () => {
    expect(await findingsIn(at('empty', null))).toEqual(['missing manifest-sha256.txt', 'signature-missing manifest-sha256.txt.sig']);
    expect(await verifyDossier(join(folder, 'not there'), quietly)).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    expect(await verifyDossier(join(team, 'README.txt'), quietly)).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
  });

  it('with folders in place of files is told', async () => {
    const path = at('folders', `${digest}  dossier.html\n`);
    mkdirSync(join(path, 'dossier.html'));
    mkdirSync(join(path, 'manifest-sha256.txt.sig'));
    expect(await findingsIn(path)).toContain('missing dossier.html');
  });
});

describe('writing a dossier', () => {
  const standing = () => readdirSync(folder).sort();

  it('refuses a folder that holds something, and leaves it as it was', async () => {
    const there = standing();
    expect(await port.write(sampleDossier('public'), team, ['html'], quietly)).toEqual({ ok: false, problem: { kind: 'folder-not-empty' } });
    expect(await port.write(sampleDossier('public'), join(team, 'README.txt'), ['html'], quietly)).toEqual({
      ok: false,
      problem: { kind: 'folder-not-empty' },
    });
    expect(standing()).toEqual(there);
  });

  it('fills an empty folder, and makes folders on the way', async () => {
    mkdirSync(join(folder, 'waiting'));
    expect((await port.write(sampleDossier('public'), join(folder, 'waiting'), ['html'], quietly)).ok).toBe(true);
    expect((await port.write(sampleDossier('public'), join(folder, 'a', 'b', 'c'), ['html'], quietly)).ok).toBe(true);
    expect(await findingsIn(join(folder, 'a', 'b', 'c'))).toEqual([]);
  });

  it('leaves nothing when it is cancelled at any moment, not even folders made on the way', async () => {
    const there = standing();
    let moments = 0;
    for (let written = false; !written; moments += 1) {
      let asked = 0;
      const cancelled = () => {
        asked += 1;
        return asked > moments;
      };
      const answer = await port.write(sampleDossier('team'), join(folder, 'x', 'y'), ['html'], { step: () => undefined, cancelled });
      written = answer.ok;
      if (!answer.ok) expect([answer.problem.kind, standing()]).toEqual(['cancelled', there]);
    }
    expect(moments).toBeGreaterThan(10);
    expect(await findingsIn(join(folder, 'x', 'y'))).toEqual([]);
  });

  it('refuses a damaged picture instead of leaving it out', async () => {
    const damaged = dossierPort({
      ...sampleOpenCase,
      readBlob: async (...args) => {
        const read = await sampleOpenCase.readBlob(...args);
        return read.ok ? { ok: true, value: read.value.subarray(1) } : read;
      },
    });
    expect(await damaged.write(sampleDossier('team'), join(folder, 'damaged'), ['html'], quietly)).toEqual({
      ok: false,
      problem: { kind: 'case-damaged', part: 'blob' },
    });
    expect(existsSync(join(folder, 'damaged'))).toBe(false);
  });
});
