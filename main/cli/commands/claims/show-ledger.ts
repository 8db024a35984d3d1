import type { CaseHost } from '#main/caseprocess/case-host.ts';
import type { ClaimRow } from '#shared/contract/claims.ts';
import type { Queries } from '#shared/contract/contract.ts';
import type { Sent } from '#shared/contract/message.ts';
import { mostRows } from '#shared/contract/ordered-list.ts';
import { ledgerColumns } from '#shared/domain/claim/ledger-order.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import { branchOption } from '../../branch-option.ts';
import { checkQuery } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';
import { conditionOptions, conditionsIn } from './ledger-conditions.ts';

export const showLedgerOf: Command = {
  words: ['ledger'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'the ledger of claims as the window shows it: filtered, sorted and gathered',
  options: {
    ...conditionOptions,
    sort: { takes: ledgerColumns.join('|'), about: 'what the lines are sorted by; else as they were made' },
    descending: { takes: null, about: 'the other way round' },
    ...branchOption,
  },
  perform: (given, world) => {
    const by = given.option('sort');
    const sort = by === undefined ? undefined : { by, descending: given.option('descending') !== undefined };
    const asked = { ...conditionsIn(given), grouping: given.option('group'), ...(sort && { sort }) };
    const input = checkQuery('claims/ledger', asked, { sort: '--sort', grouping: '--group', evidenceId: '--evidence', asserterId: '--asserter' });
    return withCase(given, world, 'read', async (host) => {
      const ledger = await host.query('claims/ledger', input);
      if (!ledger.ok) return ledger;
      const { count, groups, grouping } = ledger.value;
      const rows = await rowsOf(host, input, count);
      if (!rows.ok) return rows;
      const json = { grouping, groups, claims: rows.value };
      return done({ json, lines: count === 0 ? ['None.'] : linesOf(rows.value, groups, grouping !== 'none', world.columns) });
    });
  },
};

async function rowsOf(host: CaseHost, wish: Sent<Queries['claims/ledger']>, count: number): Promise<Reply<readonly ClaimRow[]>> {
  const rows: ClaimRow[] = [];
  for (let from = 0; from < count; from += mostRows) {
    const piece = await host.query('claims/ledger', { ...wish, part: { rows: { from, to: from + mostRows } } });
    if (!piece.ok) return piece;
    rows.push(...piece.value.rows);
  }
  return done(rows);
}

type Group = { readonly at: number; readonly key: string | number | null; readonly count: number };

function linesOf(rows: readonly ClaimRow[], groups: readonly Group[], gathered: boolean, columns: number | null): readonly string[] {
  const cells = rows.map((row) => [row.id, row.credibility ?? '–', row.finding, String(row.independentOrigins), row.asserter, row.text]);
  const lines = printTable(['ID', 'CRED', 'FINDING', 'ORIGINS', 'ASSERTER', 'CLAIM'], cells, columns);
  if (!gathered) return lines;
  const [head = '', ...body] = lines;
  const heads = new Map(groups.map(({ at, key, count }) => [at, `${nameOf(key, rows[at])} (${count})`]));
  return [head, ...body.flatMap((line, at) => (heads.has(at) ? ['', heads.get(at) ?? '', line] : [line]))];
}

/** A finding is told by its word, since its key is its place among all. */
function nameOf(key: Group['key'], first: ClaimRow | undefined): string {
  if (typeof key === 'number') return first?.finding ?? String(key);
  return key ?? '–';
}
