import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import type { AtRiskMark } from './at-risk.ts';

/** Marks people at risk in an item; the marks given replace the earlier ones, and none takes them away. Custody says *marked* with the marks. */
export function markAtRisk(record: CaseRecord, id: string, marks: readonly AtRiskMark[], legalBasis: string | null | undefined): Reply<Change> {
  const item = findObject(record, 'evidence', id);
  if (!item.ok) return item;
  const atRisk = [...new Set(marks)];
  const value = { ...item.value, atRisk, legalBasis: legalBasis === undefined ? item.value.legalBasis : legalBasis };
  const reason = atRisk.length === 0 ? 'no marks' : atRisk.join(', ');
  const act = { action: 'marked' as const, evidenceId: id, reason, sha256Before: item.value.sha256, sha256After: item.value.sha256 };
  return done({ label: 'mark-at-risk', ops: [{ put: 'evidence', id, value }], custody: [act] });
}
