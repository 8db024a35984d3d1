import { expect, it } from 'vitest';
import { bundledChild } from '#tests/harness/bundled-child.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';
import { acts, actUnderStrace, caseForActs, injectionsFor, straceMissing } from '#tests/harness/syscall-faults.ts';

it('a real process killed at its system calls, or told EIO or ENOSPC by them, loses nothing that was acknowledged', { timeout: 180_000 }, () =>
  inTemporaryFolder(async (parent) => {
    expect(straceMissing()).toBeNull();
    const of = await caseForActs(parent, [await bundledChild('tests/faults/one-act.ts', parent)]);
    const ended = { killed: 0, done: 0, refused: 0 };
    for (const act of acts) {
      const { calls, ended: undisturbed } = await actUnderStrace(of, act, null);
      expect(undisturbed).toBe('done');
      expect(calls.length).toBeGreaterThan(30);
      const { kills, errors } = injectionsFor(calls);
      // A few of each here; `npm run test:faults -- strace` has them all.
      for (const injection of [...kills.filter((_, at) => at % 23 === 20), ...errors.filter((_, at) => at % 41 === 11)]) {
        const outcome = await actUnderStrace(of, act, injection);
        expect(outcome.violations, `${act}, ${injection}`).toEqual([]);
        ended[outcome.ended] += 1;
      }
    }
    expect(ended.killed).toBeGreaterThan(5);
    expect(ended.refused).toBeGreaterThan(2);
  }),
);
