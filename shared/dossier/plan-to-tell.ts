import { type DossierPlan, plainStyle } from '#shared/domain/case/dossier-plan.ts';

/** What of a plan decides what a dossier says. */
export type PlanToTell = Pick<
  DossierPlan,
  'title' | 'template' | 'marked' | 'statements' | 'judgments' | 'sections' | 'alternatives' | 'questions' | 'claimIds' | 'style' | 'overrides'
>;

/** A plan of everything, without words of its own. */
export function planOfEverything(title: string): PlanToTell {
  return {
    title,
    template: 'incident',
    marked: 'stop',
    statements: [],
    judgments: [],
    sections: [],
    alternatives: [],
    questions: [],
    claimIds: null,
    style: plainStyle,
    overrides: [],
  };
}

/** Ids of everything that the words of the plan rest on. */
export function citedBy(plan: PlanToTell): readonly string[] {
  const statements = [...plan.statements, ...plan.judgments, ...plan.sections.flatMap((section) => section.statements), ...plan.alternatives];
  return statements.flatMap(({ citeIds }) => citeIds);
}
