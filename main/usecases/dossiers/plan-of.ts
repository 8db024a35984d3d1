import { type CaseRecord, metaOf } from '#shared/domain/case/case-record.ts';
import type { DossierPlan, DossierProfile } from '#shared/domain/case/dossier-plan.ts';
import { findObject } from '#shared/domain/case/find-object.ts';
import { type PlanToTell, planOfEverything } from '#shared/dossier/plan-to-tell.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';

export type PlanWishes = {
  readonly planId?: string | undefined;
  readonly title?: string | undefined;
  readonly profile?: DossierProfile | undefined;
  readonly marked?: DossierPlan['marked'] | undefined;
};
export type PlannedDossier = PlanToTell & Pick<DossierPlan, 'profile' | 'formats' | 'signOff'>;

/** A saved plan, or an ad-hoc one of every claim. Without a word on the profile it is `public`: the one that tells least. */
export function planOf(record: CaseRecord, wishes: PlanWishes): Reply<PlannedDossier> {
  if (wishes.planId === undefined) {
    return done({
      ...planOfEverything(wishes.title ?? metaOf(record).title),
      profile: wishes.profile ?? 'public',
      formats: null,
      signOff: null,
      ...(wishes.marked && { marked: wishes.marked }),
    });
  }
  const plan = findObject(record, 'dossier', wishes.planId);
  if (!plan.ok) return plan;
  return done({
    ...plan.value,
    title: wishes.title ?? plan.value.title,
    profile: wishes.profile ?? plan.value.profile,
    marked: wishes.marked ?? plan.value.marked,
  });
}
