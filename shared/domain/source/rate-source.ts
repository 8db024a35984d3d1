import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type CaseRecord, kindOf } from '../case/case-record.ts';
import type { Change } from '../case/change.ts';
import { findObject } from '../case/find-object.ts';
import type { Reliability } from '../rating/admiralty.ts';

/** Rates how reliable a source is; `null` takes the rating back. F means that it cannot be judged. */
export function rateSource(record: CaseRecord, id: string, reliability: Reliability | null): Reply<Change> {
  const kind = kindOf(record, id);
  if (kind !== null && kind !== 'source') return refused({ kind: 'refused', rule: 'reliability-needs-source' });
  const source = findObject(record, 'source', id);
  if (!source.ok) return source;
  return done({ label: 'rate-source', ops: [{ put: 'sources', id, value: { ...source.value, reliability } }], custody: [] });
}
