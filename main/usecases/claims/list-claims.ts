import type { Queries } from '#shared/contract/contract.ts';
import type { Received } from '#shared/contract/message.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { entityName } from '#shared/domain/case/label-of.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import { evidenceOfClaim } from '#shared/domain/claim/evidence-of-claim.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { claimRow } from './claim-row.ts';

type Filter = Received<Queries['claims/list']>;

/** Claims that pass every part of the filter, in the order they were made. */
export const listClaims: QueryUse<'claims/list'> = async (desk, filter) => {
  const record = desk.openCase.record();
  const links = desk.links();
  const claims = Object.values(record.claims).filter((claim) => passes(record, claim, links, filter));
  return done(claims.map((claim) => claimRow(record, claim, links)));
};

function passes(record: CaseRecord, claim: Claim, links: LinksByObject, filter: Filter): boolean {
  if (filter.asserterId !== undefined && claim.asserterId !== filter.asserterId) return false;
  if (filter.finding !== undefined && claim.finding !== filter.finding) return false;
  if (filter.workState !== undefined && claim.workState !== filter.workState) return false;
  if (filter.credibility !== undefined && claim.credibility !== filter.credibility) return false;
  if (filter.inConflict !== undefined && contradictedBy(claim.id, links).length > 0 !== filter.inConflict) return false;
  if (filter.match !== undefined && !matches(record, claim, filter.match)) return false;
  if (filter.evidenceId === undefined && filter.withoutEvidence === undefined) return true;
  const evidence = evidenceOfClaim(record, claim, links);
  if (filter.evidenceId !== undefined && !evidence.includes(filter.evidenceId)) return false;
  return filter.withoutEvidence === undefined || (evidence.length === 0) === filter.withoutEvidence;
}

function matches(record: CaseRecord, claim: Claim, match: string): boolean {
  const names = [claim.asserterId, ...claim.viaIds].map((id) => entityName(record, id));
  const text = foldText([claim.text, ...names].join('\n'));
  return foldText(match)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
