import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from './case-record.ts';
import type { Change } from './change.ts';
import { findObject } from './find-object.ts';

/** Removes a plan of a dossier; what was exported by it stays where it is. */
export function removeDossierPlan(record: CaseRecord, id: string): Reply<Change> {
  const plan = findObject(record, 'dossier', id);
  return plan.ok ? done({ label: 'remove-dossier-plan', ops: [{ del: 'dossiers', id }], custody: [] }) : plan;
}
