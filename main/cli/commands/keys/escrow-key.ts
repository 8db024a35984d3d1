import { readFileSync } from 'node:fs';
import { done } from '#shared/kernel/reply.ts';
import { type Command, type Given, UsageError } from '../../command.ts';
import { withCase } from '../../with-case.ts';
import { writeSecretFile } from '../../write-secret-file.ts';
import { labelOf, labelOption, sayLimits } from './key-label.ts';

export const escrowKey: Command = {
  words: ['keys', 'escrow'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'seal new words to age recipients, who open them with age -d; the file goes into the folder escrow of the case',
  options: {
    to: { takes: 'AGE', about: 'recipient, begins with age1; once for each', many: true },
    'recipients-file': { takes: 'F', about: 'file with one recipient a line, as age -R takes it' },
    out: { takes: 'FILE', about: 'put the file there and not into the case' },
    label: labelOption,
  },
  perform: (given, world) => {
    const [recipients, label, out] = [recipientsOf(given), labelOf(given), given.option('out')];
    if (recipients.length === 0) throw new UsageError('To whom? --to age1… or --recipients-file F');
    return withCase(given, world, 'write', async (host) => {
      const keep = out === undefined ? undefined : async (sealed: Uint8Array) => writeSecretFile(out, sealed);
      const made = await host.keys.escrow(recipients, label, keep);
      if (!made.ok) return made;
      sayLimits('escrow', given, world);
      const file = made.value.file ?? out ?? '';
      return done({
        json: { file, id: made.value.slot.id },
        lines: [`Sealed: ${file}`, 'Opened by: age -d -i IDENTITY FILE > words, then: corroborate recover CASE --recovery-file words'],
      });
    });
  },
};

/** Recipients are no secrets: they may stand on the command line. */
function recipientsOf(given: Given): readonly string[] {
  const path = given.option('recipients-file');
  if (path === undefined) return given.options('to');
  try {
    const lines = readFileSync(path, 'utf8').split(/\r?\n/);
    return [...given.options('to'), ...lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))];
  } catch {
    throw new UsageError('--recipients-file: the file cannot be read.');
  }
}
