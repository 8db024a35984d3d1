import { done } from '#shared/kernel/reply.ts';
import { wordRows } from '#shared/wording/english/key-terms.ts';
import type { Command } from '../../command.ts';
import { withCase } from '../../with-case.ts';
import { labelOf, labelOption, sayLimits } from './key-label.ts';

export const addRecovery: Command = {
  words: ['keys', 'add-recovery'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'make another 24 recovery words and show them once; old ones stay until they are removed',
  options: { label: labelOption },
  perform: (given, world) => {
    const label = labelOf(given);
    return withCase(given, world, 'write', async (host) => {
      const added = await host.keys.addRecovery(label);
      if (!added.ok) return added;
      sayLimits('recovery', given, world);
      const lines = ['Recovery words: write them on paper. They are shown this once.', ...wordRows(added.value.words).map((row) => `  ${row}`)];
      return done({ json: { recoveryWords: added.value.words }, lines });
    });
  },
};
