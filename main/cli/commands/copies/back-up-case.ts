import { openCaseHost } from '#main/caseprocess/case-host.ts';
import { done } from '#shared/kernel/reply.ts';
import { findingSentence } from '#shared/wording/english/finding-terms.ts';
import { asTyped } from '../../check-message.ts';
import type { Command } from '../../command.ts';
import { printFields } from '../../print-table.ts';
import { forget, readWayIn } from '../../secrets.ts';
import { bytesInWords, progressLine } from '../../tell-bytes.ts';
import { jobId, workAndClose } from '../../with-case.ts';

export const backUpCase: Command = {
  words: ['backup'],
  operands: 'CASE TO',
  least: 2,
  most: 2,
  about:
    'copy the case into the folder TO, or into one tar file when TO ends in .tar; reads the copy back and checks every byte. A folder that holds an older backup of it is brought up to date; nothing else is ever overwritten. Works while the case is open elsewhere',
  options: {},
  perform: async (given, world) => {
    const to = given.operand(1);
    const secret = await readWayIn(given, world);
    const entered = world.enter();
    try {
      let opened = await openCaseHost(given.operand(0), secret, entered.around, 'write');
      // A case that is open elsewhere is only read; what is noted in its custody log, only its writer can note.
      const beside = !opened.ok && opened.problem.kind === 'case-in-use';
      if (beside) opened = await openCaseHost(given.operand(0), secret, entered.around, 'read');
      if (!opened.ok) return opened;
      const host = opened.value;
      for (const { severity, code, subject } of host.openingFindings)
        if (severity !== 'info') world.say(`${severity}: ${findingSentence(code)} (${subject})\n`);
      return await workAndClose(host, world, async () => {
        const mute = host.onEvent((event) => {
          if (event.type === 'job' && event.state === 'running') world.sayProgress?.(progressLine(event.phase, event.done, event.total));
        });
        const as = /\.tar$/i.test(to) ? 'tar' : 'folder';
        const made = asTyped(await host.command('case/backup', { jobId, as, to: { from: 'path', path: to } }), { to: 'TO' });
        mute();
        if (!made.ok) return made;
        const { files, bytes, copiedFiles, copiedBytes, edits, headWords, damaged, place, notedInCustody } = made.value;
        const lines = [
          damaged > 0
            ? `Backed up, but ${damaged} sealed files are damaged or missing in the case, and so in the backup.`
            : 'Backed up and read back: every byte is authentic.',
          ...printFields([
            ['place', place],
            ['files', `${files.toLocaleString('en')}, of which ${copiedFiles.toLocaleString('en')} were copied now`],
            ['bytes', `${bytesInWords(bytes)}, of which ${bytesInWords(copiedBytes)} were copied now`],
            ['edits', edits.toLocaleString('en')],
            ['head words', headWords.join(' ')],
          ]),
          ...(notedInCustody ? [] : ['The case could only be read, so its custody log does not mention this backup.']),
          'It opens with the passphrases and keys of today, also after they are changed in the case.',
        ];
        return done({ json: made.value, lines, failed: damaged > 0 });
      });
    } finally {
      forget(secret);
      await entered.leave();
    }
  },
};
