import { checkCommand } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { printMade } from '../../print-done.ts';
import { readText } from '../../text-files.ts';
import { withCase } from '../../with-case.ts';

export const translateEvidenceText: Command = {
  words: ['evidence', 'translate'],
  operands: 'CASE ID FILE',
  least: 3,
  most: 3,
  about: 'keep a translation of an item beside it; the file has one line for each line of its text',
  options: {
    language: { takes: 'L', about: 'language of the translation, such as en or uk' },
    translator: { takes: 'N', about: 'who translated it' },
    replaces: { takes: 'ID', about: 'the earlier translation that it supersedes' },
  },
  perform: (given, world) => {
    const [language, translator] = [given.option('language'), given.option('translator')];
    if (language === undefined || translator === undefined)
      throw new UsageError('A translation needs its language and its translator: --language L --translator N');
    const stated = { id: given.operand(1), language, translator, replacesId: given.option('replaces') };
    checkCommand('evidence/translate', { ...stated, lines: ['-'] }, { id: 'ID', replacesId: '--replaces' });
    return withCase(given, world, 'write', async (host) => {
      const text = await readText(given.operand(2), 'FILE');
      if (!text.ok) return text;
      const lines = text.value
        .replace(/^\ufeff/, '')
        .replace(/\r\n?/g, '\n')
        .replace(/\n$/, '')
        .split('\n');
      return printMade(await host.command('evidence/translate', { ...stated, lines }), 'evidence');
    });
  },
};
