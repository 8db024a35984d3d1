import type { CaseHeads, ClaimHead } from '../case/case-heads.ts';
import { objectAt } from '../case/find-object.ts';
import { isSupporting } from '../link/link-sense.ts';
import type { LinksByObject } from '../link/links-by-object.ts';

const none: readonly string[] = [];

/** Ids of the evidence a claim rests on: where its anchors lie, then items linked to it as support; each once, in that order. */
export function evidenceOfClaim(record: CaseHeads, claim: Pick<ClaimHead, 'id' | 'anchors'>, links: LinksByObject): readonly string[] {
  const [into, outOf] = [links.into.get(claim.id), links.outOf.get(claim.id)];
  if (claim.anchors.length === 0 && !into && !outOf) return none;
  const found = new Set<string>();
  for (const { evidenceId } of claim.anchors) found.add(evidenceId);
  for (const link of into ?? []) if (isSupporting(link.type)) found.add(link.fromId);
  for (const link of outOf ?? []) if (link.type === 'corroborates') found.add(link.toId);
  return [...found].filter((id) => objectAt(record, 'evidence', id) !== null);
}

/** Whether any evidence the claim rests on bears a mark of people at risk. */
export function isAtRisk(record: CaseHeads, claim: Pick<ClaimHead, 'id' | 'anchors'>, links: LinksByObject): boolean {
  return evidenceOfClaim(record, claim, links).some((id) => (objectAt(record, 'evidence', id)?.atRisk.length ?? 0) > 0);
}
