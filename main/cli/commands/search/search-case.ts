import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { searchNamed } from '#shared/domain/search/save-search.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { branchOption } from '../../branch-option.ts';
import { checkQuery } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

export const searchCase: Command = {
  words: ['search'],
  operands: 'CASE QUERY',
  least: 1,
  most: 50,
  about: 'search everything in the case; every word must be found, beginnings and small slips count',
  options: { saved: { takes: 'NAME', about: 'instead of QUERY: the saved search of this name' }, ...branchOption },
  perform: (given, world) => {
    const typed = given.operands.slice(1).join(' ');
    const name = given.option('saved');
    if ((name === undefined) === (typed === '')) throw new UsageError('Search for what? Either a QUERY, or --saved NAME.');
    checkQuery('search/find', { query: typed }, { query: 'QUERY' });
    return withCase(given, world, 'read', async (host) => {
      const query = name === undefined ? done(typed) : await savedQuery(host, name);
      if (!query.ok) return query;
      const hits = await host.query('search/find', { query: query.value });
      if (!hits.ok) return hits;
      const rows = hits.value.map((hit) => [hit.id, hit.kind, hit.field === 'label' ? hit.label : `${hit.label} — ${hit.snippet}`]);
      const lines = rows.length === 0 ? ['Nothing found.'] : printTable(['ID', 'KIND', 'WHAT'], rows, world.columns);
      return done({ json: hits.value, lines });
    });
  },
};

async function savedQuery(host: CaseHost, name: string): Promise<Reply<string>> {
  const all = await host.query('search/saved', {});
  if (!all.ok) return all;
  const found = searchNamed(all.value, name);
  return found ? done(found.query) : refused({ kind: 'invalid-input', where: '--saved', reason: 'the name of a saved search, as search list prints it' });
}
