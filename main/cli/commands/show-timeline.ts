import { done } from '#shared/kernel/reply.ts';
import { timelineWords } from '#shared/wording/english/views/timeline-words.ts';
import { branchOption } from '../branch-option.ts';
import type { Command } from '../command.ts';
import { printTable } from '../print-table.ts';
import { withCase } from '../with-case.ts';

export const showTimeline: Command = {
  words: ['timeline'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'every date of the case in order: what is said to have happened, what was said, what was published',
  options: branchOption,
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const rows = await host.query('timeline/list', {});
      if (!rows.ok) return rows;
      const lines = rows.value.map((row) => [row.date, timelineWords.senses[row.sense], row.against.length > 0 ? '!' : '', row.actor, row.label]);
      return done({ json: rows.value, lines: lines.length === 0 ? ['None.'] : printTable(['DATE', 'WHAT', '', 'BY', 'OBJECT'], lines, world.columns) });
    }),
};
