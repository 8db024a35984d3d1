import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { realFacts } from '#main/caseprocess/surroundings.ts';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { bundledChild } from '#tests/harness/bundled-child.ts';
import { good, inTemporaryFolder, sampleMeta, samplePassphrase, silently } from '#tests/harness/stored-case.ts';

/** Real processes under libfaketime, whose wall clock starts `offset` away and then runs `speed` times as fast while the monotonic one does not. */
function write(child: string, folder: string, offset: string): void {
  const env = { ...process.env, FAKETIME_DONT_FAKE_MONOTONIC: '1', DONT_FAKE_MONOTONIC: '1' };
  const { status, stderr, error } = spawnSync('faketime', ['-f', offset, process.execPath, child, folder], { encoding: 'utf8', env });
  if (error || status !== 0) throw new Error(`faketime (Debian package faketime): ${error?.message ?? stderr}`);
}

it(
  'a computer whose clock was set back between two sittings, or runs wild within one, is told by verify',
  () =>
    inTemporaryFolder(async (parent) => {
      const folder = join(parent, 'Clock.case');
      const child = await bundledChild('tests/faults/clock-writer.ts', parent);
      const facts = realFacts('clock test');
      good(await (await made(folder, facts)).close());
      const found = async () => {
        const open = good(await openCase(folder, { passphrase: samplePassphrase }, facts, 'read'));
        const { findings, sound } = good(await open.verify(silently));
        await open.abandon();
        expect(sound).toBe(true);
        return findings.map(({ code, subject }) => `${code} ${subject}`);
      };
      write(child, folder, '+2d');
      expect(await found()).toEqual([]);
      write(child, folder, '-1d');
      expect(await found()).toEqual(['clock-backwards custody entry 2']);
      // Each second of the monotonic clock is ten thousand on the wall.
      write(child, folder, '+5d x10000');
      expect(await found()).toEqual(['clock-backwards custody entry 2', 'clock-jump custody entry 5']);
    }),
  120_000,
);

async function made(folder: string, facts: ReturnType<typeof realFacts>) {
  return good(await createCase(folder, { meta: sampleMeta, passphrase: samplePassphrase, facts, kdf: leastKdfCost })).case;
}
