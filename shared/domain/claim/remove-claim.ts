import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { citationsOf } from '../case/citations.ts';
import { findObject } from '../case/find-object.ts';

/** Removes a claim that nothing cites. */
export function removeClaim(record: CaseRecord, id: string): Reply<Change> {
  const claim = findObject(record, 'claim', id);
  if (!claim.ok) return claim;
  if (citationsOf(record, id).length > 0) return refused({ kind: 'refused', rule: 'cited-elsewhere' });
  return done({ label: 'remove-claim', ops: [{ del: 'claims', id }], custody: [] });
}
