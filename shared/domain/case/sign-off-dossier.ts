import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type CaseRecord, metaOf } from './case-record.ts';
import type { Change } from './change.ts';
import { actingAnalyst, type EditFacts } from './edit-facts.ts';
import { findObject } from './find-object.ts';

/**
 * Notes that a second analyst of the case has read what a plan gives, which had this digest. Refused `own-work` for whoever works on the case,
 * `not-an-analyst` for anybody the case does not name.
 */
export function signOffDossier(record: CaseRecord, planId: string, by: string, digest: string, facts: EditFacts): Reply<Change> {
  const plan = findObject(record, 'dossier', planId);
  if (!plan.ok) return plan;
  if (by === actingAnalyst(record)) return refused({ kind: 'refused', rule: 'own-work' });
  if (!metaOf(record).analysts.includes(by)) return refused({ kind: 'refused', rule: 'not-an-analyst' });
  const value = { ...plan.value, signOff: { by, at: facts.at, digest } };
  const act = {
    action: 'signed-off' as const,
    evidenceId: null,
    reason: `read by ${by}; SHA-256 of what it says: ${digest}`,
    sha256Before: null,
    sha256After: null,
  };
  return done({ label: 'sign-off-dossier', ops: [{ put: 'dossiers', id: planId, value }], custody: [act] });
}
