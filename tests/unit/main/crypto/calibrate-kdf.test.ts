import { expect, it } from 'vitest';
import { defaultKdfCost, isKdfCostAllowed } from '#main/crypto/argon2id.ts';
import { calibratedKdfCost, costlierKdf, kdfCostFor } from '#main/crypto/calibrate-kdf.ts';

const gib = 2 ** 30;
/** KiB and passes a millisecond of a machine that needs so long for the least cost. */
const speed = (ms: number) => (defaultKdfCost.memoryKiB * defaultKdfCost.passes) / ms;

it('a new case costs its guesser about a second of this machine, in memory first, and never less than 256 MiB three times over', () => {
  expect(kdfCostFor(speed(3_000), 16 * gib)).toEqual(defaultKdfCost);
  expect(kdfCostFor(speed(1_000), 16 * gib)).toEqual(defaultKdfCost);
  expect(kdfCostFor(speed(700), 16 * gib)).toEqual({ memoryKiB: 256 * 1024, passes: 4 });
  expect(kdfCostFor(speed(500), 16 * gib)).toEqual({ memoryKiB: 512 * 1024, passes: 3 });
  expect(kdfCostFor(speed(240), 16 * gib)).toEqual({ memoryKiB: 1024 * 1024, passes: 3 });
  expect(kdfCostFor(speed(100), 16 * gib)).toEqual({ memoryKiB: 1024 * 1024, passes: 7 });
});

it('a small machine keeps an eighth of its memory for it at most, and a very fast one stays within what others can open', () => {
  expect(kdfCostFor(speed(240), 4 * gib)).toEqual({ memoryKiB: 512 * 1024, passes: 6 });
  expect(kdfCostFor(speed(240), 1 * gib)).toEqual({ memoryKiB: 256 * 1024, passes: 12 });
  expect(kdfCostFor(speed(1), 64 * gib)).toEqual({ memoryKiB: 1024 * 1024, passes: 12 });
  for (const odd of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) expect(isKdfCostAllowed(kdfCostFor(odd, 16 * gib))).toBe(true);
});

it('a case that is encrypted anew never gets cheaper to guess at', () => {
  const cost = (mib: number, passes: number) => ({ memoryKiB: mib * 1024, passes });
  for (const [less, more] of [
    [cost(256, 3), cost(256, 4)],
    [cost(256, 3), cost(512, 2)],
    [cost(1024, 3), cost(512, 7)],
    [cost(256, 12), cost(1024, 3)],
  ] as const) {
    expect(costlierKdf(less, more)).toBe(more);
    expect(costlierKdf(more, less)).toBe(more);
    expect(costlierKdf(more, { ...more })).toEqual(more);
  }
});

it('is measured on the machine itself', async () => {
  const cost = await calibratedKdfCost();
  expect(isKdfCostAllowed(cost)).toBe(true);
  expect(cost.memoryKiB).toBeGreaterThanOrEqual(defaultKdfCost.memoryKiB);
  expect(cost.passes).toBeGreaterThanOrEqual(defaultKdfCost.passes);
});
