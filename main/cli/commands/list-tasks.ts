import { done } from '#shared/kernel/reply.ts';
import { branchOption } from '../branch-option.ts';
import { checkQuery } from '../check-message.ts';
import type { Command } from '../command.ts';
import { printTable } from '../print-table.ts';
import { withCase } from '../with-case.ts';

export const listTasksOf: Command = {
  words: ['tasks'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'what the notes say is still to be found out, those of the note changed last first',
  options: { limit: { takes: 'N', about: 'as many at most; else 12' }, ...branchOption },
  perform: (given, world) => {
    const limit = given.option('limit');
    const input = checkQuery('notes/tasks', limit === undefined ? {} : { limit: Number(limit) }, { limit: '--limit' });
    return withCase(given, world, 'read', async (host) => {
      const tasks = await host.query('notes/tasks', input);
      if (!tasks.ok) return tasks;
      const { open, openCount, doneCount } = tasks.value;
      const rows = open.map(({ noteId, title, text }) => [noteId, title, text]);
      const table = rows.length === 0 ? [] : printTable(['NOTE', 'TITLE', 'TO FIND OUT'], rows, world.columns);
      return done({ json: tasks.value, lines: [...table, `${openCount} open, ${doneCount} done.`] });
    });
  },
};
