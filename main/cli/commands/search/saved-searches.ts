import { done } from '#shared/kernel/reply.ts';
import { branchOption } from '../../branch-option.ts';
import { checkCommand } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { printDone, printMade } from '../../print-done.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

export const saveSearchOf: Command = {
  words: ['search', 'save'],
  operands: 'CASE NAME QUERY',
  least: 3,
  most: 50,
  about: 'save a search under a name; it goes with the case, encrypted',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('search/save', { title: given.operand(1), query: given.operands.slice(2).join(' ') }, { title: 'NAME', query: 'QUERY' });
    return withCase(given, world, 'write', async (host) => {
      return printMade(await host.command('search/save', input), 'search');
    });
  },
};

export const listSearchesOf: Command = {
  words: ['search', 'list'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'list the saved searches and how much each finds now',
  options: branchOption,
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const saved = await host.query('search/saved', {});
      if (!saved.ok) return saved;
      const counted = await host.query('search/saved-hits', {});
      if (!counted.ok) return counted;
      const hits = new Map(counted.value.map((each) => [each.id, each.hits]));
      const json = saved.value.map((search) => ({ ...search, kind: 'search', hits: hits.get(search.id) ?? 0 }));
      const rows = json.map((search) => [search.id, search.hits.toLocaleString('en'), search.title, search.query]);
      return done({ json, lines: rows.length === 0 ? ['None.'] : printTable(['ID', 'FOUND', 'NAME', 'QUERY'], rows, world.columns) });
    }),
};

export const renameSearchOf: Command = {
  words: ['search', 'rename'],
  operands: 'CASE ID NAME',
  least: 3,
  most: 3,
  about: 'give a saved search another name',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('search/rename', { id: given.operand(1), title: given.operand(2) }, { id: 'ID', title: 'NAME' });
    return withCase(given, world, 'write', async (host) => {
      return printDone(await host.command('search/rename', input), input.id, 'Renamed.');
    });
  },
};

export const removeSearchOf: Command = {
  words: ['search', 'remove'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'remove a saved search; nothing it found is touched',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('search/remove', { id: given.operand(1) }, { id: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      return printDone(await host.command('search/remove', input), input.id, 'Removed.');
    });
  },
};
