import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { sha256Hex } from '#main/crypto/digests.ts';
import { ed25519Pem, ed25519PublicKey, signEd25519 } from '#main/crypto/ed25519.ts';
import { minisignature, minisignKey } from '#main/dossier/minisign.ts';
import { allowedSigners, publicKeyLine, signSshsig } from '#main/dossier/sshsig.ts';
import { verifyDossier } from '#main/dossier/verify-dossier.ts';
import type { DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { caseWithEntries, exportLog, readFolder, writeFolder } from '#tests/harness/custody-case.ts';
import { newHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { good, silently } from '#tests/harness/stored-case.ts';

const folder = mkdtempSync(join(tmpdir(), 'corroborate-proofs-'));
const at = (name: string) => join(folder, name);
let host: CaseHost;
let withheld = '';
let mentioned = '';

const exported = (profile: DossierProfile, name: string, formats: readonly ('html' | 'pdf')[] = ['html']) =>
  tell(host, 'dossiers/export', { jobId: 'job', profile, marked: 'left-out', formats: [...formats], to: { from: 'path', path: at(name) } });
const verified = async (name: string) => good(await verifyDossier(at(name), silently));
const dataOf = (name: string) => JSON.parse(readFileSync(join(at(name), 'dossier.json'), 'utf8'));
const linesOf = (name: string) =>
  readFileSync(join(at(name), 'custody/entries.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));

beforeAll(async () => {
  host = await newHostedCase(folder);
  await caseWithEntries(host, 3);
  withheld = (await takeInText(host, 'prisoner_4711.txt', 'a witness says her name')).id;
  await tell(host, 'evidence/mark-at-risk', { id: withheld, marks: ['witness'], legalBasis: null });
  mentioned = (await takeInText(host, 'plain.txt', 'nothing at risk')).id;
  await tell(host, 'evidence/export', { id: mentioned, to: { from: 'path', path: at('original of prisoner_4711.txt') } });
  await exported('public', 'public');
  await exported('public', 'public-again');
  await exported('team', 'team');
  await exported('court', 'court');
}, 120_000);
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a dossier that proves its custody', () => {
  it('is verified without the case, with every entry it tells and who signed', async () => {
    for (const name of ['public', 'team', 'court']) {
      const { sound, findings, custody } = await verified(name);
      expect([name, sound, findings]).toEqual([name, true, []]);
      expect(custody).toMatchObject({ told: dataOf(name).custody.length, signers: [{ name: 'A._Analyst' }] });
      expect(custody?.proven).toBe(linesOf(name).length);
      expect(dataOf(name).checkpoint).toEqual({
        proven: custody?.proven,
        size: custody?.size,
        root: expect.any(String),
        words: custody?.words,
        signedBy: ['A._Analyst'],
      });
      expect(readFileSync(join(at(name), 'dossier.html'), 'utf8')).toContain(custody?.words.join(' '));
    }
    expect((await verified('team')).custody).toMatchObject({ told: 7, proven: 7, size: 7 });
  });

  it('is the same bytes a second time, although the first export is in the log by then', () => {
    const [once, twice] = [readFolder(at('public')), readFolder(at('public-again'))];
    expect([...twice.keys()]).toEqual([...once.keys()]);
    for (const [path, bytes] of once) expect(twice.get(path)?.equals(bytes), path).toBe(true);
  });

  it('tells nothing of what it withholds: no entry, id, salt, digest or name', async () => {
    await exportLog(host, at('log'));
    const hidden =
      readFolder(at('log'))
        .get('entries.jsonl')
        ?.toString('utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)) ?? [];
    const secret = hidden.filter(({ evidenceId }) => evidenceId === withheld);
    expect(secret.length).toBeGreaterThanOrEqual(2);
    expect(linesOf('public').some(({ evidenceId }) => evidenceId === withheld)).toBe(false);
    for (const [path, bytes] of readFolder(at('public')))
      for (const { evidenceId, salt, sha256After } of secret)
        for (const word of [evidenceId, salt, sha256After, 'prisoner_4711']) expect(bytes.includes(word), `${path}: ${word}`).toBe(false);
    expect(linesOf('court').some(({ evidenceId }) => evidenceId === withheld)).toBe(true);
  });
});

describe('proofs that were forged and signed anew', () => {
  const forger = Buffer.alloc(32, 3);
  const signer = { sign: (bytes: Uint8Array) => signEd25519(forger, bytes), publicKey: () => ed25519PublicKey(forger) };
  /** A copy with files changed and the manifest made to fit, as somebody could with a key of their own. */
  async function forged(name: string, change: (files: Map<string, Uint8Array>) => void) {
    const copy = `${name}-forged-${Math.random().toString(36).slice(2)}`;
    const files = new Map<string, Uint8Array>(readFolder(at('team')));
    change(files);
    files.set('allowed_signers', Buffer.from(allowedSigners(signer.publicKey())));
    files.set('signing-key.pub', Buffer.from(publicKeyLine(signer.publicKey())));
    files.set('minisign.pub', Buffer.from(minisignKey(signer.publicKey())));
    for (const name of ['', '.sig', '.minisig']) files.delete(`manifest-sha256.txt${name}`);
    const listed = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
    const manifest = Buffer.from(listed.map(([path, bytes]) => `${sha256Hex(bytes)}  ${path}\n`).join(''));
    files.set('manifest-sha256.txt', manifest);
    files.set('manifest-sha256.txt.sig', Buffer.from(signSshsig(manifest, signer)));
    files.set('manifest-sha256.txt.minisig', Buffer.from(minisignature(manifest, 'manifest-sha256.txt', signer)));
    writeFolder(at(copy), files);
    return (await verified(copy)).findings.map(({ code, file }) => `${code} ${file}`);
  }
  const edit = (files: Map<string, Uint8Array>, path: string, from: string | RegExp, to: string) =>
    files.set(
      path,
      Buffer.from(
        Buffer.from(files.get(path) ?? [])
          .toString('utf8')
          .replace(from, to),
      ),
    );

  it('are found, whatever was forged', async () => {
    expect(await forged('nothing', () => undefined)).toEqual([]);
    expect(await forged('entry', (files) => edit(files, 'custody/entries.jsonl', '"imported"', '"viewed"'))).toEqual([
      'custody-chain-broken custody/entries.jsonl',
      'custody-root-differs custody/entries.jsonl',
      'custody-proof-wrong custody/proofs/0000000000.tlog-proof',
      'custody-told-otherwise dossier.json',
    ]);
    expect(await forged('data', (files) => edit(files, 'dossier.json', '"action": "imported"', '"action": "collected"'))).toEqual([
      'custody-told-otherwise dossier.json',
    ]);
    expect(await forged('size', (files) => edit(files, 'custody/checkpoint', /\n(\d+)\n/, '\n99\n'))).toContain('custody-signature-wrong custody/checkpoint');
    const otherKey = Buffer.from(ed25519Pem(signer.publicKey()));
    expect(await forged('key', (files) => files.set('custody/pub.pem', otherKey))).toEqual(['custody-key-differs custody/pub.pem']);
    expect(await forged('proof', (files) => files.delete('custody/proofs/0000000001.tlog-proof'))).toEqual([
      'custody-missing custody/proofs/0000000001.tlog-proof',
    ]);
  });
});

describe('without anything to prove', () => {
  it('a dossier has no folder of custody, and says nothing of a checkpoint', async () => {
    const empty = await newHostedCase(join(folder, 'empty'));
    await tell(empty, 'dossiers/export', { jobId: 'job', profile: 'public', formats: ['html'], to: { from: 'path', path: at('empty-dossier') } });
    expect([...readFolder(at('empty-dossier')).keys()].some((path) => path.startsWith('custody/'))).toBe(false);
    expect(await verified('empty-dossier')).toMatchObject({ sound: true, custody: null });
    expect(dataOf('empty-dossier').checkpoint).toBeNull();
    await empty.close();
  }, 30_000);
});
