import { done } from '#shared/kernel/reply.ts';
import { branchOption } from '../branch-option.ts';
import { checkQuery } from '../check-message.ts';
import type { Command } from '../command.ts';
import { printTable } from '../print-table.ts';
import { withCase } from '../with-case.ts';

export const searchCase: Command = {
  words: ['search'],
  operands: 'CASE QUERY',
  least: 2,
  most: 50,
  about: 'search everything in the case; every word must be found, beginnings and small slips count',
  options: branchOption,
  perform: (given, world) => {
    const input = checkQuery('search/find', { query: given.operands.slice(1).join(' ') }, { query: 'QUERY' });
    return withCase(given, world, 'read', async (host) => {
      const hits = await host.query('search/find', input);
      if (!hits.ok) return hits;
      const rows = hits.value.map((hit) => [hit.id, hit.kind, hit.field === 'label' ? hit.label : `${hit.label} — ${hit.snippet}`]);
      const lines = rows.length === 0 ? ['Nothing found.'] : printTable(['ID', 'KIND', 'WHAT'], rows, world.columns);
      return done({ json: hits.value, lines });
    });
  },
};
