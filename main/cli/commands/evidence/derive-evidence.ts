import { evidenceKinds } from '#shared/domain/evidence/evidence-item.ts';
import { done, refused } from '#shared/kernel/reply.ts';
import { checkCommand } from '../../check-message.ts';
import { type Command, UsageError } from '../../command.ts';
import { jobId, withCase } from '../../with-case.ts';

export const deriveEvidenceFrom: Command = {
  words: ['evidence', 'derive'],
  operands: 'CASE ID FILE',
  least: 3,
  most: 3,
  about: 'take in a file that was made out of an item: a frame, a cut, an enhanced copy',
  options: {
    transform: { takes: 'T', about: 'what was done to make it, in a few words' },
    kind: { takes: evidenceKinds.join('|'), about: 'what it is (else by its content)' },
  },
  perform: (given, world) => {
    const transform = given.option('transform');
    if (transform === undefined) throw new UsageError('How was it made? --transform T');
    const input = checkCommand(
      'evidence/derive',
      { jobId, fromId: given.operand(1), transform, file: { from: 'path', path: given.operand(2) }, kind: given.option('kind') },
      { fromId: 'ID', file: 'FILE' },
    );
    return withCase(given, world, 'write', async (host) => {
      const taken = await host.command('evidence/derive', input);
      if (!taken.ok) return taken;
      if (taken.value.outcome === 'refused') return refused(taken.value.problem);
      const { id, sha256, derivedFrom } = taken.value.evidence;
      return done({ json: { id, kind: 'evidence', sha256, derivedFrom, outcome: taken.value.outcome }, lines: [id] });
    });
  },
};
