import { done } from '#shared/kernel/reply.ts';
import { branchOption } from '../../branch-option.ts';
import type { Command } from '../../command.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

export const listBoardsOf: Command = {
  words: ['board', 'list'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'list the boards that are kept in the case',
  options: branchOption,
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const boards = await host.query('boards/list', {});
      if (!boards.ok) return boards;
      const rows = boards.value.map(({ id, ids, title }) => [id, ids === null ? 'all' : String(ids.length), title]);
      return done({ json: boards.value, lines: rows.length === 0 ? ['None.'] : printTable(['ID', 'OBJECTS', 'TITLE'], rows, world.columns) });
    }),
};
