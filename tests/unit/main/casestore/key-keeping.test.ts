import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { keyOfSecret, openSlots } from '#main/casefile/key-slots.ts';
import { type CaseSecret, slotSecret } from '#main/casestore/case-secret.ts';
import { createCase, openCase, openCaseIn, recoverCase } from '#main/casestore/case-store.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { passphraseWithKeyFile } from '#main/crypto/key-file.ts';
import { makeCaseOn, openOn } from '#tests/harness/crash-session.ts';
import { ageIdentity } from '#tests/harness/open-age.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, inTemporaryFolder, sampleMeta, samplePassphrase } from '#tests/harness/stored-case.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const mine: CaseSecret = { passphrase: samplePassphrase };
const rule = (name: string) => ({ ok: false, problem: { kind: 'refused', rule: name } });

async function withCase(work: (open: OpenCase, folder: string, words: readonly string[]) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'a.case');
    const wishes = { meta: sampleMeta, passphrase: samplePassphrase, facts: countingFacts(), kdf: leastKdfCost };
    const made = good(await createCase(folder, wishes));
    await work(made.case, folder, made.recoveryWords);
    await made.case.abandon();
  });
}
const kinds = async (open: OpenCase) => good(await open.keys.list()).slots.map(({ kind }) => kind);
const opening = async (folder: string, secret: CaseSecret): Promise<string> => {
  const opened = await openCase(folder, secret, countingFacts(), 'read');
  if (!opened.ok) return opened.problem.kind;
  await opened.value.abandon();
  return 'opened';
};

