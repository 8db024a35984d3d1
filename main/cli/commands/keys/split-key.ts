import { join } from 'node:path';
import { leastSharesNeeded, mostShares } from '#shared/contract/share-limits.ts';
import { done } from '#shared/kernel/reply.ts';
import { type Command, type Given, UsageError } from '../../command.ts';
import { withCase } from '../../with-case.ts';
import { folderForSecrets, outsideCase, writeSecretFile } from '../../write-secret-file.ts';
import { labelOf, labelOption, sayLimits } from './key-label.ts';

export const splitKey: Command = {
  words: ['keys', 'split'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'split a new key among people: any few of the shares open the case, fewer tell nothing; shown once',
  options: {
    shares: { takes: 'N', about: `how many to make, up to ${mostShares}` },
    needed: { takes: 'K', about: `how many are to open the case, at least ${leastSharesNeeded}` },
    out: { takes: 'DIR', about: 'folder for a text file of each; without it they are printed' },
    label: labelOption,
  },
  perform: async (given, world) => {
    const [of, needed, label] = [numberOf(given, 'shares'), numberOf(given, 'needed'), labelOf(given)];
    if (needed < leastSharesNeeded || needed > of || of > mostShares)
      throw new UsageError(`--needed: from ${leastSharesNeeded} to the number of shares, which is at most ${mostShares}`);
    const out = given.option('out');
    const folder = out === undefined ? null : folderForSecrets(outsideCase(given.operand(0), out, 'out'));
    if (folder && !folder.ok) return folder;
    return withCase(given, world, 'write', async (host) => {
      const split = await host.keys.split(needed, of, label);
      if (!split.ok) return split;
      sayLimits('shares', given, world);
      if (!folder) return done({ json: split.value, lines: split.value.shares.flatMap((text) => text.split('\n')) });
      const names = split.value.shares.map((_, index) => join(folder.value, `share-${index + 1}-of-${of}-${split.value.slot.id.slice(0, 8)}.txt`));
      for (const [index, text] of split.value.shares.entries()) {
        const written = writeSecretFile(names[index] ?? '', text);
        if (written.ok) continue;
        // Shares that did not all reach their files must not leave a key that nobody can use.
        await host.keys.remove(split.value.slot.id);
        return written;
      }
      return done({ json: { files: names }, lines: [...names, '', 'Give each to its holder, then delete the file. Check a copy: keys check-share'] });
    });
  },
};

function numberOf(given: Given, name: string): number {
  const typed = given.option(name) ?? '';
  if (!/^\d{1,3}$/.test(typed)) throw new UsageError(`--${name}: a number, such as --shares 5 --needed 3`);
  return Number(typed);
}
