import type { DossierPlan } from '#shared/domain/case/dossier-plan.ts';
import type { DraftStatement } from './edit-statements.ts';

export type DraftJudgment = DraftStatement & Pick<DossierPlan['judgments'][number], 'likelihood' | 'confidence' | 'basis'>;
export type DraftSection = { readonly key: string; readonly id?: string; readonly heading: string; readonly statements: readonly DraftStatement[] };
export type DraftQuestion = { readonly key: string; readonly id?: string; readonly text: string };

/** A plan while it is edited. */
export type PlanDraft = Pick<DossierPlan, 'title' | 'profile' | 'template' | 'marked' | 'style'> & {
  readonly statements: readonly DraftStatement[];
  readonly judgments: readonly DraftJudgment[];
  readonly sections: readonly DraftSection[];
  readonly alternatives: readonly DraftStatement[];
  readonly questions: readonly DraftQuestion[];
  readonly claimIds: readonly string[] | null;
};

const keyed = <T extends { readonly id: string }>(all: readonly T[]) => all.map((one) => ({ ...one, key: one.id }));

export function planDraft(plan: DossierPlan): PlanDraft {
  const { title, profile, template, marked, style, claimIds } = plan;
  return {
    ...{ title, profile, template, marked, style, claimIds },
    statements: keyed(plan.statements),
    judgments: keyed(plan.judgments),
    sections: keyed(plan.sections).map((section) => ({ ...section, statements: keyed(section.statements) })),
    alternatives: keyed(plan.alternatives),
    questions: keyed(plan.questions),
  };
}

const withId = ({ id }: { readonly id?: string }) => (id === undefined ? {} : { id });
const said = (all: readonly DraftStatement[]) =>
  all.filter(({ text }) => text.trim() !== '').map((one) => ({ ...withId(one), text: one.text, citeIds: [...one.citeIds] }));

/** The draft as the command wants it. What has no words is dropped, and a judgment without a basis: the form asks for it. */
export function planInput(id: string, draft: PlanDraft) {
  const { title, profile, template, marked, style } = draft;
  return {
    ...{ id, title, profile, template, marked, style },
    statements: said(draft.statements),
    judgments: draft.judgments
      .filter(({ text, basis }) => text.trim() !== '' && basis.trim() !== '')
      .map((one) => ({ ...withId(one), text: one.text, citeIds: [...one.citeIds], likelihood: one.likelihood, confidence: one.confidence, basis: one.basis })),
    sections: draft.sections
      .filter(({ heading }) => heading.trim() !== '')
      .map((section) => ({ ...withId(section), heading: section.heading, statements: said(section.statements) })),
    alternatives: said(draft.alternatives),
    questions: draft.questions.filter(({ text }) => text.trim() !== '').map((one) => ({ ...withId(one), text: one.text })),
    claimIds: draft.claimIds === null ? null : [...draft.claimIds],
  };
}
