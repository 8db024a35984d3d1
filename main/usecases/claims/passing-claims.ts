import type { CaseHeads, ClaimHead } from '#shared/domain/case/case-heads.ts';
import { textOf } from '#shared/domain/case/case-heads.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { entityName } from '#shared/domain/case/label-of.ts';
import { objectsOf } from '#shared/domain/case/objects-of.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import { evidenceOfClaim } from '#shared/domain/claim/evidence-of-claim.ts';
import type { ClaimConditions } from '#shared/domain/claim/kept-filter.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import type { ReadingDesk } from '../ports.ts';

/** Heads of the claims that meet every condition, in the order they were made. */
export function passingClaims(desk: ReadingDesk, conditions: ClaimConditions): readonly ClaimHead[] {
  const [record, heads, links] = [desk.openCase.record(), desk.openCase.heads(), desk.links()];
  const { match } = conditions;
  return objectsOf(heads.claims).filter((claim) => passes(heads, claim, links, conditions) && (match === undefined || matches(record, claim, match)));
}

function passes(record: CaseHeads, claim: ClaimHead, links: LinksByObject, conditions: ClaimConditions): boolean {
  if (conditions.asserterId !== undefined && claim.asserterId !== conditions.asserterId) return false;
  if (conditions.finding !== undefined && claim.finding !== conditions.finding) return false;
  if (conditions.workState !== undefined && claim.workState !== conditions.workState) return false;
  if (conditions.credibility !== undefined && claim.credibility !== conditions.credibility) return false;
  if (conditions.inConflict !== undefined && contradictedBy(claim.id, links).length > 0 !== conditions.inConflict) return false;
  if (conditions.evidenceId === undefined && conditions.withoutEvidence === undefined) return true;
  const evidence = evidenceOfClaim(record, claim, links);
  if (conditions.evidenceId !== undefined && !evidence.includes(conditions.evidenceId)) return false;
  return conditions.withoutEvidence === undefined || (evidence.length === 0) === conditions.withoutEvidence;
}

function matches(record: CaseRecord, claim: ClaimHead, match: string): boolean {
  const names = [claim.asserterId, ...claim.viaIds].map((id) => entityName(record, id));
  const text = foldText([textOf(record, claim), ...names].join('\n'));
  return foldText(match)
    .split(/\s+/u)
    .every((word) => text.includes(word));
}
