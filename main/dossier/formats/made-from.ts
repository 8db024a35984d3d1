import type { Label } from '#shared/dossier/dossier-content.ts';
import type { RedactedDossier } from '#shared/dossier/redacted-dossier.ts';

/** Exhibits of this dossier that were made from one: its stills, its redacted copies. */
export function madeFrom({ exhibits }: RedactedDossier, label: Label): readonly Label[] {
  return exhibits.filter(({ derivedFrom }) => derivedFrom?.label === label).map((exhibit) => exhibit.label);
}
