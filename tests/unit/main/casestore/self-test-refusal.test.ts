import crypto from 'node:crypto';
import { syncBuiltinESMExports } from 'node:module';
import { expect, it, vi } from 'vitest';
import { createCase, openCase } from '#main/casestore/case-store.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { countingFacts, inTemporaryFolder, sampleMeta, samplePassphrase } from '#tests/harness/stored-case.ts';

const asked = () => ({ meta: sampleMeta, passphrase: samplePassphrase, facts: countingFacts(), kdf: leastKdfCost });
const refusal = { ok: false, problem: { kind: 'self-test-failed' } };

it('an engine that computes wrongly makes and opens no case, once and for the life of the process', async () => {
  await inTemporaryFolder(async (folder) => {
    const path = `${folder}/a.case`;
    const made = await createCase(path, asked());
    if (!made.ok) throw new Error('the sound engine refused');
    await made.value.case.close();
    vi.resetModules();
    const engine = crypto as unknown as { verify: () => boolean };
    const { verify } = engine;
    engine.verify = () => true;
    syncBuiltinESMExports();
    const fresh = await import('#main/casestore/case-store.ts');
    try {
      expect(await fresh.createCase(`${folder}/b.case`, asked())).toEqual(refusal);
      expect(await fresh.openCase(path, { passphrase: samplePassphrase }, countingFacts())).toEqual(refusal);
    } finally {
      engine.verify = verify;
      syncBuiltinESMExports();
    }
    expect(await fresh.openCase(path, { passphrase: samplePassphrase }, countingFacts())).toEqual(refusal);
    const opened = await openCase(path, { passphrase: samplePassphrase }, countingFacts());
    expect(opened.ok).toBe(true);
    if (opened.ok) await opened.value.abandon();
  });
});
