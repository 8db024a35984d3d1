import type { LinkType } from '#shared/domain/link/link.ts';
import { statementsOf } from './compose-dossier.ts';
import type { ComposedDossier } from './composed-dossier.ts';
import type { DossierClaim } from './dossier-content.ts';

/** Links that carry a claim, seen from the thing that bears it. */
const carriesTo: readonly LinkType[] = ['supports', 'corroborates', 'depicts', 'mentions', 'quotes', 'refutes', 'contradicts'];
const restsOn: readonly LinkType[] = ['derived-from', 'quotes', 'depicts', 'part-of', 'translates'];
/** Between claims only these pass grounding on: a claim is not shown by another that conflicts with it. */
const carriesBetweenClaims: readonly LinkType[] = ['supports', 'corroborates'];

export type Uncited = { readonly label: string; readonly id: string; readonly text: string };

/**
 * Claims that rest on no exhibit, and statements that cite nothing or something this dossier does not hold. Asked before
 * redaction: a claim whose only exhibit is then withheld stays, with a citation that says so.
 */
export function findUncited({ content }: ComposedDossier): readonly Uncited[] {
  const grounded = groundedClaims(content.claims);
  const statements = statementsOf(content).filter((statement) => statement.cites.length === 0 || statement.unresolved > 0);
  const claims = content.claims.filter((claim) => !grounded.has(claim.label));
  return [...statements, ...claims].map(({ label, id, text }) => ({ label, id, text }));
}

/** Grows from claims on an exhibit to the claims they carry, so that a circle of claims that only cite each other stays out. */
function groundedClaims(claims: readonly DossierClaim[]): ReadonlySet<string> {
  const grounded = new Set(claims.filter(restsOnExhibit).map((claim) => claim.label));
  const carried = (claim: DossierClaim) =>
    claim.related.some(
      ({ type, direction, other }) =>
        other.label !== null && grounded.has(other.label) && (direction === 'to' ? carriesBetweenClaims.includes(type) : type === 'derived-from'),
    );
  for (let before = -1; before !== grounded.size; ) {
    before = grounded.size;
    for (const claim of claims) if (carried(claim)) grounded.add(claim.label);
  }
  return grounded;
}

function restsOnExhibit(claim: DossierClaim): boolean {
  if (claim.citations.length > 0) return true;
  return claim.related.some(({ type, direction, other }) => other.label?.startsWith('E') && (direction === 'to' ? carriesTo : restsOn).includes(type));
}
