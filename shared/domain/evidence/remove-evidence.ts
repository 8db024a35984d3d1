import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { citationsOf } from '../case/citations.ts';
import { findObject } from '../case/find-object.ts';

/** Takes an item that nothing cites out of the record; its sealed bytes stay, so that undo can bring it back. Custody says *removed*. */
export function removeEvidence(record: CaseRecord, id: string, reason: string): Reply<Change> {
  const item = findObject(record, 'evidence', id);
  if (!item.ok) return item;
  if (citationsOf(record, id).length > 0) return refused({ kind: 'refused', rule: 'cited-elsewhere' });
  const act = { action: 'removed' as const, evidenceId: id, reason, sha256Before: item.value.sha256, sha256After: null };
  return done({ label: 'remove-evidence', ops: [{ del: 'evidence', id }], custody: [act] });
}
