import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../check-message.ts';
import type { Command } from '../command.ts';
import { printFields } from '../print-table.ts';
import { writeNewText } from '../text-files.ts';
import { withCase } from '../with-case.ts';

const as = { takes: 'NAME', about: 'the analyst of the case in whose name it is signed (else the first)' };

export const signCustodyLog: Command = {
  words: ['custody', 'sign'],
  operands: 'CASE [FILE]',
  least: 1,
  most: 2,
  about: 'sign the custody log as it is, and write the checkpoint to FILE to hand to somebody else; what they hold, nobody can rewrite unnoticed',
  options: { as, size: { takes: 'N', about: 'the kept checkpoint of this many entries instead of the log as it is' } },
  perform: (given, world) => {
    const size = given.option('size');
    const input = checkCommand('custody/sign', { as: given.option('as'), size: size === undefined ? undefined : Number(size) });
    return withCase(given, world, 'write', async (host) => {
      const signed = await host.command('custody/sign', input);
      if (!signed.ok) return signed;
      const { value } = signed;
      const file = given.operands[1];
      const written = file === undefined ? done(null) : await writeNewText(file, value.note, 'FILE');
      if (!written.ok) return written;
      const lines = printFields([
        ['entries', value.size.toLocaleString('en')],
        ['six words', value.words.join(' ')],
        ['signed by', value.signatures.map(({ name, keyId, own }) => `${name} (${keyId}${own ? '' : ', from outside'})`).join(', ')],
      ]);
      const sameCase = value.signatures.filter(({ own }) => own).length > 1;
      const note =
        'Keys of one case are in the hands of whoever opens it: their signatures together prove no more than one. Have it co-signed from another case.';
      return done({ json: value, lines: sameCase ? [...lines, note] : lines });
    });
  },
};
