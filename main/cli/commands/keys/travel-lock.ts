import { done } from '#shared/kernel/reply.ts';
import { travelLockWords } from '#shared/wording/english/key-terms.ts';
import { type Command, UsageError } from '../../command.ts';
import { withOpenedBy } from '../../with-case.ts';

export const travelLock: Command = {
  words: ['keys', 'travel-lock'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about:
    'remove every key you carry, so that only escrow or shares open the case; open it with one of these to show that they do (--recovery-file with the words of the escrow, or --share-file)',
  options: {
    'keep-recovery': { takes: null, about: 'leave recovery words, where the paper is out of reach' },
    unproven: { takes: 'WHY', about: 'do it without showing that escrow or shares open the case; the reason goes into the custody log' },
  },
  perform: (given, world) => {
    const why = given.option('unproven') ?? null;
    if (why !== null && (why.trim() === '' || why.length > 500)) throw new UsageError('--unproven: why it cannot be shown, up to 500 characters');
    return withOpenedBy(given, world, 'write', async (host, secret) => {
      const proven = await host.keys.prove(secret);
      if (!proven.ok) return proven;
      const locked = await host.keys.travelLock(proven.value, given.option('keep-recovery') !== undefined, why);
      if (!locked.ok) return locked;
      if (given.option('json') === undefined) world.say(`${travelLockWords.limits.map((sentence) => `- ${sentence}`).join('\n')}\n`);
      return done({ json: locked.value, lines: [travelLockWords.done(locked.value.removed)] });
    });
  },
};
