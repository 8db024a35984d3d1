import { eachOf } from '#shared/domain/case/objects-of.ts';
import { evidenceOfClaim } from '#shared/domain/claim/evidence-of-claim.ts';
import type { ReadingDesk } from '../ports/desk.ts';

/** Ids of the claims that rest on each evidence item, in the order they were made; gone through once until something of it changes. */
export function claimsByEvidence(desk: ReadingDesk): ReadonlyMap<string, readonly string[]> {
  return desk.kept('claims by evidence', ['claims', 'links', 'evidence'], () => {
    const heads = desk.openCase.heads();
    const links = desk.links();
    const claims = new Map<string, string[]>();
    for (const claim of eachOf(heads.claims)) {
      for (const id of evidenceOfClaim(heads, claim, links)) {
        const known = claims.get(id);
        if (known) known.push(claim.id);
        else claims.set(id, [claim.id]);
      }
    }
    return claims;
  });
}
