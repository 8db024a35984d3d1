import { rekeyCase } from '#main/casestore/rekey-case.ts';
import { done } from '#shared/kernel/reply.ts';
import { wordRows } from '#shared/wording/english/key-terms.ts';
import type { Command } from '../../command.ts';
import { guessPrice } from '../../guess-price.ts';
import { printFields } from '../../print-table.ts';
import { forget, readNewPassphrase, readWayIn } from '../../secrets.ts';
import { bytesInWords, worldProgress } from '../../tell-bytes.ts';
import { newPassphraseFile } from '../change-passphrase.ts';

export const rekeyCaseAnew: Command = {
  words: ['rekey'],
  operands: 'CASE NEW',
  least: 2,
  most: 2,
  about:
    'write the case into the new folder NEW, encrypted anew under a fresh key, with a new passphrase and new recovery words, and compare the two; for when a key or a passphrase may be known to others, or the case was made on a slow computer: what a guess costs is measured anew on this one and never gets less. CASE stays as it is and still opens with the old ones: so does every copy of it',
  options: { 'new-passphrase-file': newPassphraseFile, label: { takes: 'L', about: 'name for the new passphrase in the list of keys' } },
  perform: async (given, world) => {
    const secret = await readWayIn(given, world);
    const next = await readNewPassphrase(given, world);
    const entered = world.enter();
    const progress = worldProgress(world, ['sealing']);
    try {
      const { facts, kdf } = entered.around;
      const wishes = { passphrase: next, label: given.option('label') ?? '', ...(kdf ? { kdf } : {}) };
      const made = await rekeyCase(given.operand(0), given.operand(1), secret, wishes, facts, progress);
      progress.end();
      if (!made.ok) return made;
      const { recoveryWords, folder, blobs, blobBytes, custody, cost } = made.value;
      if (given.option('json') === undefined) world.say(notice(recoveryWords));
      const lines = [
        'The case is encrypted anew and compared with the old one: the same record, custody log and bytes.',
        ...printFields([
          ['folder', folder],
          ['sealed files', `${blobs.toLocaleString('en')}, ${bytesInWords(blobBytes)}`],
          ['custody', `${custody.toLocaleString('en')} entries, and one for this`],
          ['one guess costs', `${guessPrice(cost.now)}; before: ${guessPrice(cost.before)}`],
        ]),
        'The old folder is unchanged. It, every copy and every backup of it still open with the old passphrases, and whoever',
        'has a copy and a passphrase keeps both: this protects what is written from now on. Key files, shares and escrows of',
        'the old case do not open the new one; make new ones. Analysts keep the keys they sign custody with; dossiers are signed',
        'with another key from now on. Once the new case is checked, destroy the old folder.',
      ];
      return done({ json: made.value, lines });
    } finally {
      progress.end();
      next.fill(0);
      forget(secret);
      await entered.leave();
    }
  },
};

function notice(words: readonly string[]): string {
  return ['New recovery words: write them on paper and destroy the old ones. They are shown this once.', ...wordRows(words).map((row) => `  ${row}`), ''].join(
    '\n',
  );
}
