import { done, type Reply } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import type { Link } from './link.ts';

/** Changes why a link was drawn or how it is graded. Its ends and type are what it is: another link is drawn for those. */
export function editLink(record: CaseRecord, id: string, changes: Amendments<Pick<Link, 'rationale' | 'grade'>>): Reply<Change> {
  const link = findObject(record, 'link', id);
  if (!link.ok) return link;
  return done({ label: 'edit-link', ops: [{ put: 'links', id, value: amend(link.value, changes) }], custody: [] });
}
