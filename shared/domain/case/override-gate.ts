import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from './case-record.ts';
import type { Change } from './change.ts';
import { actingAnalyst, type EditFacts } from './edit-facts.ts';
import { findObject } from './find-object.ts';

/** Lets an exhibit leave in one plan's dossier in spite of its marks, or takes that back. Custody says who decided it and why. */
export function overrideGate(record: CaseRecord, planId: string, evidenceId: string, reason: string | null, facts: EditFacts): Reply<Change> {
  const plan = findObject(record, 'dossier', planId);
  if (!plan.ok) return plan;
  const item = findObject(record, 'evidence', evidenceId);
  if (!item.ok) return item;
  const others = plan.value.overrides.filter((override) => override.evidenceId !== evidenceId);
  const given = reason === null ? [] : [{ evidenceId: item.value.id, reason, by: actingAnalyst(record), at: facts.at }];
  const value = { ...plan.value, overrides: [...others, ...given], changedAt: facts.at };
  const { sha256 } = item.value;
  const said = reason === null ? 'taken back' : reason;
  const act = { action: 'gate-overridden' as const, evidenceId, reason: said, sha256Before: sha256, sha256After: sha256 };
  return done({ label: 'override-gate', ops: [{ put: 'dossiers', id: planId, value }], custody: [act] });
}
