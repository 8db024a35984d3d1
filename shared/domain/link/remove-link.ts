import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { citationsOf } from '../case/citations.ts';
import { findObject } from '../case/find-object.ts';

/** Removes a link that nothing cites. */
export function removeLink(record: CaseRecord, id: string): Reply<Change> {
  const link = findObject(record, 'link', id);
  if (!link.ok) return link;
  if (citationsOf(record, id).length > 0) return refused({ kind: 'refused', rule: 'cited-elsewhere' });
  return done({ label: 'remove-link', ops: [{ del: 'links', id }], custody: [] });
}
