import { done } from '#shared/kernel/reply.ts';
import { keyDetail, keyKindTerms } from '#shared/wording/english/key-terms.ts';
import type { Command } from '../../command.ts';
import { guessPrice } from '../../guess-price.ts';
import { printTable } from '../../print-table.ts';
import { withCase } from '../../with-case.ts';

export const listKeysOf: Command = {
  words: ['keys', 'list'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'list what opens the case: kinds, labels and dates, never a secret',
  options: {},
  perform: (given, world) =>
    withCase(given, world, 'read', async (host) => {
      const listed = await host.query('keys/list', {});
      if (!listed.ok) return listed;
      const { slots, free, cost } = listed.value;
      const rows = slots.map((slot) => [slot.id.slice(0, 8), keyKindTerms[slot.kind], slot.madeAt.slice(0, 10), slot.label, keyDetail(slot)]);
      const price = `One guess costs ${guessPrice(cost)}. Room for ${free} more.`;
      return done({ json: listed.value, lines: [...printTable(['ID', 'KIND', 'MADE', 'LABEL', 'DETAIL'], rows, world.columns), '', price] });
    }),
};
