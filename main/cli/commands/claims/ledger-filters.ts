import { done } from '#shared/kernel/reply.ts';
import { branchOption } from '../../branch-option.ts';
import { checkCommand } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { printDone, printMade } from '../../print-done.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';
import { conditionOptions, conditionsIn } from './ledger-conditions.ts';

const conditionNames = {
  title: 'TITLE',
  conditions: '--asserter, --evidence, --finding, --state or --credibility',
  grouping: '--group',
};

export const keepFilterOf: Command = {
  words: ['filter', 'keep'],
  operands: 'CASE TITLE',
  least: 2,
  most: 2,
  about: 'keep a filter of the ledger of claims; its name goes with the case, encrypted',
  options: conditionOptions,
  perform: (given, world) => {
    const input = checkCommand(
      'claims/keep-filter',
      { title: given.operand(1), conditions: conditionsIn(given), grouping: given.option('group') },
      conditionNames,
    );
    return withCase(given, world, 'write', async (host) => {
      return printMade(await host.command('claims/keep-filter', input), 'filter');
    });
  },
};

export const listFiltersOf: Command = {
  words: ['filter', 'list'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'list the kept filters and how many claims each finds',
  options: branchOption,
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const filters = await host.query('claims/filters', {});
      if (!filters.ok) return filters;
      const rows: string[][] = [];
      const json: object[] = [];
      for (const filter of filters.value) {
        const claims = await host.query('claims/list', filter.conditions);
        if (!claims.ok) return claims;
        rows.push([filter.id, String(claims.value.length), filter.title]);
        json.push({ ...filter, kind: 'filter', claimIds: claims.value.map(({ id }) => id) });
      }
      return done({ json, lines: rows.length === 0 ? ['None.'] : printTable(['ID', 'CLAIMS', 'TITLE'], rows, world.columns) });
    }),
};

export const removeFilterOf: Command = {
  words: ['filter', 'remove'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'remove a kept filter; no claim is touched',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('claims/remove-filter', { id: given.operand(1) }, { id: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      return printDone(await host.command('claims/remove-filter', input), input.id, 'Removed.');
    });
  },
};
