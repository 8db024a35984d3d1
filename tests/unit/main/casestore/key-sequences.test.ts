import { expect, it } from 'vitest';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { keyOfSecret, openSlots } from '#main/casefile/key-slots.ts';
import { type CaseSecret, slotSecret } from '#main/casestore/case-secret.ts';
import { makeCaseOn, openOn, seededRandom } from '#tests/harness/crash-session.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, samplePassphrase } from '#tests/harness/stored-case.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const mine: CaseSecret = { passphrase: samplePassphrase };

it('after any sequence of additions, changes, removals and losses exactly the expected secrets open', { timeout: 300_000 }, async () => {
  for (const seed of [1, 2]) {
    const random = seededRandom(seed);
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts());
    const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
    const living = new Map<string, CaseSecret>([[good(await open.keys.list()).slots[0]?.id ?? '', mine]]);
    const gone: CaseSecret[] = [];
    let made = 0;
    const newPassphrase = () => {
      made += 1;
      return bytes(`passphrase ${seed} ${made}`);
    };
    const bury = (id: string) => {
      const secret = living.get(id);
      if (secret) gone.push(secret);
      living.delete(id);
    };
    const acts: readonly (() => Promise<void>)[] = [
      async () => {
        const passphrase = newPassphrase();
        const keyFile = random() < 0.5 ? bytes(`file ${made}`) : undefined;
        const added = await open.keys.addPassphrase(passphrase, '', keyFile);
        expect(added.ok).toBe(living.size < 8);
        if (added.ok) living.set(added.value.id, { passphrase, keyFile });
      },
      async () => {
        const added = await open.keys.addRecovery('');
        expect(added.ok).toBe(living.size < 8);
        if (added.ok) living.set(added.value.slot.id, { recoveryWords: added.value.words });
      },
      async () => {
        const added = await open.keys.split(2, 3, '');
        expect(added.ok).toBe(living.size < 8);
        if (added.ok) living.set(added.value.slot.id, { shares: added.value.shares.slice(0, 2) });
      },
      async () => {
        const [id, old] = pick([...living].filter(([, secret]) => 'passphrase' in secret)) ?? [];
        if (id === undefined || old === undefined || !('passphrase' in old)) return;
        const passphrase = newPassphrase();
        expect(good(await open.keys.changePassphrase(old, passphrase)).id).toBe(id);
        gone.push(old);
        living.set(id, { passphrase, keyFile: old.keyFile });
      },
      async () => {
        const id = pick([...living.keys()]) ?? '';
        const isCarried = (secret: CaseSecret | undefined) => secret !== undefined && !('shares' in secret);
        const left = [...living].filter(([other]) => other !== id).map(([, secret]) => secret);
        const may = left.length > 0 && (!isCarried(living.get(id)) || left.some(isCarried));
        expect((await open.keys.remove(id)).ok).toBe(may);
        if (may) bury(id);
      },
      async () => {
        const passphrase = newPassphrase();
        const typed = [...living].filter(([, secret]) => 'passphrase' in secret).map(([id]) => id);
        const set = await open.keys.setPassphrase(passphrase, 'remove');
        expect(set.ok).toBe(typed.length > 0 || living.size < 8);
        if (!set.ok) return;
        typed.map(bury);
        living.set(set.value.id, { passphrase });
      },
    ];
    for (let step = 0; step < 16; step += 1) await pick(acts)?.();
    const { header } = good(readHeaderCopies(disk.fileSystem)).whole[0];
    const doesOpen = async (secret: CaseSecret) => openSlots(header, await keyOfSecret(header, good(await slotSecret(secret, disk.fileSystem)))) !== null;
    expect(
      good(await open.keys.list())
        .slots.map(({ id }) => id)
        .sort(),
    ).toEqual([...living.keys()].sort());
    for (const secret of living.values()) expect(await doesOpen(secret)).toBe(true);
    for (const secret of gone) expect(await doesOpen(secret)).toBe(false);
    expect(gone.length).toBeGreaterThan(1);
    await open.abandon();
  }
});
