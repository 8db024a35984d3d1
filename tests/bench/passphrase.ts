import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { createCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { judge } from './goals.ts';
import { good } from './long-case.ts';
import { loadLine } from './machine.ts';
import { spread } from './paired.ts';
import { benchFacts, benchMeta, benchPassphrase } from './sample-case.ts';

/**
 * What a change of passphrase takes beyond the derivation of its keys. Those are derived in threads of their own, so the time in which
 * this one is at work is all the rest, with every write and sync of the disk.
 */
export async function benchPassphraseChange(folder: string, changes: number): Promise<void> {
  console.log(`\nchange of passphrase, ${changes} of them; ${loadLine()}`);
  const path = join(folder, 'passphrases.case');
  const { case: open } = good(await createCase(path, { meta: benchMeta, passphrase: benchPassphrase, facts: benchFacts, kdf: leastKdfCost }));
  const seconds: number[] = [];
  let now = benchPassphrase;
  for (let round = 0; round < changes; round += 1) {
    const next = new TextEncoder().encode(`another passphrase, number ${round}`);
    const before = performance.eventLoopUtilization();
    good(await open.keys.changePassphrase({ passphrase: now }, next));
    seconds.push(performance.eventLoopUtilization(before).active / 1_000);
    now = next;
  }
  await open.abandon();
  rmSync(path, { recursive: true, force: true });
  judge({ id: 'keys', what: 'change of passphrase beyond its keys, seconds', atMost: 1 }, spread(seconds));
}
