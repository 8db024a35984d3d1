import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { citationsOf } from '../case/citations.ts';
import { findObject } from '../case/find-object.ts';

/** Removes a note that nothing cites. */
export function removeNote(record: CaseRecord, id: string): Reply<Change> {
  const note = findObject(record, 'note', id);
  if (!note.ok) return note;
  if (citationsOf(record, id).length > 0) return refused({ kind: 'refused', rule: 'cited-elsewhere' });
  return done({ label: 'remove-note', ops: [{ del: 'notes', id }], custody: [] });
}
