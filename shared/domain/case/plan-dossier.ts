import type { ObjectId } from '#shared/kernel/ids.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from './case-record.ts';
import type { Change } from './change.ts';
import { type DossierPlan, type Judgment, plainStyle } from './dossier-plan.ts';
import type { EditFacts } from './edit-facts.ts';
import { findObject, firstMissing } from './find-object.ts';

type CitedInput = { readonly id?: ObjectId | undefined; readonly text: string; readonly citeIds: readonly ObjectId[] };
export type DossierPlanInput = {
  readonly id?: ObjectId | undefined;
  readonly title: string;
  readonly profile?: DossierPlan['profile'] | undefined;
  readonly template?: DossierPlan['template'] | undefined;
  readonly marked?: DossierPlan['marked'] | undefined;
  readonly statements?: readonly CitedInput[] | undefined;
  readonly judgments?: readonly (CitedInput & Pick<Judgment, 'likelihood' | 'confidence' | 'basis'>)[] | undefined;
  readonly sections?: readonly { readonly id?: ObjectId | undefined; readonly heading: string; readonly statements: readonly CitedInput[] }[] | undefined;
  readonly alternatives?: readonly CitedInput[] | undefined;
  readonly questions?: readonly { readonly id?: ObjectId | undefined; readonly text: string }[] | undefined;
  readonly claimIds?: readonly ObjectId[] | null | undefined;
  readonly style?: DossierPlan['style'] | undefined;
  readonly formats?: readonly string[] | null | undefined;
};

/** Makes a plan of a dossier, or changes the one with the given id. A sentence may still lack its citation: the export refuses it, not the plan. */
export function planDossier(record: CaseRecord, input: DossierPlanInput, facts: EditFacts): Reply<Change> {
  const found = input.id === undefined ? null : findObject(record, 'dossier', input.id);
  if (found && !found.ok) return found;
  const before = found?.value;
  const numbered = <T extends { readonly id?: ObjectId | undefined }>(all: readonly T[] | undefined) =>
    all?.map((one) => ({ ...one, id: one.id ?? facts.newId() }));
  const given = {
    statements: numbered(input.statements),
    judgments: numbered(input.judgments),
    sections: numbered(input.sections)?.map((section) => ({ ...section, statements: numbered(section.statements) ?? [] })),
    alternatives: numbered(input.alternatives),
    questions: numbered(input.questions),
  };
  const cited = [given.statements, given.judgments, given.alternatives, ...(given.sections ?? []).map(({ statements }) => statements)].flatMap(
    (all) => all ?? [],
  );
  const logo = input.style?.logoId;
  const missing = firstMissing(record, [...(input.claimIds ?? []), ...(logo ? [logo] : []), ...cited.flatMap(({ citeIds }) => citeIds)]);
  if (missing) return missing;
  const id = before?.id ?? facts.newId();
  const value: DossierPlan = {
    id,
    title: input.title,
    profile: input.profile ?? before?.profile ?? 'public',
    template: input.template ?? before?.template ?? 'incident',
    marked: input.marked ?? before?.marked ?? 'stop',
    statements: given.statements ?? before?.statements ?? [],
    judgments: given.judgments ?? before?.judgments ?? [],
    sections: given.sections ?? before?.sections ?? [],
    alternatives: given.alternatives ?? before?.alternatives ?? [],
    questions: given.questions ?? before?.questions ?? [],
    claimIds: input.claimIds === undefined ? (before?.claimIds ?? null) : input.claimIds,
    style: input.style ?? before?.style ?? plainStyle,
    formats: input.formats === undefined ? (before?.formats ?? null) : input.formats,
    overrides: before?.overrides ?? [],
    signOff: before?.signOff ?? null,
    madeAt: before?.madeAt ?? facts.at,
    changedAt: facts.at,
  };
  return done({ label: 'plan-dossier', ops: [{ put: 'dossiers', id, value }], custody: [] });
}
