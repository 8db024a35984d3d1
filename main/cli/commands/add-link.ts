import { linkTypes } from '#shared/domain/link/link.ts';
import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../check-message.ts';
import type { Command } from '../command.ts';
import { withCase } from '../with-case.ts';

export const addLink: Command = {
  words: ['link', 'add'],
  operands: 'CASE FROM TYPE TO',
  least: 4,
  most: 4,
  about: `link two objects by their IDs; TYPE is one of ${linkTypes.join(', ')}`,
  options: { rationale: { takes: 'T', about: 'why' } },
  perform: (given, world) => {
    const [fromId, type, toId] = given.operands.slice(1);
    const input = checkCommand('links/draw', { fromId, type, toId, rationale: given.option('rationale') }, { fromId: 'FROM', type: 'TYPE', toId: 'TO' });
    return withCase(given, world, 'write', async (host) => {
      const drawn = await host.command('links/draw', input);
      return drawn.ok ? done({ json: { id: drawn.value.id, kind: 'link', type: input.type }, lines: [drawn.value.id] }) : drawn;
    });
  },
};
