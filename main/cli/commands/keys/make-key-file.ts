import { newKeyFile } from '#main/caseprocess/new-key-file.ts';
import { done } from '#shared/kernel/reply.ts';
import type { Command } from '../../command.ts';
import { writeSecretFile } from '../../write-secret-file.ts';

export const makeKeyFile: Command = {
  words: ['keys', 'make-file'],
  operands: 'FILE',
  least: 1,
  most: 1,
  about: 'write a new key file of 32 random bytes in hex; put it on a stick of its own and keep a second copy elsewhere',
  options: {},
  perform: async (given) => {
    const written = writeSecretFile(given.operand(0), newKeyFile());
    if (!written.ok) return written;
    return done({
      json: { file: written.value },
      lines: ['Made. It belongs neither beside the case nor in the same bag. Let it open a case: keys add-key-file CASE'],
    });
  },
};
