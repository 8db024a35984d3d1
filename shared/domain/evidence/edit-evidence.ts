import { done, type Reply } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import type { EvidenceItem } from './evidence-item.ts';

/** Changes how an item is named, sorted or attributed. Its bytes never change. */
export function editEvidence(record: CaseRecord, id: string, changes: Amendments<Pick<EvidenceItem, 'name' | 'kind' | 'sourceId'>>): Reply<Change> {
  const item = findObject(record, 'evidence', id);
  if (!item.ok) return item;
  if (changes.sourceId !== undefined) {
    const source = findObject(record, 'source', changes.sourceId);
    if (!source.ok) return source;
  }
  return done({ label: 'edit-evidence', ops: [{ put: 'evidence', id, value: amend(item.value, changes) }], custody: [] });
}
