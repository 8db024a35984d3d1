import { describe, expect, it } from 'vitest';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { act, codes, entriesOf, newDisk } from '#tests/harness/custody-in-memory.ts';
import { countingFacts, good, silently } from '#tests/harness/stored-case.ts';

describe('the clock', { timeout: 60_000 }, () => {
  /** A wall clock and a monotonic one that the test moves apart. */
  function clocks() {
    const now = { wall: Date.parse('2026-03-29T00:59:00.000Z'), elapsed: 5_000 };
    const facts: Facts = { ...countingFacts(), now: () => new Date(now.wall).toISOString() as Instant, elapsed: () => now.elapsed };
    const pass = (wall: number, elapsed = wall) => {
      now.wall += wall;
      now.elapsed += elapsed;
    };
    return { facts, pass };
  }

  it('that runs on is no matter, and neither is a little drift', async () => {
    const { facts, pass } = clocks();
    const { open } = await (await newDisk(facts)).open();
    for (const [wall, elapsed] of [
      [0, 0],
      [1_000, 1_000],
      [3_600_000, 3_601_900],
      [86_400_000, 86_430_000],
      [500, 1_900],
    ] as const) {
      pass(wall, elapsed);
      await act(open);
    }
    expect(await codes(open)).toEqual([]);
    expect(entriesOf(open).map(({ elapsed }) => elapsed)).toEqual([0, 1_000, 3_602_900, 90_032_900, 90_034_800]);
    await open.abandon();
  });

  it('that was set back or forth while the case was open is flagged at the entry', async () => {
    const { facts, pass } = clocks();
    const { open } = await (await newDisk(facts)).open();
    await act(open);
    pass(-3_600_000, 1_000);
    await act(open);
    pass(7_200_000, 1_000);
    await act(open);
    pass(1_000, 600_000);
    await act(open);
    expect(await codes(open)).toEqual([
      ['clock-backwards', 'custody entry 1'],
      ['clock-jump', 'custody entry 2'],
      ['clock-jump', 'custody entry 3'],
    ]);
    expect(good(await open.verify(silently)).sound).toBe(true);
    await open.abandon();
  });

  it('that was set back between two sittings is flagged; what passed between them cannot be known', async () => {
    const { facts, pass } = clocks();
    const disk = await newDisk(facts);
    const { open } = await disk.open();
    await act(open);
    good(await open.close());
    pass(500 * 86_400_000, 0);
    const { open: later } = await disk.open();
    await act(later);
    good(await later.close());
    pass(-86_400_000, 1_000);
    const { open: last } = await disk.open();
    await act(last);
    expect(await codes(last)).toEqual([['clock-backwards', 'custody entry 2']]);
    expect(new Set(entriesOf(last).map(({ session }) => session)).size).toBe(3);
    await last.abandon();
  });
});
