import { checkShares } from '#main/casestore/check-shares.ts';
import { done } from '#shared/kernel/reply.ts';
import { type Command, type Printed, UsageError } from '../../command.ts';
import { readShareFiles } from '../../secrets.ts';
import { withCase } from '../../with-case.ts';

export const checkShare: Command = {
  words: ['keys', 'check-share'],
  operands: '[CASE]',
  least: 0,
  most: 1,
  about: 'tell whether shares were copied as they were printed; with CASE and enough of them, also whether they open it',
  options: {},
  perform: async (given, world) => {
    const [texts, folder] = [readShareFiles(given), given.operands[0] ?? null];
    if (texts.length === 0) throw new UsageError('Which share? --share-file F, once for each');
    const checked = checkShares(texts, folder);
    if (!checked.ok) return checked;
    const lines = checked.value.map(
      ({ index, of, needed, caseId }) => `Share ${index} of ${of} for the case ${caseId}: as it was printed. Any ${needed} open it.`,
    );
    const needed = checked.value[0]?.needed ?? 0;
    if (folder === null || texts.length < needed) return done({ json: { shares: checked.value, opens: null }, lines });
    const opened = await withCase(given, world, 'read', async () => done<Printed>({ json: null, lines: [] }));
    return opened.ok ? done({ json: { shares: checked.value, opens: true }, lines: [...lines, 'Together they open the case.'] }) : opened;
  },
};
