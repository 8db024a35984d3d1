import type { ClaimRow } from '#shared/contract/claims.ts';
import type { CaseHeads } from '#shared/domain/case/case-heads.ts';
import { objectAt } from '#shared/domain/case/find-object.ts';
import { entityName } from '#shared/domain/case/label-of.ts';
import type { Claim } from '#shared/domain/claim/claim.ts';
import { contradictedBy, supportedBy } from '#shared/domain/claim/claim-conflicts.ts';
import { evidenceOfClaim, isAtRisk } from '#shared/domain/claim/evidence-of-claim.ts';
import { independentOrigins } from '#shared/domain/claim/independent-origins.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** A claim as lists show it, with names resolved; of everything else its head is enough. */
export function claimRow(record: CaseHeads, claim: Claim, links: LinksByObject): ClaimRow {
  const evidenceIds = [...evidenceOfClaim(record, claim, links)];
  const sourceId = objectAt(record, 'evidence', evidenceIds[0] ?? '')?.sourceId;
  return {
    ...claim,
    asserter: entityName(record, claim.asserterId),
    via: claim.viaIds.map((id) => entityName(record, id)),
    evidenceIds,
    independentOrigins: independentOrigins(record, claim, links),
    contradictedBy: [...contradictedBy(claim.id, links)],
    supportedBy: [...supportedBy(claim.id, links)],
    atRisk: isAtRisk(record, claim, links),
    source: sourceId === undefined ? null : (objectAt(record, 'source', sourceId)?.title ?? null),
  };
}

/** Rows in the order of `ids`; what the case no longer holds is left out. */
export function claimRowsAt(desk: ReadingDesk, ids: readonly string[]): ClaimRow[] {
  const [record, heads, links] = [desk.openCase.record(), desk.openCase.heads(), desk.links()];
  return ids.flatMap((id) => {
    const claim = objectAt(record, 'claim', id);
    return claim ? [claimRow(heads, claim, links)] : [];
  });
}
