import type { CaseHost } from '#main/caseprocess/case-host.ts';
import { findings } from '#shared/domain/claim/claim.ts';
import { credibilityGrades, reliabilityGrades } from '#shared/domain/rating/admiralty.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { adviceTerms } from '#shared/wording/english/advice-terms.ts';
import { checkCommand, checkQuery } from '../check-message.ts';
import { type Command, type Printed, UsageError } from '../command.ts';
import { withCase } from '../with-case.ts';

export const rateObject: Command = {
  words: ['rate'],
  operands: 'CASE ID',
  least: 2,
  most: 2,
  about: 'rate a source, or a claim; the ID of evidence stands for its source. F and 6 mean: cannot be judged',
  options: {
    source: { takes: reliabilityGrades.join('|'), about: 'reliability of the source' },
    credibility: { takes: credibilityGrades.join('|'), about: 'credibility of the claim' },
    finding: { takes: findings.join('|'), about: 'finding on the claim' },
  },
  perform: (given, world) => {
    const id = given.operand(1);
    const reliability = given.option('source');
    const rating = { credibility: given.option('credibility'), finding: given.option('finding') };
    const ofClaim = rating.credibility !== undefined || rating.finding !== undefined;
    if (reliability === undefined && !ofClaim) throw new UsageError('Nothing to rate: give --source, --credibility or --finding.');
    if (reliability !== undefined && ofClaim)
      throw new UsageError('A source and a claim are rated apart: give --source for the one, the others for the other.');
    checkQuery('objects/labels', { ids: [id] }, { ids: 'ID' });
    if (reliability !== undefined) {
      const grade = checkCommand('sources/rate', { id, reliability }, { reliability: '--source' });
      return withCase(given, world, 'write', (host) => rateSourceOf(host, grade));
    }
    const input = checkCommand('claims/rate', { id, ...rating });
    return withCase(given, world, 'write', async (host) => {
      const rated = await host.command('claims/rate', input);
      if (!rated.ok) return rated;
      for (const advice of rated.value.advice) world.say(`${adviceTerms[advice]}\n`);
      return done({ json: { id, kind: 'claim', ...given2json(rating), advice: rated.value.advice }, lines: ['Rated.'] });
    });
  },
};

async function rateSourceOf(
  host: CaseHost,
  grade: { readonly id: string; readonly reliability: (typeof reliabilityGrades)[number] | null },
): Promise<Reply<Printed>> {
  const labels = await host.query('objects/labels', { ids: [grade.id] });
  if (!labels.ok) return labels;
  const kind = labels.value[0]?.kind;
  if (kind === undefined) return refused({ kind: 'not-found', what: 'object', id: grade.id });
  const item = kind === 'evidence' ? await host.query('evidence/show', { id: grade.id }) : null;
  if (item && !item.ok) return item;
  const id = item ? item.value.sourceId : grade.id;
  const rated = await host.command('sources/rate', { ...grade, id });
  return rated.ok ? done({ json: { id, kind: 'source', reliability: grade.reliability }, lines: ['Rated.'] }) : rated;
}

function given2json(rating: { readonly [name: string]: string | undefined }): object {
  return Object.fromEntries(Object.entries(rating).filter(([, value]) => value !== undefined));
}
