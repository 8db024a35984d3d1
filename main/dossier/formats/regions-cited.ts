import type { Region } from '#shared/domain/evidence/anchor.ts';
import type { DossierExhibit } from '#shared/dossier/dossier-content.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';

/** Regions of an exhibit that claims and links point at, each with who points; in pixels of the original. */
export function regionsOf(dossier: RedactedDossier, { label }: Pick<DossierExhibit, 'label'>): readonly (Region & { readonly by: string })[] {
  const cited = [
    ...dossier.claims.flatMap((claim) => claim.citations.map((citation) => ({ by: claim.label, citation }))),
    ...dossier.links.flatMap((link) => (link.citation ? [{ by: link.label, citation: link.citation }] : [])),
  ];
  return cited.flatMap(({ by, citation }) => (citation.label === label && citation.place.sort === 'region' ? [{ ...citation.place.region, by }] : []));
}
