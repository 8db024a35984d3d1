import { restoreCase } from '#main/casestore/restore-case.ts';
import { done } from '#shared/kernel/reply.ts';
import { findingSentence } from '#shared/wording/english/finding-terms.ts';
import type { Command } from '../../command.ts';
import { printFields } from '../../print-table.ts';
import { forget, readWayIn } from '../../secrets.ts';
import { bytesInWords, worldProgress } from '../../tell-bytes.ts';

export const restoreBackup: Command = {
  words: ['restore'],
  operands: 'BACKUP CASE',
  least: 2,
  most: 2,
  about:
    'unpack a backup, a folder or a tar file, into the new folder CASE and check every byte; the passphrase is one the case had when the backup was made. Refuses anything that Corroborate did not write',
  options: {},
  perform: async (given, world) => {
    const secret = await readWayIn(given, world);
    const entered = world.enter();
    const progress = worldProgress(world, ['writing', 'verifying']);
    try {
      const restored = await restoreCase(given.operand(0), given.operand(1), secret, entered.around.facts, progress);
      progress.end();
      if (!restored.ok) return restored;
      const { folder, files, bytes, edits, headWords, damaged, findings } = restored.value;
      for (const { severity, code, subject } of findings)
        if (severity !== 'info' && code !== 'unclean-end') world.say(`${severity}: ${findingSentence(code)} (${subject})\n`);
      const lines = [
        damaged > 0 ? `Restored, but ${damaged} sealed files are damaged or missing in the backup.` : 'Restored and read back: every byte is authentic.',
        ...printFields([
          ['folder', folder],
          ['files', files.toLocaleString('en')],
          ['bytes', bytesInWords(bytes)],
          ['edits', edits.toLocaleString('en')],
          ['head words', headWords.join(' ')],
        ]),
        'Where this computer has seen later edits of the case, opening it says so until there are as many again.',
        'Never work in two copies of one case: their edits cannot be put together again.',
      ];
      return done({ json: restored.value, lines, failed: damaged > 0 });
    } finally {
      progress.end();
      forget(secret);
      await entered.leave();
    }
  },
};
