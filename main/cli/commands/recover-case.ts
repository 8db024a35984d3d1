import { recoverCaseHost } from '#main/caseprocess/case-host.ts';
import { done } from '#shared/kernel/reply.ts';
import type { Command } from '../command.ts';
import { readNewPassphrase, readRecoveryWords } from '../secrets.ts';
import { newPassphraseFile } from './change-passphrase.ts';

export const recoverByWords: Command = {
  words: ['recover'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'open the case by its 24 recovery words and give it a new passphrase',
  options: {
    'recovery-file': { takes: 'F', about: 'file that holds the words (else CORROBORATE_RECOVERY_CODE, else a prompt)' },
    'new-passphrase-file': newPassphraseFile,
  },
  perform: async (given, world) => {
    const words = await readRecoveryWords(given, world);
    const next = await readNewPassphrase(given, world);
    const entered = world.enter();
    try {
      const opened = await recoverCaseHost(given.operand(0), words, next, entered.around);
      if (!opened.ok) return opened;
      await opened.value.close();
      return done({ json: { recovered: true }, lines: ['The case opens with the new passphrase. The old one no longer works; the recovery words still do.'] });
    } finally {
      next.fill(0);
      await entered.leave();
    }
  },
};
