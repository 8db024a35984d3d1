import { done } from '#shared/kernel/reply.ts';
import { branchOption } from '../../branch-option.ts';
import type { Command } from '../../command.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

export const listRolesOf: Command = {
  words: ['entity', 'roles'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'people at risk: the role that is shown of each outside the team, and the names it stands for',
  options: branchOption,
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const people = await host.query('entities/roles', {});
      if (!people.ok) return people;
      const rows = people.value.map(({ id, role, names }) => [id, role, names.join(' · ')]);
      return done({ json: people.value, lines: rows.length === 0 ? ['None.'] : printTable(['ID', 'ROLE', 'NAMES'], rows, world.columns) });
    }),
};
