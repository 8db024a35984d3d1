import { openCaseHost } from '#main/caseprocess/case-host.ts';
import { done } from '#shared/kernel/reply.ts';
import { type Command, UsageError } from '../command.ts';
import { forget, readNewPassphrase, readWayIn } from '../secrets.ts';

const newPassphraseFile = { takes: 'F', about: 'file that holds the new passphrase (else CORROBORATE_NEW_PASSPHRASE, else a prompt)' } as const;

export const changePassphrase: Command = {
  words: ['passphrase'],
  operands: 'CASE change',
  least: 2,
  most: 2,
  about: 'replace the passphrase you give by a new one; those of others, key files and recovery words stay as they are',
  options: { 'new-passphrase-file': newPassphraseFile },
  perform: async (given, world) => {
    if (given.operand(1) !== 'change') throw new UsageError('What to do with the passphrase? passphrase CASE change');
    const old = await readWayIn(given, world);
    if (!('passphrase' in old)) throw new UsageError('To change a passphrase, give it. Without it: corroborate recover CASE');
    const next = await readNewPassphrase(given, world);
    const entered = world.enter();
    try {
      const opened = await openCaseHost(given.operand(0), old, entered.around);
      if (!opened.ok) return opened;
      const changed = await opened.value.keys.changePassphrase(old, next);
      await opened.value.close();
      return changed.ok
        ? done({
            json: { changed: true, key: changed.value },
            lines: ['The passphrase is changed. Copies of the folder made before still open with the old one.'],
          })
        : changed;
    } finally {
      forget(old);
      next.fill(0);
      await entered.leave();
    }
  },
};
export { newPassphraseFile };
