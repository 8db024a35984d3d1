import type { DossierPlan, DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import type { DraftStatement } from './edit-statements.ts';

/** A plan while it is edited. */
export type PlanDraft = {
  readonly title: string;
  readonly profile: DossierProfile;
  readonly statements: readonly DraftStatement[];
  readonly claimIds: readonly string[] | null;
};

export function planDraft(plan: DossierPlan): PlanDraft {
  return {
    title: plan.title,
    profile: plan.profile,
    statements: plan.statements.map(({ id, text, citeIds }) => ({ key: id, id, text, citeIds })),
    claimIds: plan.claimIds,
  };
}

/** The draft as the command wants it. Sentences without words are dropped. */
export function planInput(id: string, draft: PlanDraft) {
  return {
    id,
    title: draft.title,
    profile: draft.profile,
    statements: draft.statements
      .filter((statement) => statement.text.trim() !== '')
      .map((statement) => ({ ...(statement.id !== undefined && { id: statement.id }), text: statement.text, citeIds: [...statement.citeIds] })),
    claimIds: draft.claimIds === null ? null : [...draft.claimIds],
  };
}
