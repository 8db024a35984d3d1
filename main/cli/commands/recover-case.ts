import { recoverCaseHost } from '#main/caseprocess/case-host.ts';
import { done } from '#shared/kernel/reply.ts';
import { type Command, UsageError } from '../command.ts';
import { readNewPassphrase, readRecovery } from '../secrets.ts';
import { newPassphraseFile } from './change-passphrase.ts';

export const recoverByWords: Command = {
  words: ['recover'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about:
    'open the case by its 24 recovery words, those of an escrow file, or shares, and give it a new passphrase; words not in a file come from CORROBORATE_RECOVERY_CODE or a prompt',
  options: {
    others: { takes: 'keep|remove', about: 'what becomes of the passphrases there were; must be said where there are several' },
    'new-passphrase-file': newPassphraseFile,
  },
  perform: async (given, world) => {
    const others = given.option('others');
    if (others !== undefined && others !== 'keep' && others !== 'remove') throw new UsageError('--others: one of keep, remove');
    const secret = await readRecovery(given, world);
    const next = await readNewPassphrase(given, world);
    const entered = world.enter();
    try {
      const opened = await recoverCaseHost(given.operand(0), secret, next, entered.around, others);
      if (!opened.ok) return opened;
      await opened.value.close();
      const rest = others === 'keep' ? 'The old ones still work' : 'No old one works any more';
      return done({ json: { recovered: true }, lines: [`The case opens with the new passphrase. ${rest}; what you opened it with still does.`] });
    } finally {
      next.fill(0);
      await entered.leave();
    }
  },
};
