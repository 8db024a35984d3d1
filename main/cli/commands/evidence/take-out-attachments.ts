import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { printTakenIn } from '../../print-taken-in.ts';
import { jobId, withCase } from '../../with-case.ts';

export const takeOutAttachmentsOf: Command = {
  words: ['evidence', 'attachments'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'take in the files attached to a mail, each as evidence derived from it',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('evidence/take-out-attachments', { jobId, id: given.operand(1) }, { id: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      const taken = await host.command('evidence/take-out-attachments', input);
      return taken.ok ? done(printTakenIn(taken.value, world)) : taken;
    });
  },
};
