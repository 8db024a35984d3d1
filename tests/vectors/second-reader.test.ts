import { copyFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wordlist } from '@scure/bip39/wordlists/english.js';
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCaseHost, openCaseHost } from '#main/caseprocess/case-host.ts';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { passphraseBytes } from '#main/crypto/passphrase.ts';
import { tell, testSurroundings } from '#tests/harness/hosted-case.ts';
import { contentOf, countingFacts, good, sampleEvidence, sampleMeta, silently, takesIn, writesNote } from '#tests/harness/stored-case.ts';
import { findPython, type Reading, readInPython } from './run-reader.ts';

/** Written in two ways that are one passphrase: é as one character and as two. */
const passphrase = 'дело №7 – café';
const asTyped = 'дело №7 – cafe\u0301';
const python = findPython();
const folder = mkdtempSync(join(tmpdir(), 'corroborate-reader-'));
const at = (name: string) => join(folder, name);
const byPassphrase = ['--passphrase-file', at('passphrase')];
const byList = ['--word-list', at('list')];
const byWords = ['--words-file', at('words'), ...byList];
const facts = countingFacts();

/** A case with a life behind it: sessions, checkpoints, exhibits of awkward sizes, undo, a passphrase changed, and an end without a close. */
beforeAll(async () => {
  writeFileSync(at('passphrase'), asTyped);
  writeFileSync(at('wrong'), `${asTyped} `);
  writeFileSync(at('list'), wordlist.join('\n'));
  const first = new TextEncoder().encode('the first passphrase');
  const made = good(await createCase(at('a.case'), { meta: sampleMeta, passphrase: first, facts, kdf: leastKdfCost }));
  writeFileSync(at('words'), made.recoveryWords.join(' '));
  for (let number = 1; number <= 20; number += 1)
    good(await made.case.commit(writesNote(number, `запись ${number} "\\\u0001\u{1f50e}${'x'.repeat(number * 90)}`)));
  await giveKeys(made.case, first);
  good(await made.case.close());
  await session(async (open) => {
    for (const [index, bytes] of [0, 1, 12_287, 12_288, 12_289, 100_000].entries()) {
      const content = Uint8Array.from({ length: bytes }, (_, place) => (place * 31 + index) & 0xff);
      const stored = good(await open.storeBlob(contentOf(content, `exhibit ${index} – снимок.bin`), silently));
      good(await open.commit(takesIn(sampleEvidence(100 + index, stored))));
    }
    good(await open.commit(writesNote(3, 'changed')));
    good(await open.undo());
    good(await open.close());
  });
  cpSync(at('a.case'), at('closed.case'), { recursive: true });
  // Ends as a power cut ends it: edits in the log, no close, no checkpoint.
  await session(async (open) => {
    for (let number = 30; number < 40; number += 1) good(await open.commit(writesNote(number)));
    await open.abandon();
  });
}, 180_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A key of every kind, each with a label, and the first passphrase changed. */
async function giveKeys({ keys }: OpenCase, first: Uint8Array): Promise<void> {
  good(await keys.changePassphrase({ passphrase: first }, passphraseBytes(passphrase)));
  const file = Buffer.from('any file can be a key file\n');
  writeFileSync(at('key-file'), file);
  good(await keys.addPassphrase(passphraseBytes(passphrase), 'on the stick – флешка', file));
  const { shares } = good(await keys.split(2, 3, 'the board'));
  for (const [index, text] of shares.entries()) writeFileSync(at(`share-${index}`), text);
  const identity = await generateIdentity();
  const { file: sealed } = good(await keys.escrow([await identityToRecipient(identity)], 'counsel'));
  const opener = new Decrypter();
  opener.addIdentity(identity);
  writeFileSync(at('escrow-words'), await opener.decrypt(readFileSync(join(at('a.case'), sealed ?? '')), 'text'));
}

async function session(work: (open: OpenCase) => Promise<void>): Promise<void> {
  await work(good(await openCase(at('a.case'), { passphrase: passphraseBytes(passphrase) }, facts)));
}

/** Our own listing of the same case, object by object. */
async function ourListing(name: string) {
  const open = good(await openCase(at(name), { passphrase: passphraseBytes(passphrase) }, facts, 'read'));
  const record = JSON.parse(JSON.stringify(open.record()));
  const { counts } = good(await open.verify(silently));
  good(await open.close());
  return { record, counts };
}

async function keysOf(name: string) {
  const open = good(await openCase(at(name), { passphrase: passphraseBytes(passphrase) }, facts, 'read'));
  const listing = await open.keys.list();
  good(await open.close());
  return listing;
}

async function sameAsOurs(name: string, reading: Reading): Promise<void> {
  const ours = await ourListing(name);
  const { signers, checkpoints, ...objects } = reading.objects;
  expect(objects).toEqual(ours.record);
  const { signers: keys = 0, checkpoints: signed = 0, meta = 0, ...counts } = reading.counts;
  expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(ours.counts.objects + ours.counts.custody);
  expect([Object.keys(signers ?? {}).length, Object.keys(checkpoints ?? {}).length, meta]).toEqual([keys, signed, 1]);
  expect([reading.frames, Object.keys(reading.blobs).length]).toEqual([ours.counts.frames, ours.counts.blobs]);
}

/** A copy of the case with one thing done to it, as the reader sees it. */
function readAfter(change: (copy: string) => void, secret = byPassphrase): string {
  const copy = at('changed.case');
  rmSync(copy, { recursive: true, force: true });
  cpSync(at('a.case'), copy, { recursive: true });
  change(copy);
  const { refused, reading, status } = readInPython(python ?? '', copy, secret);
  return refused ?? `${status}: ${reading?.findings.filter((finding) => finding !== 'info: unclean end').join('; ')}`;
}
function flip(path: string, place: number): void {
  const bytes = readFileSync(path);
  const index = place < 0 ? bytes.length + place : place;
  bytes.writeUInt8(bytes.readUInt8(index) ^ 4, index);
  writeFileSync(path, bytes);
}
const newest = (copy: string, inside: string) => join(copy, inside, readdirSync(join(copy, inside)).sort().at(-1) ?? '');

/** On a machine without Python there is nothing to compare with; `findPython` refuses that where the proofs are run. */
describe('a reader in another language, written from FORMAT.md alone', { timeout: 180_000 }, () => {
  it('opens a case that ended uncleanly and lists every object as we do', async () => {
    if (!python) return;
    const { status, reading } = readInPython(python, at('a.case'), byPassphrase);
    expect([status, reading?.findings]).toEqual([0, ['info: unclean end']]);
    expect(reading?.counts).toMatchObject({ meta: 1, notes: 30, evidence: 6, signers: 1 });
    expect([reading?.counts['custody'], reading?.counts['checkpoints']].every((count) => (count ?? 0) > 0)).toBe(true);
    const { slots } = good(await keysOf('a.case'));
    expect(reading?.slots.filter((slot) => slot !== null)).toEqual(
      slots.map(({ id, kind, label, madeAt, shares }) => ({ id, kind, label, madeAt: Date.parse(madeAt), shares })),
    );
    expect(slots.map(({ kind }) => kind)).toEqual(['passphrase', 'recovery', 'key-file', 'shares', 'escrow']);
    if (reading) await sameAsOurs('a.case', reading);
  });

  it.each([
    ['recovery words', 'recovery', byWords],
    ['a passphrase and a key file', 'key-file', [...byPassphrase, '--key-file', at('key-file')]],
    ['any two of three shares', 'shares', ['--share', at('share-2'), '--share', at('share-0'), ...byList]],
    ['the words that an age identity opened', 'escrow', ['--words-file', at('escrow-words'), ...byList]],
  ])('opens it by %s and reads the same', async (_, kind, secret) => {
    if (!python) return;
    const { status, reading } = readInPython(python, at('closed.case'), secret);
    expect([status, reading?.findings]).toEqual([0, []]);
    expect(reading?.slots[reading.slot]).toMatchObject({ kind });
    if (reading) await sameAsOurs('closed.case', reading);
  });

  it('takes the search index apart, and finds by its words what we find', async () => {
    if (!python) return;
    const around = testSurroundings({ facts });
    const wishes = { title: 'a', purpose: '', handling: '', analyst: 'A. Analyst', passphrase: passphraseBytes(passphrase) };
    let { host } = good(await createCaseHost(at('searched.case'), wishes, around));
    for (let number = 0; number < 30; number += 1)
      await tell(host, 'notes/write', { title: `heron ${number}`, text: `журавль 북한군 ${'x '.repeat(number * 20)}` });
    good(await host.close());
    const again = async () => good(await openCaseHost(at('searched.case'), { passphrase: passphraseBytes(passphrase) }, around));
    host = await again();
    const first = good(await host.query('notes/list', {}))[0]?.id ?? '';
    await tell(host, 'notes/revise', { id: first, title: null, text: 'kingfisher' });
    good(await host.close());
    host = await again();
    const { reading } = readInPython(python, at('searched.case'), byPassphrase);
    expect([reading?.findings, reading?.index?.head, reading?.index?.unread]).toEqual([[], reading?.head, []]);
    for (const word of ['heron', 'журавль', 'kingfisher', 'x'])
      expect([word, reading?.index?.words[word]]).toEqual([
        word,
        good(await host.query('search/find', { query: `"${word}"`, limit: 1_000 }))
          .map(({ id }) => id)
          .toSorted(),
      ]);
    good(await host.close());
    const copy = readdirSync(at('searched.case/index'));
    for (const name of copy) flip(join(at('searched.case/index'), name), 70);
    expect(readInPython(python, at('searched.case'), byPassphrase).reading?.findings).toEqual(
      copy.sort().map((name) => `info: search index unusable: ${name}`),
    );
  });

  it('refuses what FORMAT.md says to refuse', () => {
    if (!python) return;
    expect(readAfter(() => undefined, ['--passphrase-file', at('wrong')])).toBe('wrong secret');
    expect(readAfter(() => undefined, ['--share', at('share-0'), ...byList])).toMatch(/not enough shares/);
    expect(
      readAfter((copy) => {
        for (const name of ['case.a', 'case.b']) truncateSync(join(copy, name), 4_000);
      }),
    ).toBe('header damaged');
    expect(
      readAfter((copy) => {
        for (const name of ['case.a', 'case.b', 'log', 'snap']) rmSync(join(copy, name), { recursive: true });
      }),
    ).toBe('not a case');
  });

  it('names what was changed, and reads on where it can', () => {
    if (!python) return;
    expect(readAfter((copy) => flip(join(copy, 'case.a'), 5_000))).toBe('1: header copy damaged: case.a');
    expect(readAfter((copy) => flip(newest(copy, 'snap'), 900))).toMatch(/^1: snapshot unusable: /);
    expect(readAfter((copy) => flip(newest(copy, 'log'), 1_500))).toMatch(/^1: segment damaged: /);
    const blob = (copy: string) => newest(copy, join('blob', readdirSync(join(copy, 'blob')).sort().at(-1) ?? ''));
    expect(readAfter((copy) => flip(blob(copy), -1))).toMatch(/^1: blob damaged: /);
    expect(readAfter((copy) => rmSync(blob(copy)))).toMatch(/^1: blob missing: /);
    expect(readAfter((copy) => flip(newest(copy, 'escrow'), 40))).toMatch(/^1: escrow damaged: /);
    expect(readAfter((copy) => rmSync(newest(copy, 'escrow')))).toMatch(/^1: escrow missing: /);
    expect(readAfter((copy) => copyFileSync(join(copy, 'README.txt'), join(copy, 'stranger.txt')))).toBe('0: info: unknown file: stranger.txt');
  });
});
