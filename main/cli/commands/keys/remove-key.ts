import { done } from '#shared/kernel/reply.ts';
import { keyChangeLimits, keyKindTerms } from '#shared/wording/english/key-terms.ts';
import { type Command, UsageError } from '../../command.ts';
import { withCase } from '../../with-case.ts';

export const removeKey: Command = {
  words: ['keys', 'remove'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'take a key away, by the first digits of its ID in keys list; never the last one',
  options: {},
  perform: (given, world) => {
    const id = given.operand(1);
    if (!/^[0-9a-f]{4,32}$/.test(id)) throw new UsageError('ID: at least four of the digits that keys list prints');
    return withCase(given, world, 'write', async (host) => {
      const removed = await host.keys.remove(id);
      if (!removed.ok) return removed;
      const { kind, label } = removed.value;
      return done({ json: removed.value, lines: [`Removed: ${keyKindTerms[kind]}${label === '' ? '' : ` (${label})`}. ${keyChangeLimits[0]}`] });
    });
  },
};
