import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Decrypter } from 'age-encryption';
import { expect, it } from 'vitest';
import { newHostedCase, takeInText, tell } from '#tests/harness/hosted-case.ts';
import { ageIdentity } from '#tests/harness/open-age.ts';
import { good, inTemporaryFolder } from '#tests/harness/stored-case.ts';

const toFolder = (path: string) => ({ from: 'path' as const, path });

it('a dossier exported in this sitting is handed over encrypted, and custody tells that, but not for whom', () =>
  inTemporaryFolder(async (folder) => {
    const host = await newHostedCase(folder);
    await takeInText(host, 'a.txt', 'Somebody saw it.');
    const { identity, recipient } = await ageIdentity();
    const asked = { jobId: 'job', from: { from: 'last-export' as const }, recipients: [recipient], newPassphrase: false, partBytes: null };
    const early = await host.command('dossiers/hand-over', { ...asked, to: toFolder(join(folder, 'early')) });
    expect(early).toMatchObject({ problem: { kind: 'invalid-input', where: 'from' } });

    await tell(host, 'dossiers/export', { jobId: 'job', profile: 'team', formats: ['csv'], to: toFolder(join(folder, 'dossier')) });
    const handed = await tell(host, 'dossiers/hand-over', { ...asked, to: toFolder(join(folder, 'handed')) });
    expect(handed.passphrase).toBeNull();
    expect(readdirSync(join(folder, 'handed')).sort()).toEqual(['README.txt', 'SHA256SUMS', 'dossier.tar.age']);
    const decrypter = new Decrypter();
    decrypter.addIdentity(identity);
    expect(Buffer.from(await decrypter.decrypt(readFileSync(join(folder, 'handed', 'dossier.tar.age')))).toString('latin1')).toContain(
      'dossier/manifest-sha256.txt',
    );
    const entries = JSON.stringify(good(await host.query('custody/list', {})));
    expect(entries).toContain('handed over, encrypted to 1 age recipient');
    expect(entries).not.toContain(recipient);

    const nobody = await host.command('dossiers/hand-over', { ...asked, recipients: ['age1nobody'], to: toFolder(join(folder, 'nobody')) });
    expect(nobody).toMatchObject({ problem: { kind: 'invalid-input', where: 'recipients' } });
    expect(await host.command('dossiers/hand-over', { ...asked, newPassphrase: true, to: toFolder(join(folder, 'both')) })).toMatchObject({ ok: false });
    writeFileSync(join(folder, 'dossier', 'added'), 'x');
    const altered = await host.command('dossiers/hand-over', { ...asked, to: toFolder(join(folder, 'altered')) });
    expect(altered).toMatchObject({ problem: { kind: 'invalid-input', where: 'from' } });
    for (const name of ['early', 'nobody', 'both', 'altered']) expect(existsSync(join(folder, name)), name).toBe(false);
    await host.close();
  }));
