import { done, type Reply } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from './amend.ts';
import { type CaseMeta, type CaseRecord, metaOf } from './case-record.ts';
import type { Change } from './change.ts';

/** Changes what the case says of itself. The moment it was opened stays. */
export function editCase(record: CaseRecord, changes: Amendments<Omit<CaseMeta, 'openedAt'>>): Reply<Change> {
  return done({ label: 'edit-case', ops: [{ put: 'meta', id: 'case', value: amend(metaOf(record), changes) }], custody: [] });
}
