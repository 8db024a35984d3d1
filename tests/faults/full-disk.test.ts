import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { dossierPort } from '#main/dossier/dossier-port.ts';
import { quietly, sampleDossier, sampleOpenCase } from '#tests/fixtures/dossier/sample-dossier.ts';
import { bundledChild } from '#tests/harness/bundled-child.ts';
import { ageIdentity } from '#tests/harness/open-age.ts';
import { contentOf, countingFacts, good, inTemporaryFolder, sampleMeta, samplePassphrase, silently, writesNote } from '#tests/harness/stored-case.ts';

/** Whether this machine lets a process make a small disk of its own. Where it does not, the limit on the size of files stands in. */
function canMount(folder: string): boolean {
  return spawnSync('unshare', ['-rm', 'sh', '-c', `mount -t tmpfs -o size=1m tmpfs '${folder}'`]).status === 0;
}

it('a full disk refuses edits and imports by name, keeps everything before, and goes on when there is room', () =>
  inTemporaryFolder(async (parent) => {
    const small = join(parent, 'small');
    mkdirSync(small);
    const child = await bundledChild('tests/faults/busy-writer.ts', parent);
    const made = join(parent, 'a.case');
    good(await good(await createCase(made, { meta: sampleMeta, passphrase: samplePassphrase, facts: countingFacts(), kdf: leastKdfCost })).case.close());
    const mounted = canMount(small);
    const script = mounted
      ? `mount -t tmpfs -o size=1m tmpfs '${small}' && cp -r '${made}' '${small}/a.case' && exec '${process.execPath}' '${child}' fill '${small}/a.case'`
      : `cp -r '${made}' '${small}/a.case' && ulimit -f 400 && exec '${process.execPath}' '${child}' fill '${small}/a.case'`;
    const ran = mounted ? spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' }) : spawnSync('sh', ['-c', script], { encoding: 'utf8' });
    expect(ran.stderr).toBe('');
    const told = JSON.parse(ran.stdout) as { kept: string[]; refusals: string[]; imported: unknown; afterwards: boolean; damage: unknown[] };
    expect(told.kept.length).toBeGreaterThan(20);
    if (mounted) expect(told.refusals).toEqual([JSON.stringify({ kind: 'write-failed', reason: 'disk-full' })]);
    expect(told.imported).toEqual({ kind: 'write-failed', reason: mounted ? 'disk-full' : 'too-large' });
    expect(told).toMatchObject({ afterwards: true, damage: [] });
  }));

it.each(['a dossier', 'a hand-over in parts'])(
  '%s that does not fit on the disk is refused by name and leaves nothing, wherever it broke off',
  { timeout: 120_000 },
  (what) =>
    inTemporaryFolder(async (parent) => {
      const small = join(parent, 'small');
      mkdirSync(small);
      const child = await bundledChild('tests/faults/dossier-on-a-full-disk.ts', parent);
      for (const assets of ['dossier', 'verify'])
        cpSync(join(import.meta.dirname, '../../assets', assets), join(parent, 'assets', assets), { recursive: true });
      const mounted = canMount(small);
      const disk = 1024 * 1024;
      const elsewhere = join(parent, 'elsewhere');
      if (what !== 'a dossier') good(await dossierPort(sampleOpenCase).write(sampleDossier('team'), elsewhere, ['html', 'csv', 'docx', 'bag'], quietly));
      const handedOver = what === 'a dossier' ? '' : `'${elsewhere}' ${(await ageIdentity()).recipient}`;
      const script = mounted
        ? `mount -t tmpfs -o size=${disk} tmpfs '${small}' && exec '${process.execPath}' '${child}' '${small}' ${disk} ${handedOver}`
        : `ulimit -f 8 && exec '${process.execPath}' '${child}' '${small}' 0 ${handedOver}`;
      const ran = mounted ? spawnSync('unshare', ['-rm', 'sh', '-c', script], { encoding: 'utf8' }) : spawnSync('sh', ['-c', script], { encoding: 'utf8' });
      expect(ran.stderr).toBe('');
      const tries = JSON.parse(ran.stdout) as readonly { readonly problem: unknown; readonly left: readonly string[] }[];
      const broken = mounted ? tries.slice(0, -1) : tries;
      expect(broken.length).toBeGreaterThan(mounted ? 3 : 0);
      for (const { problem, left } of broken) expect([problem, left]).toEqual([{ kind: 'write-failed', reason: mounted ? 'disk-full' : 'too-large' }, []]);
      if (mounted) expect(tries.at(-1)).toEqual({ problem: null, left: ['new'] });
    }),
);

it('an import that is cancelled, fails or changes while it is read leaves nothing behind', () =>
  inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'a.case');
    const { case: open } = good(await createCase(folder, { meta: sampleMeta, passphrase: samplePassphrase, facts: countingFacts(), kdf: leastKdfCost }));
    const bytes = Buffer.alloc(3_000_000, 'c');
    const blobs = () => readdirSync(join(folder, 'blob'), { recursive: true });

    let looks = 0;
    const cancelling = {
      step: () => undefined,
      cancelled: () => {
        looks += 1;
        return looks > 100;
      },
    };
    expect(await open.storeBlob(contentOf(bytes), cancelling)).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(blobs()).toEqual([]);

    for (const grown of [2_999_999, 3_000_001]) {
      const changing = { ...contentOf(bytes), open: () => contentOf(Buffer.alloc(grown, 'd')).open() };
      expect(await open.storeBlob(changing, silently)).toEqual({ ok: false, problem: { kind: 'unreadable-file', item: 1, reason: 'changed-while-reading' } });
    }
    expect(blobs()).toEqual([]);

    const vanishing = {
      ...contentOf(bytes),
      open: async function* () {
        yield bytes.subarray(0, 100);
        throw Object.assign(new Error('gone'), { code: 'ENOENT' });
      },
    };
    expect(await open.storeBlob(vanishing, silently)).toEqual({ ok: false, problem: { kind: 'unreadable-file', item: 1, reason: 'missing' } });
    expect(blobs()).toEqual([]);
    good(await open.commit(writesNote(1)));
    good(await open.close());
    good(await good(await openCase(folder, { passphrase: samplePassphrase }, countingFacts())).close());
  }));
