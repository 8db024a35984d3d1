import { type DossierProfile, dossierProfiles } from '#shared/domain/case/dossier-plan.ts';
import type { CustodyEntry } from '#shared/domain/custody/custody-entry.ts';
import type { DossierCustody } from './dossier-content.ts';
import type { Numbered } from './number-objects.ts';
import { policies } from './policies.ts';

/** Reason that a custody entry bears when an exhibit left the case inside a dossier. */
export function dossierExportReason(profile: DossierProfile): string {
  return `dossier, profile ${profile}`;
}

/**
 * The custody log a dossier tells. That a dossier was exported is written to the case, never into a dossier, or the same plan
 * could not give the same bytes twice. The court gets every entry with its salt, so that it can recompute the chain.
 */
export function describeCustody(numbered: Numbered, profile: DossierProfile): { readonly told: readonly DossierCustody[]; readonly leftOut: number } {
  const scope = policies[profile].custody;
  const entries = Object.values(numbered.record.custody)
    .filter((entry) => !(entry.action === 'exported' && dossierProfiles.some((known) => entry.reason === dossierExportReason(known))))
    .sort((a, b) => a.seq - b.seq);
  const told = entries.filter(
    (entry) => scope === 'whole' || (entry.evidenceId !== null && numbered.labels.has(entry.evidenceId) && !(scope === 'shown' && entry.action === 'viewed')),
  );
  return { told: told.map((entry) => tell(numbered, profile, entry)), leftOut: entries.length - told.length };
}

function tell(numbered: Numbered, profile: DossierProfile, { salt, ...entry }: CustodyEntry): DossierCustody {
  const whole = policies[profile].custody === 'whole';
  return { ...entry, label: numbered.labels.get(entry.evidenceId ?? '') ?? null, evidenceId: whole ? entry.evidenceId : null, salt: whole ? salt : null };
}
