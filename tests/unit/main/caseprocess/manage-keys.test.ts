import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { caseProcessWork } from '#main/caseprocess/case-process-work.ts';
import { manageKeys } from '#main/caseprocess/manage-keys.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import type { KeysAnswer, KeysRequest, OfferedSecret } from '#shared/contract/keys.ts';
import { newHostedCase } from '#tests/harness/hosted-case.ts';
import { ageIdentity, openAge } from '#tests/harness/open-age.ts';
import { good, inTemporaryFolder, samplePassphrase } from '#tests/harness/stored-case.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
/** Fresh bytes each time, because they are wiped with the answer. */
const mine = (): OfferedSecret => ({ by: 'passphrase', passphrase: Uint8Array.from(samplePassphrase) });
const wrong = (): OfferedSecret => ({ by: 'passphrase', passphrase: bytes('not the passphrase') });

async function withHost(work: (host: CaseHost, ask: (request: KeysRequest) => Promise<KeysAnswer>, folder: string) => Promise<void>): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    await work(host, async (request) => good(await manageKeys(host.keys, request)), join(folder, 'Exercise.case'));
    await host.close();
  });
}
const kindsOf = ({ listing }: KeysAnswer) => listing.slots.map(({ kind }) => kind);

describe('the keys page', { timeout: 240_000 }, () => {
  it('adds keys of every kind, each proven anew, and hears of the keys as they are then', () =>
    withHost(async (host, ask, folder) => {
      expect(kindsOf(await ask({ ask: 'keys-list' }))).toEqual(['passphrase', 'recovery']);
      await ask({ ask: 'keys-add-passphrase', proof: mine(), passphrase: bytes('one of a colleague'), label: ' Борис ' });
      await ask({ ask: 'keys-add-key-file', proof: mine(), passphrase: bytes('one with a file'), keyFile: bytes('file'), label: 'stick' });
      const { recoveryWords } = await ask({ ask: 'keys-add-recovery', proof: mine(), label: 'safe' });
      const { shares } = await ask({ ask: 'keys-split', proof: { by: 'words', words: recoveryWords ?? [] }, needed: 2, of: 3, label: '' });
      expect((await ask({ ask: 'keys-check-share', share: shares?.[2] ?? '' })).checkedShare).toMatchObject({ index: 3, needed: 2, of: 3 });
      const { identity, recipient } = await ageIdentity();
      const made = await ask({ ask: 'keys-escrow', proof: mine(), recipients: [recipient], label: '' });
      expect(kindsOf(made)).toEqual(['passphrase', 'recovery', 'passphrase', 'key-file', 'recovery', 'shares', 'escrow']);
      expect(made.listing.slots[2]).toMatchObject({ label: 'Борис' });
      expect(made.listing.slots[6]?.file).toBe(made.escrowFile);
      const words =
        (await openAge(join(folder, made.escrowFile ?? ''), identity))
          .split('\n')
          .slice(2)
          .join(' ')
          .match(/[a-z]+/g) ?? [];
      const changed = await ask({
        ask: 'change-passphrase',
        old: { by: 'passphrase', passphrase: bytes('one of a colleague') },
        passphrase: bytes('one changed by him'),
      });
      expect(changed.listing.slots[2]).toMatchObject({ id: made.listing.slots[2]?.id, label: 'Борис' });
      const removed = await ask({ ask: 'keys-remove', proof: mine(), id: made.listing.slots[1]?.id.slice(0, 8) ?? '' });
      expect(removed.listing.free).toBe(2);
      const locked = await ask({ ask: 'travel-lock', proof: { by: 'words', words }, keepRecovery: false, unprovenReason: null });
      expect(kindsOf(locked)).toEqual(['shares', 'escrow']);
      expect(good(await host.query('keys/list', {}))).toEqual(locked.listing);
    }));

  it('changes nothing on a proof that opens nothing, and tells what was wrong with it', () =>
    withHost(async (host, ask) => {
      const before = (await ask({ ask: 'keys-list' })).listing;
      const requests: readonly KeysRequest[] = [
        { ask: 'keys-add-passphrase', proof: wrong(), passphrase: bytes('one of a thief'), label: '' },
        { ask: 'keys-add-recovery', proof: wrong(), label: '' },
        { ask: 'keys-split', proof: wrong(), needed: 2, of: 3, label: '' },
        { ask: 'keys-remove', proof: wrong(), id: before.slots[0]?.id ?? '' },
        { ask: 'change-passphrase', old: wrong(), passphrase: bytes('one of a thief') },
        { ask: 'travel-lock', proof: wrong(), keepRecovery: false, unprovenReason: 'a thief' },
      ];
      for (const request of requests) expect(await manageKeys(host.keys, request)).toEqual({ ok: false, problem: { kind: 'wrong-passphrase' } });
      const shares: OfferedSecret = { by: 'shares', shares: ['no share'] };
      expect(await manageKeys(host.keys, { ask: 'keys-add-recovery', proof: shares, label: '' })).toMatchObject({ problem: { kind: 'bad-share', item: 1 } });
      expect((await ask({ ask: 'keys-list' })).listing).toEqual(before);
    }));

  it('wipes the secrets it was sent, whatever came of them', () =>
    withHost(async (host) => {
      const [proof, keyFile, passphrase] = [mine(), bytes('file'), bytes('one with a file')];
      await manageKeys(host.keys, { ask: 'keys-add-key-file', proof, passphrase, keyFile, label: '' });
      const refusedProof = wrong();
      await manageKeys(host.keys, { ask: 'keys-add-recovery', proof: refusedProof, label: '' });
      for (const secret of [proof, refusedProof]) expect(secret.by === 'passphrase' && secret.passphrase.every((byte) => byte === 0)).toBe(true);
      expect([...keyFile, ...passphrase].every((byte) => byte === 0)).toBe(true);
    }));

  it('refuses what is no request before any key is derived, and repeats nothing of it', () =>
    withHost(async (host) => {
      const base = { ask: 'keys-add-recovery', proof: mine(), label: '' };
      const malformed: readonly unknown[] = [
        null,
        { ask: 'give-me-the-key' },
        { ...base, proof: { by: 'passphrase', passphrase: 'kanarienvogel' } },
        { ...base, label: 'kanarienvogel\nkanarienvogel' },
        { ...base, label: 'ж'.repeat(25) },
        { ...base, kanarienvogel: 1 },
        { ask: 'keys-split', proof: mine(), needed: 1, of: 3, label: '' },
        { ask: 'keys-remove', proof: mine(), id: 'abc' },
      ];
      for (const request of malformed) {
        const reply = await manageKeys(host.keys, request);
        expect(reply).toMatchObject({ ok: false, problem: { kind: 'invalid-input' } });
        expect(JSON.stringify(reply)).not.toContain('kanarienvogel');
      }
    }));

  it('is told by a case process that has no case open yet that it is locked, and shares open one', () =>
    inTemporaryFolder(async (folder) => {
      const start = () =>
        caseProcessWork({
          folder: join(folder, 'a.case'),
          tool: 'test',
          tellShell: () => undefined,
          reportBug: () => undefined,
          leave: () => undefined,
          kdf: leastKdfCost,
        });
      const first = start();
      expect(await first.onKeys({ ask: 'keys-list' })).toEqual({ ok: false, problem: { kind: 'case-locked' } });
      await first.onPage({ ask: 'create', title: 'T', purpose: '', analyst: 'A.', passphrase: Uint8Array.from(samplePassphrase) });
      const { shares } = good(await first.onKeys({ ask: 'keys-split', proof: mine(), needed: 2, of: 2, label: '' }));
      await first.onShell({ to: 'close' });
      const second = start();
      expect(await second.onPage({ ask: 'open-with-shares', shares: shares ?? [] })).toMatchObject({ ok: true });
      await second.onShell({ to: 'close' });
      const third = start();
      expect(await third.onPage({ ask: 'recover-with-shares', shares: shares ?? [], newPassphrase: bytes('found again at last') })).toMatchObject({ ok: true });
      await third.onShell({ to: 'close' });
    }));
});
