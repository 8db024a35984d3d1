import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { withCase } from '../../with-case.ts';

export const drawPagesOf: Command = {
  words: ['evidence', 'draw-pages'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'draw pages of a document that were not drawn when it was taken in, and keep their pictures',
  options: {
    first: { takes: 'N', about: 'the first page to draw, counted from 1' },
    count: { takes: 'N', about: 'how many, 16 at most (else 1)' },
  },
  perform: (given, world) => {
    const number = (text: string | undefined, otherwise: number) => (text === undefined ? otherwise : /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN);
    const first = given.option('first');
    if (first === undefined) throw new UsageError('From which page on? --first N');
    const input = checkCommand('evidence/draw-pages', { id: given.operand(1), first: number(first, 1), count: number(given.option('count'), 1) }, { id: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      const drawn = await host.command('evidence/draw-pages', input);
      return drawn.ok ? done({ json: { ...input, ...drawn.value }, lines: [`Pages drawn: ${drawn.value.drawn}.`] }) : drawn;
    });
  },
};
