import { done, type Reply } from '#shared/kernel/reply.ts';
import { type Amendments, amend } from '../case/amend.ts';
import type { CaseRecord } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import type { Entity } from './entity.ts';

/** Changes an entity's kind, names or the role that stands for it outside the team. */
export function editEntity(record: CaseRecord, id: string, changes: Amendments<Pick<Entity, 'kind' | 'names' | 'roleOnly'>>): Reply<Change> {
  const entity = findObject(record, 'entity', id);
  if (!entity.ok) return entity;
  return done({ label: 'edit-entity', ops: [{ put: 'entities', id, value: amend(entity.value, changes) }], custody: [] });
}
