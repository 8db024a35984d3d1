import { clockJumps } from '#shared/domain/custody/clock-jumps.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';

/** The signed states of the custody log, the keys that signed them, and where the clock did not run as it should. */
export const listCheckpoints: QueryUse<'custody/checkpoints'> = async (desk) => {
  const { custody } = desk.openCase.record();
  const entries = Object.keys(custody)
    .sort()
    .flatMap((key) => custody[key] ?? []);
  return done({
    entries: entries.length,
    checkpoints: [...desk.openCase.custody.checkpoints()],
    keys: [...desk.openCase.custody.keys()],
    clock: [...clockJumps(entries)],
  });
};
