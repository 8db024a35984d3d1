import { type AtRiskMark, atRiskMarks } from '#shared/domain/evidence/at-risk.ts';
import { done } from '#shared/kernel/reply.ts';
import { checkCommand, checkQuery } from '../check-message.ts';
import { type Command, UsageError } from '../command.ts';
import { withCase } from '../with-case.ts';

export const markEvidence: Command = {
  words: ['mark'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'mark people at risk in an item of evidence; marked items stay out of public dossiers',
  options: { 'at-risk': { takes: [...atRiskMarks, 'none'].join('|'), about: 'added to the marks it bears; none takes them away; once for each', many: true } },
  perform: (given, world) => {
    const id = given.operand(1);
    const stated = given.options('at-risk').flatMap((marks) => marks.split(','));
    if (stated.length === 0) throw new UsageError(`What is at risk? --at-risk ${atRiskMarks.join('|')}`);
    if (stated.includes('none') && stated.length > 1) throw new UsageError('--at-risk: none stands alone');
    const added = stated.filter((mark) => mark !== 'none') as AtRiskMark[];
    checkQuery('evidence/show', { id }, { id: 'ID' });
    checkCommand('evidence/mark-at-risk', { id, marks: added }, { marks: '--at-risk' });
    return withCase(given, world, 'write', async (host) => {
      const item = await host.query('evidence/show', { id });
      if (!item.ok) return item;
      const marks = added.length === 0 ? [] : [...new Set([...item.value.atRisk, ...added])];
      const marked = await host.command('evidence/mark-at-risk', { id, marks });
      return marked.ok
        ? done({ json: { id, kind: item.value.kind, atRisk: marks }, lines: [marks.length === 0 ? 'No marks.' : `Marked: ${marks.join(', ')}.`] })
        : marked;
    });
  },
};
