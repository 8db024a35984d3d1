import { applyRedactions, listWithheld } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { findUncited } from '#shared/dossier/uncited.ts';
import { done } from '#shared/kernel/reply.ts';
import type { QueryUse } from '../handler.ts';
import { planOf } from './plan-of.ts';

/** What an export would hold and hold back: what the redacted dossier says, and what the team must know of it. */
export const previewDossier: QueryUse<'dossiers/preview'> = async (desk, wishes) => {
  const record = desk.openCase.record();
  const plan = planOf(record, wishes);
  if (!plan.ok) return plan;
  const composed = composeDossier(record, plan.value, plan.value.profile);
  const dossier = applyRedactions(composed);
  return done({
    exhibits: dossier.exhibits.map(({ label, id, name }) => ({ label, id, name })),
    claims: dossier.claims.map(({ label, id, text }) => ({ label, id, text })),
    statements: [...plan.value.statements],
    withheld: listWithheld(composed).map(({ label, id, reasons }) => ({ label, id, reasons: [...reasons] })),
    uncited: findUncited(composed).map((item) => ({ ...item })),
  });
};
