import type { CaseHeads, ClaimHead } from '../case/case-heads.ts';
import { objectAt } from '../case/find-object.ts';
import { isSupporting } from '../link/link-sense.ts';
import type { LinksByObject } from '../link/links-by-object.ts';

/** Ids of the evidence a claim rests on: where its anchors lie, then items linked to it as support; each once, in that order. */
export function evidenceOfClaim(record: CaseHeads, claim: Pick<ClaimHead, 'id' | 'anchors'>, links: LinksByObject): readonly string[] {
  const linked = (links.into.get(claim.id) ?? []).filter((link) => isSupporting(link.type)).map((link) => link.fromId);
  const turned = (links.outOf.get(claim.id) ?? []).filter((link) => link.type === 'corroborates').map((link) => link.toId);
  const items = [...claim.anchors.map((anchor) => anchor.evidenceId), ...linked, ...turned].filter((id) => objectAt(record, 'evidence', id) !== null);
  return [...new Set(items)];
}

/** Whether any evidence the claim rests on bears a mark of people at risk. */
export function isAtRisk(record: CaseHeads, claim: Pick<ClaimHead, 'id' | 'anchors'>, links: LinksByObject): boolean {
  return evidenceOfClaim(record, claim, links).some((id) => (objectAt(record, 'evidence', id)?.atRisk.length ?? 0) > 0);
}
