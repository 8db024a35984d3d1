import { type CaseRecord, metaOf } from '#shared/domain/case/case-record.ts';
import type { Change } from '#shared/domain/case/change.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';

/** A decision that gives the case other analysts. */
export function amendCase(record: CaseRecord, analysts: readonly string[]): Reply<Change> {
  return done({ label: 'edit-case', ops: [{ put: 'meta', id: 'case', value: { ...metaOf(record), analysts } }], custody: [] });
}
