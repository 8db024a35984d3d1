import { findings, workStates } from '#shared/domain/claim/claim.ts';
import { claimGroupings } from '#shared/domain/claim/kept-filter.ts';
import { credibilityGrades } from '#shared/domain/rating/admiralty.ts';
import { done } from '#shared/kernel/reply.ts';
import { branchOption } from '../../branch-option.ts';
import { checkCommand } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

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
  options: {
    match: { takes: 'WORDS', about: 'words in the claim or in the names of its chain' },
    asserter: { takes: 'ID', about: 'asserted by this entity' },
    evidence: { takes: 'ID', about: 'rests on this evidence' },
    finding: { takes: findings.join('|'), about: 'of this finding' },
    state: { takes: workStates.join('|'), about: 'of this work state' },
    credibility: { takes: credibilityGrades.join('|'), about: 'of this credibility' },
    'without-evidence': { takes: null, about: 'resting on nothing' },
    'in-conflict': { takes: null, about: 'contradicted by something' },
    group: { takes: claimGroupings.join('|'), about: 'what the lines are gathered by' },
  },
  perform: (given, world) => {
    const conditions = {
      match: given.option('match'),
      asserterId: given.option('asserter'),
      evidenceId: given.option('evidence'),
      finding: given.option('finding'),
      workState: given.option('state'),
      credibility: given.option('credibility'),
      withoutEvidence: given.option('without-evidence') === undefined ? undefined : true,
      inConflict: given.option('in-conflict') === undefined ? undefined : true,
    };
    const stated = Object.fromEntries(Object.entries(conditions).filter(([, value]) => value !== undefined));
    const input = checkCommand('claims/keep-filter', { title: given.operand(1), conditions: stated, grouping: given.option('group') }, conditionNames);
    return withCase(given, world, 'write', async (host) => {
      const kept = await host.command('claims/keep-filter', input);
      return kept.ok ? done({ json: { id: kept.value.id, kind: 'filter' }, lines: [kept.value.id] }) : kept;
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
      const removed = await host.command('claims/remove-filter', input);
      return removed.ok ? done({ json: { id: input.id }, lines: ['Removed.'] }) : removed;
    });
  },
};
