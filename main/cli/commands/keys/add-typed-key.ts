import { done, type Reply } from '#shared/kernel/reply.ts';
import { keyKindTerms } from '#shared/wording/english/key-terms.ts';
import { type Command, type Given, type Printed, UsageError } from '../../command.ts';
import { readKeyFile, readNewPassphrase } from '../../secrets.ts';
import { withCase } from '../../with-case.ts';
import type { World } from '../../world.ts';
import { newPassphraseFile } from '../change-passphrase.ts';
import { labelOf, labelOption, sayLimits } from './key-label.ts';

export const addPassphrase: Command = {
  words: ['keys', 'add-passphrase'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'let another passphrase open the case, such as a colleague’s; yours stays',
  options: { 'new-passphrase-file': newPassphraseFile, label: labelOption },
  perform: (given, world) => add(given, world, null),
};

export const addKeyFile: Command = {
  words: ['keys', 'add-key-file'],
  operands: 'CASE',
  least: 1,
  most: 1,
  about: 'let a passphrase together with a file open the case; any file can be one, and it must never change',
  options: {
    'new-key-file': { takes: 'F', about: 'the file; keys make-file makes one' },
    'new-passphrase-file': newPassphraseFile,
    label: labelOption,
  },
  perform: (given, world) => {
    const path = given.option('new-key-file');
    if (path === undefined) throw new UsageError('Which file? --new-key-file F');
    const keyFile = readKeyFile(path, 'new-key-file');
    if (keyFile.length === 0) throw new UsageError('--new-key-file: a file that is not empty');
    return add(given, world, keyFile);
  },
};

async function add(given: Given, world: World, keyFile: Uint8Array | null): Promise<Reply<Printed>> {
  const label = labelOf(given);
  const passphrase = await readNewPassphrase(given, world);
  try {
    return await withCase(given, world, 'write', async (host) => {
      const added = await host.keys.addPassphrase(passphrase, label, keyFile ?? undefined);
      if (!added.ok) return added;
      sayLimits(added.value.kind, given, world);
      return done({ json: added.value, lines: [`Added: ${keyKindTerms[added.value.kind]} ${added.value.id.slice(0, 8)}.`] });
    });
  } finally {
    passphrase.fill(0);
    keyFile?.fill(0);
  }
}
