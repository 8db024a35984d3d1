import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from './case-record.ts';
import type { Change } from './change.ts';
import type { DossierPlan } from './dossier-plan.ts';
import type { EditFacts } from './edit-facts.ts';
import { findObject, firstMissing } from './find-object.ts';

export type DossierPlanInput = {
  readonly id?: ObjectId | undefined;
  readonly title: string;
  readonly profile?: DossierPlan['profile'] | undefined;
  readonly statements?: readonly { readonly id?: ObjectId | undefined; readonly text: string; readonly citeIds: readonly ObjectId[] }[] | undefined;
  readonly claimIds?: readonly ObjectId[] | null | undefined;
};

/** Makes a plan of a dossier, or changes the one with the given id. A sentence may still lack its citation: the export refuses it, not the plan. */
export function planDossier(record: CaseRecord, input: DossierPlanInput, facts: EditFacts): Reply<Change> {
  const before = input.id === undefined ? null : findObject(record, 'dossier', input.id);
  if (before && !before.ok) return before;
  const cited = [...(input.claimIds ?? []), ...(input.statements ?? []).flatMap((statement) => statement.citeIds)];
  const missing = firstMissing(record, cited);
  if (missing) return missing;
  const id = before ? before.value.id : facts.newId();
  const statements = input.statements?.map((statement) => ({ id: statement.id ?? facts.newId(), text: statement.text, citeIds: statement.citeIds }));
  const value: DossierPlan = {
    id,
    title: input.title,
    profile: input.profile ?? before?.value.profile ?? 'public',
    statements: statements ?? before?.value.statements ?? [],
    claimIds: input.claimIds === undefined ? (before?.value.claimIds ?? null) : input.claimIds,
    madeAt: before?.value.madeAt ?? facts.at,
    changedAt: facts.at,
  };
  return done({ label: 'plan-dossier', ops: [{ put: 'dossiers', id, value }], custody: [] });
}
