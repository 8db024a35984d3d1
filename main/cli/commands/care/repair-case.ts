import { readFileSync } from 'node:fs';
import { repairCase } from '#main/casestore/repair-case.ts';
import { done } from '#shared/kernel/reply.ts';
import { lossSentences, repairReportWords as words } from '#shared/wording/english/care-words.ts';
import { type Command, type Given, UsageError } from '../../command.ts';
import { findingLines } from '../../finding-lines.ts';
import { printFields } from '../../print-table.ts';
import { forget, readWayIn } from '../../secrets.ts';
import { worldProgress } from '../../tell-bytes.ts';

export const repairDamaged: Command = {
  words: ['repair'],
  operands: 'CASE NEW',
  least: 2,
  most: 2,
  about: 'make a new case in the folder NEW of everything authentic in a damaged one, and list what is lost. CASE is only read; the same passphrase opens both',
  options: { header: { takes: 'F', about: 'a copy of case.a or case.b kept elsewhere, such as in a backup, when both in the folder are lost' } },
  perform: async (given, world) => {
    const header = readHeader(given);
    const secret = await readWayIn(given, world);
    const entered = world.enter();
    const progress = worldProgress(world, []);
    try {
      const { facts, anchors } = entered.around;
      const repaired = await repairCase(given.operand(0), given.operand(1), secret, { header, facts, anchors, report: progress });
      progress.end();
      if (!repaired.ok) return repaired;
      const { kept, findings } = repaired.value;
      const lines = [
        words.done,
        ...lossSentences(repaired.value),
        ...printFields([
          ['objects', kept.objects.toLocaleString('en')],
          ['custody entries', kept.custody.toLocaleString('en')],
          ['sealed files', kept.blobs.toLocaleString('en')],
        ]),
        ...(findings.length > 0 ? ['What was found in the damaged folder:', ...(await findingLines(findings, null))] : []),
        words.samePassphrase,
      ];
      return done({ json: { folder: given.operand(1), ...repaired.value }, lines });
    } finally {
      progress.end();
      forget(secret);
      await entered.leave();
    }
  },
};

function readHeader(given: Given): Buffer | null {
  const path = given.option('header');
  if (path === undefined) return null;
  try {
    return readFileSync(path);
  } catch {
    throw new UsageError('--header: the file cannot be read.');
  }
}
