import { applyRedactions, listWithheld } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { markedExhibits, unmarkedPictures } from '#shared/dossier/gate.ts';
import { lintDossier } from '#shared/dossier/lint-dossier.ts';
import { reviewedWords } from '#shared/dossier/reviewed-words.ts';
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
  const { signOff, formats } = plan.value;
  return done({
    exhibits: dossier.exhibits.map(({ label, id, name }) => ({ label, id, name })),
    claims: dossier.claims.map(({ label, id, text }) => ({ label, id, text })),
    statements: [...plan.value.statements],
    withheld: listWithheld(composed).map(({ label, id, reasons, shownAs }) => ({ label, id, reasons: [...reasons], shownAs: [...shownAs] })),
    marked: markedExhibits(composed).map(({ label, id, name, atRisk, decision }) => ({ label, id, name, marks: [...atRisk], decision })),
    unmarked: unmarkedPictures(composed).map((item) => ({ ...item })),
    uncited: findUncited(composed).map((item) => ({ ...item })),
    advice: lintDossier(composed).map((item) => ({ ...item })),
    review: signOff && { by: signOff.by, at: signOff.at, lapsed: signOff.digest !== desk.digestOfText(reviewedWords(dossier)) },
    notes: dossier.notes.length,
    custody: dossier.custody.length,
    files: [...desk.namesOfFiles(dossier, formats ?? desk.formats().flatMap(({ id, usual }) => (usual ? [id] : [])))],
  });
};
