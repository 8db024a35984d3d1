import { done } from '#shared/kernel/reply.ts';
import { branchOption } from '../../branch-option.ts';
import { checkCommand } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { printDone, printMade } from '../../print-done.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

const reason = { takes: 'R', about: 'why it is waited for' };

export const addWatchOf: Command = {
  words: ['watch', 'add'],
  operands: 'CASE WORDS',
  least: 2,
  most: 50,
  about: 'wait for a word, a name or a phrase in new material, in any script; in quotes exactly so',
  options: { reason },
  perform: (given, world) => {
    const stated = given.option('reason') === undefined ? {} : { reason: given.option('reason') };
    const input = checkCommand('watch/add', { term: given.operands.slice(1).join(' '), ...stated }, { term: 'WORDS' });
    return withCase(given, world, 'write', async (host) => {
      return printMade(await host.command('watch/add', input), 'watch');
    });
  },
};

export const listWatchesOf: Command = {
  words: ['watch', 'list'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'list the watch terms and how often each stands in exhibits now',
  options: branchOption,
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const terms = await host.query('watch/list', {});
      if (!terms.ok) return terms;
      const counts = await host.query('watch/counts', {});
      if (!counts.ok) return counts;
      const counted = new Map(counts.value.map(({ id, ...count }) => [id, count]));
      const json = terms.value.map((term) => ({ ...term, kind: 'watch', ...counted.get(term.id) }));
      const figure = (count: number | undefined, more: boolean | undefined) => `${(count ?? 0).toLocaleString('en')}${more === true ? '+' : ''}`;
      const rows = json.map(({ id, exhibits, times, more, term, reason: why }) => [id, figure(exhibits, more), figure(times, more), term, why ?? '']);
      return done({ json, lines: rows.length === 0 ? ['None.'] : printTable(['ID', 'EXHIBITS', 'TIMES', 'WORDS', 'REASON'], rows, world.columns) });
    }),
};

export const editWatchOf: Command = {
  words: ['watch', 'edit'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'change a watch term or why it is waited for',
  options: { words: { takes: 'W', about: 'the words instead' }, reason },
  perform: (given, world) => {
    const changes = Object.fromEntries(
      [
        ['term', given.option('words')],
        ['reason', given.option('reason')],
      ].filter(([, value]) => value !== undefined),
    );
    const input = checkCommand('watch/edit', { id: given.operand(1), ...changes }, { id: 'ID', term: '--words' });
    if (Object.keys(changes).length === 0) throw new UsageError('Nothing to change: give --words, --reason or both.');
    return withCase(given, world, 'write', async (host) => {
      return printDone(await host.command('watch/edit', input), input.id, 'Changed.');
    });
  },
};

export const removeWatchOf: Command = {
  words: ['watch', 'remove'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'wait for a term no more; no exhibit is touched',
  options: {},
  perform: (given, world) => {
    const input = checkCommand('watch/remove', { id: given.operand(1) }, { id: 'ID' });
    return withCase(given, world, 'write', async (host) => {
      return printDone(await host.command('watch/remove', input), input.id, 'Removed.');
    });
  },
};