describe('the keys of a case', { timeout: 240_000 }, () => {
  it('begin with the passphrase of its analyst and a recovery code, and are eight at most', () =>
    withCase(async (open) => {
      const listed = good(await open.listKeys());
      expect(listed).toMatchObject({ free: 6, cost: leastKdfCost });
      expect(listed.slots).toMatchObject([
        { kind: 'passphrase', label: 'A. Analyst', madeAt: '2025-01-12T09:00:00.000Z', shares: null, file: null },
        { kind: 'recovery', label: '' },
      ]);
      for (let more = 0; more < 6; more += 1) good(await open.keys.addRecovery(`paper ${more}`));
      expect(await open.keys.addRecovery('one too many')).toEqual(rule('no-free-key'));
      expect(await open.keys.split(2, 3, '')).toEqual(rule('no-free-key'));
      expect(await open.keys.setPassphrase(bytes('a new passphrase'), 'keep')).toEqual(rule('no-free-key'));
      expect(good(await open.keys.list()).slots.map(({ label }) => label)).toEqual(['A. Analyst', '', ...[0, 1, 2, 3, 4, 5].map((more) => `paper ${more}`)]);
    }));

  it('change one by one: a colleague’s passphrase outlives a change of mine, with its id, label and date', () =>
    withCase(async (open, folder, words) => {
      const [theirs, file] = [bytes('a colleague’s passphrase'), bytes('any file')];
      const added = good(await open.keys.addPassphrase(theirs, 'Борис', file));
      expect(added).toMatchObject({ kind: 'key-file', label: 'Борис' });
      const before = good(await open.keys.prove(mine));
      const next = bytes('another one of mine');
      const changed = good(await open.keys.changePassphrase(mine, next));
      expect({ ...changed, madeAt: '' }).toEqual({ ...before, madeAt: '' });
      expect(await opening(folder, mine)).toBe('wrong-passphrase');
      for (const secret of [{ passphrase: next }, { passphrase: theirs, keyFile: file }, { recoveryWords: words }])
        expect(await opening(folder, secret)).toBe('opened');
      const later = bytes('theirs, changed with the same file');
      expect(good(await open.keys.changePassphrase({ passphrase: theirs, keyFile: file }, later))).toMatchObject({ id: added.id, kind: 'key-file' });
      expect(await opening(folder, { passphrase: later, keyFile: file })).toBe('opened');
      expect(await opening(folder, { passphrase: theirs, keyFile: file })).toBe('wrong-key-file');
      expect(await opening(folder, { passphrase: later, keyFile: bytes('any file.') })).toBe('wrong-key-file');
      expect(await opening(folder, { passphrase: later })).toBe('wrong-passphrase');
      expect(await open.keys.changePassphrase({ recoveryWords: words }, next)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
      expect(await open.keys.changePassphrase({ passphrase: next }, next)).toMatchObject({ ok: true });
      expect(await open.keys.addPassphrase(next, 'the same again')).toEqual(rule('key-exists'));
      expect(await open.keys.changePassphrase({ passphrase: later, keyFile: file }, later)).toMatchObject({ ok: true });
      expect(await open.keys.addPassphrase(later, '', new Uint8Array())).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'key file' } });
    }));

  it('are found again after a loss: a lone passphrase gives way, several ask what is to become of them', () =>
    withCase(async (open, folder, words) => {
      await open.abandon();
      const again = async (next: string, others?: 'keep' | 'remove') => recoverCase(folder, { recoveryWords: words }, bytes(next), countingFacts(), { others });
      const alone = good(await again('remembered now'));
      expect(good(await alone.keys.list()).slots[0]).toMatchObject({ kind: 'passphrase', label: 'A. Analyst' });
      expect(await kinds(alone)).toEqual(['passphrase', 'recovery']);
      await alone.abandon();
      const kept = good(await again('a second of mine', 'keep'));
      expect(await kinds(kept)).toEqual(['passphrase', 'recovery', 'passphrase']);
      good(await kept.keys.addPassphrase(bytes('with a file'), '', bytes('file')));
      await kept.abandon();
      expect(await again('a third of mine')).toEqual(rule('other-passphrases'));
      expect(await again('kurz')).toMatchObject({ ok: false, problem: { kind: 'invalid-input', where: 'passphrase' } });
      expect(await opening(folder, { passphrase: bytes('remembered now') })).toBe('opened');
      const alonger = good(await again('remembered now', 'remove'));
      expect(await kinds(alonger)).toEqual(['passphrase', 'recovery']);
      await alonger.abandon();
      expect(await opening(folder, { passphrase: bytes('a second of mine') })).toBe('wrong-passphrase');
      expect(await opening(folder, { passphrase: bytes('with a file'), keyFile: bytes('file') })).toBe('wrong-key-file');
      expect(await opening(folder, { passphrase: bytes('remembered now') })).toBe('opened');
    }));

  it('leave with a travel lock only when something elsewhere opens the case, and that is shown or its absence explained', () =>
    withCase(async (open, folder, words) => {
      const proven = good(await open.keys.prove(mine));
      expect(await open.keys.travelLock(proven, false, 'no time')).toEqual(rule('nothing-entrusted'));
      const { shares } = good(await open.keys.split(2, 3, 'friends'));
      expect(await open.keys.travelLock(proven, false, null)).toEqual(rule('entrusted-unproven'));
      expect(await open.keys.travelLock(good(await open.keys.prove({ recoveryWords: words })), false, '  ')).toEqual(rule('entrusted-unproven'));
      expect(await kinds(open)).toEqual(['passphrase', 'recovery', 'shares']);
      expect(good(await open.keys.travelLock(proven, true, 'the holders sleep'))).toEqual({ removed: 1 });
      const [entry] = Object.values(open.record().custody).slice(-1);
      expect(entry).toMatchObject({ action: 'travel-locked', evidenceId: null, reason: expect.stringContaining('the holders sleep') });
      expect(await opening(folder, mine)).toBe('wrong-passphrase');
      expect(await opening(folder, { recoveryWords: words })).toBe('opened');
      expect(good(await open.keys.travelLock(good(await open.keys.prove({ shares: shares.slice(1) })), false, null))).toEqual({ removed: 1 });
      expect(await opening(folder, { recoveryWords: words })).toBe('wrong-recovery-code');
      expect(await kinds(open)).toEqual(['shares']);
      expect(await open.keys.remove(good(await open.keys.list()).slots[0]?.id ?? '')).toEqual(rule('last-key'));
      expect(await open.keys.travelLock(good(await open.keys.prove({ shares })), false, null)).toMatchObject({ ok: false, problem: { kind: 'not-found' } });
    }));

  it('do not leave with a travel lock when the only escrow is spoilt', () =>
    withCase(async (open, folder) => {
      const { file } = good(await open.keys.escrow([(await ageIdentity()).recipient], ''));
      const sealed = readFileSync(join(folder, file ?? ''));
      writeFileSync(join(folder, file ?? ''), sealed.subarray(1));
      const proven = good(await open.keys.prove(mine));
      expect(await open.keys.travelLock(proven, false, 'no time')).toEqual(rule('nothing-entrusted'));
      writeFileSync(join(folder, file ?? ''), sealed);
      expect(good(await open.keys.travelLock(proven, false, 'no time'))).toEqual({ removed: 2 });
    }));

  it('that are shares are checked against the case: an old splitting is told from the one in force', () =>
    withCase(async (open) => {
      const old = good(await open.keys.split(2, 2, 'old'));
      const now = good(await open.keys.split(3, 4, 'now'));
      good(await open.keys.remove(old.slot.id.slice(0, 8)));
      expect(good(await open.keys.checkShare(now.shares[3] ?? ''))).toEqual({ caseId: open.caseId.slice(0, 8), index: 4, needed: 3, of: 4 });
      expect(await open.keys.checkShare(old.shares[0] ?? '')).toEqual({ ok: false, problem: { kind: 'wrong-shares' } });
      expect(await open.keys.prove({ shares: [old.shares[0] ?? '', now.shares[0] ?? '', now.shares[1] ?? ''] })).toEqual({
        ok: false,
        problem: { kind: 'bad-share', item: 1, reason: 'of-another-split', word: null },
      });
      expect(await open.keys.split(1, 3, '')).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
      expect(await open.keys.split(2, 17, '')).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
    }));

  it('cost one run of the key derivation for an attempt, whatever is offered, and none where it cannot be right', async () => {
    const disk = recordingDisk();
    await makeCaseOn(disk.fileSystem, countingFacts());
    const timed = async (secret: CaseSecret) => {
      const started = process.hrtime.bigint();
      const opened = await openCaseIn(disk.fileSystem, '/case', secret, countingFacts(), 'read');
      return { ms: Number(process.hrtime.bigint() - started) / 1e6, kind: opened.ok ? 'opened' : opened.problem.kind };
    };
    expect(await timed({ recoveryWords: ['abandon'] })).toMatchObject({ kind: 'wrong-recovery-code' });
    const offered: readonly CaseSecret[] = [{ passphrase: bytes('wrong one') }, { passphrase: bytes('wrong one'), keyFile: bytes('file') }];
    for (const secret of offered) {
      const secretOf = good(await slotSecret(secret, disk.fileSystem));
      const { header } = good(readHeaderCopies(disk.fileSystem)).whole[0];
      expect(openSlots(header, await keyOfSecret(header, secretOf))).toBeNull();
    }
    const cheap = await timed({ shares: ['no share'] });
    expect(cheap.kind).toBe('bad-share');
    // One that no test has derived a key of: those are remembered.
    expect(cheap.ms).toBeLessThan((await timed({ passphrase: bytes('wrong as none before') })).ms);
  });

  it('change by two headers and what notes it, five writes in all, so that a new passphrase costs its derivation and little more', async () => {
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
    const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
    good(await open.keys.addPassphrase(bytes('first of all, a segment'), ''));
    const from = disk.operations.length;
    good(await open.keys.changePassphrase(mine, bytes('another one of mine')));
    const wrote = disk.operations.slice(from).flatMap((one) => (one.op === 'write' ? [one] : []));
    expect(wrote.flatMap(({ at, bytes: { length } }) => (length === 8_192 ? [at] : []))).toEqual([0, 0]);
    // Two headers, the log's note of them, what this computer remembers, and the entry of the custody log.
    expect(wrote).toHaveLength(5);
    expect(disk.operations.slice(from).filter(({ op }) => op === 'sync')).toHaveLength(5);
    await open.abandon();
  });

  it('tell nothing to who has no key: neither how many they are, nor kinds, labels or shares', () =>
    withCase(async (open, folder) => {
      good(await open.keys.addPassphrase(bytes('theirs, not mine'), 'kanarienvogel'));
      good(await open.keys.split(2, 3, 'kanarienvogel'));
      for (const name of ['case.a', 'case.b']) {
        const header = readFileSync(join(folder, name));
        expect(header.includes('kanarienvogel')).toBe(false);
        // Eight slots and the table, each as random as the next: no byte stands there six times in a row.
        expect(header.toString('latin1', 64, 2120)).not.toMatch(/(.)\1{5}/s);
        expect(header.subarray(2120, 8128).every((byte) => byte === 0)).toBe(true);
      }
    }));

  it('are read from a file as it is: the digest of a key file is of every byte', () => {
    const secret = passphraseWithKeyFile(bytes('ключ'), bytes('file'));
    expect(Buffer.from(secret).toString('hex')).toBe(`${Buffer.from('ключ').toString('hex')}00${sha256(bytes('file')).toString('hex')}`);
  });

  it('that were only half written are not: a header copy with a strange kind is damage, not a guess', () =>
    withCase(async (open, folder) => {
      good(await open.keys.addRecovery(''));
      await open.abandon();
      const half = readFileSync(join(folder, 'case.a'));
      half.writeUInt8(half.readUInt8(1200) ^ 1, 1200);
      sha256(half.subarray(0, 8160)).copy(half, 8160);
      for (const name of ['case.a', 'case.b']) writeFileSync(join(folder, name), half);
      expect(await opening(folder, mine)).toBe('case-damaged');
    }));
});
