import type { Standing } from '#shared/contract/case.ts';
import type { CaseHeads, ClaimHead } from '#shared/domain/case/case-heads.ts';
import { eachOf } from '#shared/domain/case/objects-of.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import { evidenceOfClaim } from '#shared/domain/claim/evidence-of-claim.ts';
import { independentOrigins } from '#shared/domain/claim/independent-origins.ts';
import { adviseOnRating } from '#shared/domain/claim/rating-advice.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import { inTurns } from '../lists/in-turns.ts';

type Attention = Standing['attention'][number];

/** Ids told of each sort. */
const told = 40;

/** What an analyst should look at next, by code; codes that concern nothing are left out. `met` is told of each claim on the way: it is one pass. */
export async function whatWantsAttention(record: CaseHeads, links: LinksByObject, met: (claim: ClaimHead) => void): Promise<Attention[]> {
  const ids: { [code in Attention['code']]: string[] } = {
    'claims-in-conflict': [],
    'corroborated-by-one-origin': [],
    'credibility-1-by-one-origin': [],
    'claim-without-evidence': [],
    'claim-unassessed': [],
    'at-risk-evidence': [],
  };
  await inTurns(eachOf(record.claims), (claim) => {
    met(claim);
    if (claim.workState === 'cancelled') return;
    if (contradictedBy(claim.id, links).length > 0) ids['claims-in-conflict'].push(claim.id);
    if (evidenceOfClaim(record, claim, links).length === 0) ids['claim-without-evidence'].push(claim.id);
    if (claim.finding === 'unassessed') ids['claim-unassessed'].push(claim.id);
    if (claim.finding !== 'corroborated' && claim.credibility !== '1') return;
    for (const advice of adviseOnRating(claim, independentOrigins(record, claim, links))) ids[advice].push(claim.id);
  });
  for (const item of eachOf(record.evidence)) if (item.atRisk.length > 0) ids['at-risk-evidence'].push(item.id);
  const codes = Object.keys(ids) as Attention['code'][];
  return codes.filter((code) => ids[code].length > 0).map((code) => ({ code, count: ids[code].length, ids: ids[code].slice(0, told) }));
}
