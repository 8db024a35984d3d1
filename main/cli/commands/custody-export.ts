import { done } from '#shared/kernel/reply.ts';
import { asTyped, checkCommand } from '../check-message.ts';
import type { Command } from '../command.ts';
import { printFields } from '../print-table.ts';
import { jobId, withCase } from '../with-case.ts';

export const exportCustodyLog: Command = {
  words: ['custody', 'export'],
  operands: 'CASE DIR',
  least: 2,
  most: 2,
  about:
    'sign the custody log and write it so that a stranger can verify it with openssl and sha256sum; it holds names of people, reasons and digests in clear',
  options: {
    all: { takes: null, about: 'with a proof of inclusion for every entry' },
    evidence: { takes: 'ID', about: 'only the entries of this item, each with its proof; nothing of the others is told', many: true },
    as: { takes: 'NAME', about: 'the analyst in whose name it is signed (else the first)' },
  },
  perform: (given, world) => {
    const names = { to: 'DIR', evidenceIds: '--evidence' };
    const ids = given.options('evidence');
    const wishes = { as: given.option('as'), proofs: given.option('all') !== undefined, ...(ids.length > 0 && { evidenceIds: [...ids] }) };
    const input = checkCommand('custody/export', { jobId, ...wishes, to: { from: 'path', path: given.operand(1) } }, names);
    return withCase(given, world, 'write', async (host) => {
      const exported = asTyped(await host.command('custody/export', input), names);
      if (!exported.ok) return exported;
      const { entries, files, checkpoint } = exported.value;
      const whole = entries === checkpoint.size;
      const lines = [
        ...printFields([
          ['entries', whole ? entries.toLocaleString('en') : `${entries.toLocaleString('en')} of ${checkpoint.size.toLocaleString('en')}`],
          ['files', files.toLocaleString('en')],
          ['six words', checkpoint.words.join(' ')],
          ['signed by', checkpoint.signatures.map(({ name, keyId }) => `${name} (${keyId})`).join(', ')],
        ]),
        whole ? 'Check it with: sh verify.sh, or: corroborate custody verify DIR' : 'Check it with: corroborate custody verify DIR',
      ];
      return done({ json: exported.value, lines });
    });
  },
};
