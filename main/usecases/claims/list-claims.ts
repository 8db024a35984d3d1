import type { ClaimRow } from '#shared/contract/claims.ts';
import type { Queries } from '#shared/contract/contract.ts';
import type { Received } from '#shared/contract/message.ts';
import { type CaseHeads, type ClaimHead, textOf } from '#shared/domain/case/case-heads.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { entityName } from '#shared/domain/case/label-of.ts';
import { objectsOf } from '#shared/domain/case/objects-of.ts';
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
  const heads = desk.openCase.heads();
  const claims = objectsOf(heads.claims).filter(
    (claim) => passes(heads, claim, links, filter) && (filter.match === undefined || matches(record, claim, filter.match)),
  );
  return done(claims.flatMap((head) => rowAt(record, head.id, links)));
};

function passes(record: CaseHeads, claim: ClaimHead, links: LinksByObject, filter: Filter): boolean {
  if (filter.asserterId !== undefined && claim.asserterId !== filter.asserterId) return false;
  if (filter.finding !== undefined && claim.finding !== filter.finding) return false;
  if (filter.workState !== undefined && claim.workState !== filter.workState) return false;
  if (filter.credibility !== undefined && claim.credibility !== filter.credibility) return false;
  if (filter.inConflict !== undefined && contradictedBy(claim.id, links).length > 0 !== filter.inConflict) return false;
  if (filter.evidenceId === undefined && filter.withoutEvidence === undefined) return true;
  const evidence = evidenceOfClaim(record, claim, links);
  if (filter.evidenceId !== undefined && !evidence.includes(filter.evidenceId)) return false;
  return filter.withoutEvidence === undefined || (evidence.length === 0) === filter.withoutEvidence;
}

function rowAt(record: CaseRecord, id: string, links: LinksByObject): readonly ClaimRow[] {
  const claim = objectAt(record, 'claim', id);
  return claim ? [claimRow(record, claim, links)] : [];
}

function matches(record: CaseRecord, claim: ClaimHead, match: string): boolean {
  const names = [claim.asserterId, ...claim.viaIds].map((id) => entityName(record, id));
  const text = foldText([textOf(record, claim), ...names].join('\n'));
  return foldText(match)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
