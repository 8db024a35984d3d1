import { signOffDossier } from '#shared/domain/case/sign-off-dossier.ts';
import { applyRedactions } from '#shared/dossier/apply-redactions.ts';
import { composeDossier } from '#shared/dossier/compose-dossier.ts';
import { passGate } from '#shared/dossier/gate.ts';
import { reviewedWords } from '#shared/dossier/reviewed-words.ts';
import { done } from '#shared/kernel/reply.ts';
import { editFacts } from '../commit-edit.ts';
import type { CommandUse } from '../handler.ts';
import { planOf } from './plan-of.ts';

/** Only what could be exported can be signed off; the digest is of what it says at this moment. */
export const signOffPlan: CommandUse<'dossiers/sign-off'> = async (desk, { id, by }) => {
  const record = desk.openCase.record();
  const plan = planOf(record, { planId: id });
  if (!plan.ok) return plan;
  const composed = passGate(composeDossier(record, plan.value, plan.value.profile));
  if (!composed.ok) return composed;
  const digest = desk.digestOfText(reviewedWords(applyRedactions(composed.value)));
  const signed = await desk.openCase.commit((now) => signOffDossier(now, id, by, digest, editFacts(desk)));
  return signed.ok ? done({ digest }) : signed;
};
