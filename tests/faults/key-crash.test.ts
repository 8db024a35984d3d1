import { expect, it } from 'vitest';
import { readHeaderCopies } from '#main/casefile/header-copies.ts';
import { openSlots, type SlotSecret } from '#main/casefile/key-slots.ts';
import { joinShares } from '#main/casefile/share.ts';
import type { OpenCase } from '#main/casestore/open-case.ts';
import { recoverySecret } from '#main/crypto/recovery-code.ts';
import { secretWords } from '#shared/kernel/secret-words.ts';
import { fatesOf, sampled } from '#tests/harness/crash-fates.ts';
import { derivedKey, makeCaseOn, openOn, seededRandom } from '#tests/harness/crash-session.ts';
import { diskAfterCrash, effectsOf, unsettledEffects } from '#tests/harness/crashed-disk.ts';
import { ageIdentity, openAgeBytes } from '#tests/harness/open-age.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { countingFacts, good, samplePassphrase } from '#tests/harness/stored-case.ts';

const colleague = Buffer.from('a colleague’s passphrase');
const changed = Buffer.from('a passphrase changed on the way');

/** What stood when something was acknowledged: after how many steps, which of the secrets opened, and which keys the header listed. */
type Stand = { readonly after: number; readonly opens: readonly string[]; readonly listed: string };

it('a crash at any step of a change of keys leaves the keys before it or those after it, and each escrow listed lies there whole', {
  timeout: 300_000,
}, async () => {
  const { identity, recipient } = await ageIdentity();
  const first = recordingDisk();
  const caseKey = await makeCaseOn(first.fileSystem, countingFacts());
  const start = first.content();
  const disk = recordingDisk(start);
  const derived = new Map<string, Buffer>();
  const keep = async (name: string, secret: SlotSecret) => void derived.set(name, await derivedKey(first.fileSystem, secret));
  const { open } = good(await openOn(disk.fileSystem, caseKey, countingFacts()));
  const stands: Stand[] = [];
  const listedBy = async (one: OpenCase) => JSON.stringify(good(await one.keys.list()).slots);
  const note = async (...opens: readonly string[]) => stands.push({ after: disk.operations.length, opens: [...opens].sort(), listed: await listedBy(open) });

  await keep('mine', { kind: 'passphrase', bytes: samplePassphrase });
  await note('mine');
  good(await open.keys.addPassphrase(colleague, 'Борис'));
  await keep('colleague', { kind: 'passphrase', bytes: colleague });
  await note('mine', 'colleague');
  const { shares } = good(await open.keys.split(2, 3, 'friends'));
  await keep('shares', { kind: 'shares', bytes: good(await joinShares(shares.slice(1), Buffer.from(open.caseId, 'hex'))) });
  await note('mine', 'colleague', 'shares');
  const escrow = good(await open.keys.escrow([recipient], 'the lawyer')).file ?? '';
  const sealed = disk.content().files.get(escrow) ?? Buffer.alloc(0);
  const words = secretWords(await openAgeBytes(sealed, identity));
  await keep('escrow', { kind: 'recovery', bytes: recoverySecret(words) ?? Buffer.alloc(0) });
  await note('mine', 'colleague', 'shares', 'escrow');
  good(await open.keys.changePassphrase({ passphrase: samplePassphrase }, changed));
  await keep('changed', { kind: 'passphrase', bytes: changed });
  await note('changed', 'colleague', 'shares', 'escrow');
  const [, boris] = good(await open.keys.list()).slots;
  good(await open.keys.remove(boris?.id ?? ''));
  await note('changed', 'shares', 'escrow');
  const proven = good(await open.keys.prove({ shares }));
  expect(good(await open.keys.travelLock(proven, false, null))).toEqual({ removed: 1 });
  await note('shares', 'escrow');
  good(await open.keys.remove(good(await open.keys.list()).slots.find(({ kind }) => kind === 'escrow')?.id ?? ''));
  await note('shares');
  good(await open.close());

  const effects = effectsOf(start, disk.operations);
  const random = seededRandom(7);
  const seen = new Set<string>();
  let states = 0;
  for (let steps = 0; steps <= disk.operations.length; steps += 1) {
    const needed = stands.findLastIndex(({ after }) => after <= steps);
    for (const fates of fatesOf(unsettledEffects(effects, steps), steps, sampled, random)) {
      const content = diskAfterCrash(start, effects, steps, fates);
      const name = `${needed} ${[...content.files].map(([path, bytes]) => `${path} ${bytes.toString('latin1')}`).join()}`;
      if (seen.has(name)) continue;
      seen.add(name);
      states += 1;
      const files = recordingDisk(content).fileSystem;
      const where = `after step ${steps}, ${needed} acknowledged`;
      const { header } = good(readHeaderCopies(files)).whole[0];
      const opens = [...derived].filter(([, key]) => openSlots(header, key) !== null).map(([who]) => who);
      const reopened = good(await openOn(files, caseKey, countingFacts()));
      const listing = good(await reopened.open.keys.list());
      await reopened.open.abandon();
      const fits = stands.slice(Math.max(0, needed), needed + 2);
      const told = JSON.stringify(listing.slots.map((slot) => ({ ...slot, file: null })));
      const fitting = fits.filter(
        (stand) => JSON.stringify(stand.opens) === JSON.stringify(opens.sort()) && stand.listed.replace(/"file":"[^"]*"/, '"file":null') === told,
      );
      expect(fitting, where).not.toEqual([]);
      for (const { kind, file } of listing.slots)
        if (kind === 'escrow') expect(file !== null && content.files.get(file)?.equals(sealed), `${where}: the escrow`).toBe(true);
      expect(
        reopened.open.openingFindings.filter(({ severity }) => severity === 'damage'),
        where,
      ).toEqual([]);
    }
  }
  console.log(`${states} crash states of changes of keys over ${disk.operations.length} steps`);
  expect(states).toBeGreaterThan(300);
});
