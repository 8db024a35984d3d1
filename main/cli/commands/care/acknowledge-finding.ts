import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { withCase } from '../../with-case.ts';

export const acknowledgeKept: Command = {
  words: ['acknowledge'],
  operands: 'CASE CODE SUBJECT',
  least: 3,
  most: 3,
  about: 'damage that was noticed once is told at every opening until it is acknowledged; CODE and SUBJECT as verify --json tells them',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('case/acknowledge', { code: given.operand(1), subject: given.operand(2) });
    return withCase(given, world, 'write', async (host) => {
      const acknowledged = await host.command('case/acknowledge', input);
      return acknowledged.ok ? done({ json: { acknowledged: true }, lines: ['Acknowledged: it is a remark from now on.'] }) : acknowledged;
    });
  },
};
