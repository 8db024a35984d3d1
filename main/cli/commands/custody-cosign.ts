import { done } from '#shared/kernel/reply.ts';
import { asTyped, checkCommand } from '../check-message.ts';
import { type Command, UsageError } from '../command.ts';
import { printFields } from '../print-table.ts';
import { readText, replaceText } from '../text-files.ts';
import { withCase } from '../with-case.ts';

export const cosignCheckpointFile: Command = {
  words: ['custody', 'cosign'],
  operands: 'CHECKPOINT',
  least: 1,
  most: 1,
  about:
    "add your signature to somebody else's checkpoint, in the file itself; it says that this state of their log was before you on that day, not that what the log says is true",
  options: {
    with: { takes: 'CASE', about: 'your own case, whose key signs' },
    as: { takes: 'NAME', about: 'the analyst of your case in whose name it is signed (else the first)' },
  },
  perform: async (given, world) => {
    const own = given.option('with');
    if (own === undefined) throw new UsageError('With which case? --with CASE');
    const file = given.operand(0);
    const note = await readText(file, 'CHECKPOINT');
    if (!note.ok) return note;
    const input = checkCommand('custody/cosign', { note: note.value, as: given.option('as') }, { note: 'CHECKPOINT' });
    return withCase({ ...given, operand: () => own }, world, 'write', async (host) => {
      const signed = asTyped(await host.command('custody/cosign', input), { note: 'CHECKPOINT' });
      if (!signed.ok) return signed;
      const { name, verifierKey, size, words } = signed.value;
      const written = await replaceText(file, signed.value.note, 'CHECKPOINT');
      if (!written.ok) return written;
      const lines = [
        ...printFields([
          ['entries', size.toLocaleString('en')],
          ['six words', words.join(' ')],
          ['signed as', name],
          ['your key', verifierKey],
        ]),
        'Compare the six words with the person who gave you the file, give it back, and tell them your key another way. Keep a copy of the file.',
      ];
      return done({ json: signed.value, lines });
    });
  },
};

export const addSignature: Command = {
  words: ['custody', 'add-signature'],
  operands: 'CASE CHECKPOINT',
  least: 2,
  most: 2,
  about: 'take the signatures of others on a checkpoint of this case in, each checked with the key its owner told you',
  options: { key: { takes: 'LINE', about: 'the key of a signer as they told you, such as name+0123abcd+AbCd…', many: true } },
  perform: async (given, world) => {
    const note = await readText(given.operand(1), 'CHECKPOINT');
    if (!note.ok) return note;
    const names = { note: 'CHECKPOINT', verifierKeys: '--key' };
    const input = checkCommand('custody/add-signature', { note: note.value, verifierKeys: [...given.options('key')] }, names);
    return withCase(given, world, 'write', async (host) => {
      const taken = asTyped(await host.command('custody/add-signature', input), names);
      if (!taken.ok) return taken;
      const { added, checkpoint } = taken.value;
      const said = added.length === 0 ? 'Every signature in it was there already.' : `Taken in: ${added.join(', ')}.`;
      return done({ json: taken.value, lines: [said, `Checkpoint of ${checkpoint.size.toLocaleString('en')} entries: ${checkpoint.words.join(' ')}`] });
    });
  },
};
