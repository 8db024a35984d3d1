import { totalmem } from 'node:os';
import { defaultKdfCost, type KdfCost, millisecondsOfArgon2id } from './argon2id.ts';

/** What deriving a key is to take on the machine that makes the case. */
const aimMs = 1_000;
const mostMemoryKiB = 1024 * 1024;
const mostPasses = 12;
const probe: KdfCost = { memoryKiB: 128 * 1024, passes: 2 };

/** The cost for a new case: about a second on this machine, measured in a third of one, and never less than {@link defaultKdfCost}. */
export async function calibratedKdfCost(): Promise<KdfCost> {
  return kdfCostFor((probe.memoryKiB * probe.passes) / (await millisecondsOfArgon2id(probe)), totalmem());
}

/** What costs whoever guesses more: work first, then memory. */
export function costlierKdf(one: KdfCost, other: KdfCost): KdfCost {
  const [work, otherWork] = [one.memoryKiB * one.passes, other.memoryKiB * other.passes];
  if (work !== otherWork) return work > otherWork ? one : other;
  return one.memoryKiB >= other.memoryKiB ? one : other;
}

/**
 * The cost that takes about a second at a speed in KiB and passes a millisecond. Memory first, since it is what an opponent's hardware
 * is short of; up to an eighth of the machine's, so that the case opens beside other programs, and up to 1 GiB, so that it opens on a
 * smaller machine; then passes. A machine that is busy or slow gets the least, which is then what it waits for.
 */
export function kdfCostFor(kibPassesPerMs: number, machineBytes: number): KdfCost {
  const affordable = kibPassesPerMs > 0 ? aimMs * kibPassesPerMs : 0;
  const least = defaultKdfCost;
  let memoryKiB = least.memoryKiB;
  while (memoryKiB * 2 <= Math.min(mostMemoryKiB, machineBytes / 1024 / 8) && memoryKiB * 2 * least.passes <= affordable) memoryKiB *= 2;
  const passes = Math.min(mostPasses, Math.max(least.passes, Math.floor(affordable / memoryKiB)));
  return { memoryKiB, passes };
}
