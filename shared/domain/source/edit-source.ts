import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import { originFamily } from './origin-family.ts';
import type { SourceFields } from './source.ts';

/** Changes what is known of a source. A source cannot relay itself, not even by way of others. */
export function editSource(record: CaseRecord, id: string, changes: Amendments<SourceFields>): Reply<Change> {
  const source = findObject(record, 'source', id);
  if (!source.ok) return source;
  if (changes.originId) {
    const origin = findObject(record, 'source', changes.originId);
    if (!origin.ok) return origin;
    if (originFamily(record, changes.originId).includes(id)) return refused({ kind: 'refused', rule: 'link-to-itself' });
  }
  return done({ label: 'edit-source', ops: [{ put: 'sources', id, value: amend(source.value, changes) }], custody: [] });
}
