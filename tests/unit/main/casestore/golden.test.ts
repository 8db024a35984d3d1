import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { Decrypter } from 'age-encryption';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { CaseSecret } from '#main/casestore/case-secret.ts';
import { openCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { passphraseBytes } from '#main/crypto/passphrase.ts';
import { collectionSchemas, collections } from '#shared/domain/case/case-record.ts';
import { secretWords } from '#shared/kernel/secret-words.ts';
import { countingFacts, good, inTemporaryFolder, silently, writesNote } from '#tests/harness/stored-case.ts';
import { findPython, readInPython } from '#tests/vectors/run-reader.ts';

const root = resolve(import.meta.dirname, '../../../fixtures/golden');
const versions = readdirSync(root).filter((name) => /^v\d+\.\d+[a-z]?$/.test(name));
const python = findPython();

const SecretsSchema = z.object({
  passphrase: z.string(),
  keyFile: z.string(),
  recoveryWords: z.array(z.string()),
  shares: z.array(z.string()),
  escrowIdentity: z.string(),
  escrowWords: z.string(),
});
const ExpectedSchema = z.object({
  headWords: z.array(z.string()),
  sound: z.boolean(),
  counts: z.record(z.string(), z.int()),
  findings: z.array(z.string()),
  keys: z.array(z.object({ kind: z.string(), label: z.string() })),
  checkpoints: z.array(z.int()),
  record: z.record(z.string(), z.record(z.string(), z.unknown())),
  bytes: z.record(z.string(), z.string()),
  files: z.record(z.string(), z.string()),
});

const read = <T>(schema: z.ZodType<T>, ...path: readonly string[]): T => schema.parse(JSON.parse(readFileSync(join(root, ...path), 'utf8')));
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const cases = versions.flatMap((version) =>
  readdirSync(join(root, version))
    .filter((name) => name.endsWith('.case'))
    .map((name) => ({ version, name, folder: join(root, version, name) })),
);

type Objects = { readonly [collection: string]: { readonly [key: string]: unknown } };
/** What was noted, as today's schemas read it: fields and collections that were not known then are empty, and there is nothing else. */
const asReadToday = (noted: Objects) =>
  JSON.parse(
    JSON.stringify(
      Object.fromEntries(
        collections.map((collection) => [
          collection,
          Object.fromEntries(Object.entries(noted[collection] ?? {}).map(([key, object]) => [key, collectionSchemas[collection].parse(object)])),
        ]),
      ),
    ),
  );
const filled = (objects: Objects) => Object.fromEntries(Object.entries(objects).filter(([, those]) => Object.keys(those).length > 0));

/** Everything about a case that was noted when it was made. */
async function holdingsOf(open: OpenCase) {
  const { sound, counts, findings } = good(await open.verify(silently));
  const bytes: { [id: string]: string } = {};
  for (const [id, item] of Object.entries(open.record().evidence)) bytes[id] = digest(good(await open.readBlob(item.blob, 0, item.bytes)));
  const keys = good(await open.keys.list()).slots.map(({ kind, label }) => ({ kind, label }));
  const told = { headWords: open.headWords(), sound, counts, findings: findings.map(({ severity, code }) => `${severity} ${code}`), keys };
  return JSON.parse(JSON.stringify({ ...told, checkpoints: open.custody.checkpoints().map(({ size }) => size), record: open.record(), bytes }));
}

describe('a golden case', { timeout: 120_000 }, () => {
  it('is there for every released version, each with and without a clean end', () => {
    expect(versions).toEqual(expect.arrayContaining(['v1.0', 'v1.0b', 'v1.0c']));
    for (const version of versions) expect(cases.filter((one) => one.version === version).map(({ name }) => name)).toEqual(['every-key.case', 'unclean.case']);
  });

  it.each(cases)('$version $name is byte for byte what was made', ({ version, name, folder }) => {
    const { files } = read(ExpectedSchema, version, name.replace('.case', '.expected.json'));
    const there = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(there).toHaveLength(Object.keys(files).length);
    for (const [path, expected] of Object.entries(files)) expect(digest(readFileSync(join(folder, path))), path).toBe(expected);
  });

  it.each(cases)('$version $name holds every object and every byte that was noted', async ({ version, name, folder }) => {
    const { files: _, ...expected } = read(ExpectedSchema, version, name.replace('.case', '.expected.json'));
    const { passphrase } = read(SecretsSchema, version, 'secrets.json');
    const open = good(await openCase(folder, { passphrase: passphraseBytes(passphrase) }, countingFacts(), 'read'));
    expect(await holdingsOf(open)).toEqual({ ...expected, record: asReadToday(expected.record) });
    await open.abandon();
  });

  it.each(versions)('%s opens with every secret it has', async (version) => {
    const secrets = read(SecretsSchema, version, 'secrets.json');
    const passphrase = passphraseBytes(secrets.passphrase);
    const folder = join(root, version, 'every-key.case');
    const [escrow] = readdirSync(join(folder, 'escrow'));
    const opener = new Decrypter();
    opener.addIdentity(secrets.escrowIdentity);
    const escrowWords = await opener.decrypt(readFileSync(join(folder, 'escrow', escrow ?? '')), 'text');
    expect(escrowWords).toBe(secrets.escrowWords);
    const ways: readonly CaseSecret[] = [
      { passphrase },
      { passphrase, keyFile: Buffer.from(secrets.keyFile) },
      { recoveryWords: secrets.recoveryWords },
      { recoveryWords: secretWords(escrowWords) },
      { shares: secrets.shares.slice(0, 2) },
      { shares: secrets.shares.slice(1) },
    ];
    for (const way of ways) await good(await openCase(folder, way, countingFacts(), 'read')).abandon();
    const wrong = await openCase(folder, { passphrase: new TextEncoder().encode('the very first passphrase') }, countingFacts(), 'read');
    expect(wrong).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
  });

  it.each(cases)('$version $name can be worked in: edited, closed, opened again, compacted', ({ version, name, folder }) =>
    inTemporaryFolder(async (parent) => {
      const copy = join(parent, name);
      cpSync(folder, copy, { recursive: true });
      const { passphrase } = read(SecretsSchema, version, 'secrets.json');
      const { record } = read(ExpectedSchema, version, name.replace('.case', '.expected.json'));
      const work = async () => good(await openCase(copy, { passphrase: passphraseBytes(passphrase) }, countingFacts()));
      const open = await work();
      expect(open.openingFindings.filter(({ severity }) => severity === 'damage')).toEqual([]);
      good(await open.commit(writesNote(900)));
      good(await open.close());
      const again = await work();
      good(await again.copies.compact(again.copies.freeable().digest, silently));
      good(await again.close());
      const last = await work();
      expect(last.openingFindings).toEqual([]);
      const { notes, ...rest } = JSON.parse(JSON.stringify(last.record()));
      const { notes: before, ...others } = asReadToday(record);
      expect(Object.keys(notes)).toHaveLength(Object.keys(before ?? {}).length + 1);
      expect(rest).toEqual(others);
      await last.abandon();
    }),
  );

  it.each(cases)('$version $name is read the same by a reader in another language', ({ version, name, folder }) =>
    inTemporaryFolder(async (parent) => {
      // On a machine without Python there is nothing to compare with; `findPython` refuses that where the proofs are run.
      if (!python) return;
      const secrets = read(SecretsSchema, version, 'secrets.json');
      const expected = read(ExpectedSchema, version, name.replace('.case', '.expected.json'));
      writeFileSync(join(parent, 'passphrase'), secrets.passphrase);
      writeFileSync(join(parent, 'words'), secrets.recoveryWords.join(' '));
      writeFileSync(join(parent, 'list'), wordlist.join('\n'));
      for (const secret of [
        ['--passphrase-file', join(parent, 'passphrase')],
        ['--words-file', join(parent, 'words'), '--word-list', join(parent, 'list')],
      ]) {
        const { status, reading } = readInPython(python, folder, secret);
        expect(status).toBe(0);
        const { signers: _signers, checkpoints, ...objects } = reading?.objects ?? {};
        expect(filled(objects)).toEqual(filled(expected.record));
        expect(Object.keys(checkpoints ?? {})).toHaveLength(expected.checkpoints.length);
        const read = Object.values(reading?.blobs ?? {}).map(({ sha256 }) => sha256);
        for (const sha256 of Object.values(expected.bytes)) expect(read).toContain(sha256);
      }
    }),
  );
});
