import type { ObjectId } from '#shared/kernel/ids.ts';
import { done } from '#shared/kernel/reply.ts';
import { boardWords } from '#shared/wording/english/views/board-words.ts';
import { branchOption } from '../../branch-option.ts';
import { checkQuery } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { plain } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

export const findPathsBetween: Command = {
  words: ['paths'],
  operands: 'CASE FROM TO',
  least: 3,
  most: 3,
  about: 'every shortest way from one object to another, over links and what the record says',
  options: branchOption,
  perform: (given, world) => {
    const input = checkQuery('boards/paths', { fromId: given.operand(1), toId: given.operand(2) }, { fromId: 'FROM', toId: 'TO' });
    return withCase(given, world, 'read', async (host) => {
      const found = await host.query('boards/paths', input);
      if (!found.ok) return found;
      const { paths } = found.value;
      const ids = [...new Set(paths.flatMap((path) => path.ids))] as ObjectId[];
      const labels = await host.query('objects/labels', { ids });
      if (!labels.ok) return labels;
      const byId = new Map(labels.value.map(({ id, label }) => [id, plain(label)]));
      const lines = paths.flatMap((path) => [
        byId.get(path.ids[0] ?? '') ?? '',
        ...path.edges.map((edge, at) => {
          const outward = edge.from === path.ids[at];
          return `  ${outward ? '→' : '←'} ${boardWords.relations[edge.relation]} ${outward ? '→' : '←'} ${byId.get(path.ids[at + 1] ?? '') ?? ''}`;
        }),
      ]);
      return done({ json: paths, lines: paths.length === 0 ? [boardWords.paths.none] : lines });
    });
  },
};
