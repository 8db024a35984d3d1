import { done } from '#shared/kernel/reply.ts';
import { asTyped, checkCommand } from '../check-message.ts';
import { type Command, UsageError } from '../command.ts';
import { withCase } from '../with-case.ts';

export const exportOriginal: Command = {
  words: ['export'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'write the original bytes of one item of evidence to a file; custody says so',
  options: { out: { takes: 'FILE', about: 'the file to write, which must not exist' } },
  perform: (given, world) => {
    const path = given.option('out');
    if (path === undefined) throw new UsageError('Where to? --out FILE');
    const id = given.operand(1);
    const input = checkCommand('evidence/export', { id, to: { from: 'path', path } }, { id: 'ID', to: '--out' });
    return withCase(given, world, 'write', async (host) => {
      const written = asTyped(await host.command('evidence/export', input), { to: '--out' });
      if (!written.ok) return written;
      const { bytes, sha256 } = written.value;
      return done({ json: { id, kind: 'evidence', ...written.value }, lines: [`Written: ${bytes.toLocaleString('en')} bytes, SHA-256 ${sha256}`] });
    });
  },
};
