import { evidenceKinds } from '#shared/domain/evidence/evidence-item.ts';
import { done } from '#shared/kernel/reply.ts';
import { checkCommand } from '../check-message.ts';
import type { Command } from '../command.ts';
import { printTakenIn } from '../print-taken-in.ts';
import { jobId, withCase } from '../with-case.ts';

export const importFiles: Command = {
  words: ['import'],
  operands: 'CASE FILE…',
  least: 2,
  most: 1_001,
  about: 'take files into the case as evidence, unchanged, each with a source of its own',
  options: {
    kind: { takes: evidenceKinds.join('|'), about: 'what they are (else by their content)' },
    url: { takes: 'U', about: 'where they were published; kept as text, never opened' },
    publisher: { takes: 'P', about: 'who published them' },
    published: { takes: 'EDTF', about: 'when, such as 2025-01-12 or 2025-01~' },
    language: { takes: 'L', about: 'language tag, such as en, uk or ko-KP' },
  },
  perform: (given, world) => {
    const stated = Object.fromEntries(
      ['kind', 'url', 'publisher', 'published', 'language'].flatMap((name) => {
        const value = given.option(name);
        return value === undefined ? [] : [[name, value]];
      }),
    );
    const files = given.operands.slice(1).map((path) => ({ from: 'path', path }));
    const input = checkCommand('evidence/take-in', { jobId, files, ...stated });
    return withCase(given, world, 'write', async (host) => {
      const taken = await host.command('evidence/take-in', input);
      return taken.ok ? done(printTakenIn(taken.value, world)) : taken;
    });
  },
};
