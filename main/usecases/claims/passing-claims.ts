import type { CaseHeads, ClaimHead } from '#shared/domain/case/case-heads.ts';
import { textOf } from '#shared/domain/case/case-heads.ts';
import { entityName, roleOrName } from '#shared/domain/case/label-of.ts';
import { objectsOf } from '#shared/domain/case/objects-of.ts';
import { contradictedBy } from '#shared/domain/claim/claim-conflicts.ts';
import { evidenceOfClaim } from '#shared/domain/claim/evidence-of-claim.ts';
import type { ClaimConditions } from '#shared/domain/claim/kept-filter.ts';
import type { LinksByObject } from '#shared/domain/link/links-by-object.ts';
import { foldText } from '#shared/domain/search/fold-text.ts';
import { claimsByEvidence } from '../evidence/claims-by-evidence.ts';
import { keptWords } from '../lists/order-list.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** Heads of the claims that meet every condition, in the order they were made. `byRole`: nobody who goes by a role is found by name. */
export function passingClaims(desk: ReadingDesk, conditions: ClaimConditions, byRole = false): readonly ClaimHead[] {
  const [heads, links] = [desk.openCase.heads(), desk.links()];
  const matches = conditions.match === undefined ? () => true : matcher(desk, conditions.match, byRole);
  // What rests on an item is known without going through the claims.
  const within =
    conditions.evidenceId === undefined
      ? objectsOf(heads.claims)
      : (claimsByEvidence(desk).get(conditions.evidenceId) ?? []).flatMap((id) => heads.claims[id] ?? []);
  return within.filter((claim) => passes(heads, claim, links, conditions) && matches(claim));
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

/** Whether each word sought is in the claim or in the name of who asserts or relays it. What is folded once is kept until the claim changes. */
function matcher(desk: ReadingDesk, match: string, byRole: boolean): (claim: ClaimHead) => boolean {
  const record = desk.openCase.record();
  const writing = keptWords<ClaimHead>(desk, 'writing of claims', (claim) => textOf(record, claim));
  const names = keptWords<{ readonly id: string }>(desk, byRole ? 'roles or first names' : 'first names', ({ id }) =>
    (byRole ? roleOrName : entityName)(desk.openCase.heads(), id),
  );
  const words = foldText(match).split(/\s+/u);
  return (claim) => {
    const text = writing(claim);
    const left = words.filter((word) => !text.includes(word));
    if (left.length === 0) return true;
    const said = [claim.asserterId, ...claim.viaIds].map((id) => names({ id })).join('\n');
    return left.every((word) => said.includes(word));
  };
}
