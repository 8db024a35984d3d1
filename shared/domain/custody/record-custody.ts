import { done, type Reply } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change, EditLabel } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import type { CustodyAction } from './custody-entry.ts';

/** Writes that something happened to items whose bytes stayed as they are, such as *viewed* or *exported*. */
export function recordCustody(
  record: CaseRecord,
  label: EditLabel,
  action: CustodyAction,
  evidenceIds: readonly string[],
  reason: string | null,
): Reply<Change> {
  const acts = [];
  for (const id of evidenceIds) {
    const item = findObject(record, 'evidence', id);
    if (!item.ok) return item;
    acts.push({ action, evidenceId: id, reason, sha256Before: item.value.sha256, sha256After: item.value.sha256 });
  }
  return done({ label, ops: [], custody: acts });
}
