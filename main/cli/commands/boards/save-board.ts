import { checkCommand } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { printDone, printMade } from '../../print-done.ts';
import { withCase } from '../../with-case.ts';

export const saveBoardOf: Command = {
  words: ['board', 'save'],
  operands: 'CASE TITLE [ID…]',
  least: 2,
  most: 5_001,
  about: 'keep a board with these objects, or with the whole case; its picture is laid out when it is shown',
  options: {},
  perform: (given, world) => {
    const [, title, ...ids] = given.operands;
    const input = checkCommand('boards/save', { title, ids: ids.length === 0 ? null : ids, places: [] }, { title: 'TITLE', ids: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      return printMade(await host.command('boards/save', input), 'board');
    });
  },
};

export const removeBoardOf: Command = {
  words: ['board', 'remove'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'remove a kept board; its objects stay in the case',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('boards/remove', { id: given.operand(1) }, { id: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      return printDone(await host.command('boards/remove', input), input.id, 'Removed.');
    });
  },
};
