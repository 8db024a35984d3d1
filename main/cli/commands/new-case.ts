import { createCaseHost } from '#main/caseprocess/case-host.ts';
import { done } from '#shared/kernel/reply.ts';
import { wordRows } from '#shared/wording/english/key-terms.ts';
import { checkCommand } from '../check-message.ts';
import { type Command, UsageError } from '../command.ts';
import { readFirstPassphrase } from '../secrets.ts';

export const newCase: Command = {
  words: ['new'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'make an encrypted case in the folder CASE, which must not exist or be empty',
  options: {
    title: { takes: 'T', about: 'title of the case' },
    purpose: { takes: 'P', about: 'what it is to find out' },
    analyst: { takes: 'N', about: 'who works on it, as custody entries name them' },
  },
  perform: async (given, world) => {
    const title = given.option('title');
    if (title === undefined) throw new UsageError('A case needs a title: --title T');
    checkCommand('case/edit', { title, purpose: given.option('purpose'), analysts: [given.option('analyst') ?? 'Analyst'] }, { analysts: '--analyst' });
    const passphrase = await readFirstPassphrase(given, world);
    const entered = world.enter();
    try {
      const wishes = { title, purpose: given.option('purpose') ?? '', handling: '', analyst: given.option('analyst') ?? 'Analyst', passphrase };
      const made = await createCaseHost(given.operand(0), wishes, entered.around);
      if (!made.ok) return made;
      const { host, recoveryWords } = made.value;
      const overview = await host.query('case/overview', {});
      await host.close();
      if (!overview.ok) return overview;
      if (given.option('json') === undefined) world.say(recoveryNotice(recoveryWords));
      const { caseId } = overview.value;
      return done({ json: { id: caseId, kind: 'case', folder: given.operand(0), title: overview.value.title, recoveryWords }, lines: ['The case is made.'] });
    } finally {
      passphrase.fill(0);
      await entered.leave();
    }
  },
};

function recoveryNotice(words: readonly string[]): string {
  return [
    'Recovery words: write them on paper and keep it apart from the computer. They open the case',
    'if the passphrase is forgotten, for whoever has them, and are shown this once.',
    ...wordRows(words).map((row) => `  ${row}`),
    '',
  ].join('\n');
}
