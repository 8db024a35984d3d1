import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type CaseRecord, metaOf } from './case-record.ts';
import type { Lookup } from './lookup.ts';

/** What a verb may not make up itself: the moment, and fresh ids. With a `lookup` of the record it edits, it need not walk over the record. */
export type EditFacts = { readonly at: Instant; readonly newId: () => ObjectId; readonly lookup?: Lookup };

/** Who acts: the first analyst of the case. */
export function actingAnalyst(record: CaseRecord): string {
  return metaOf(record).analysts[0] ?? '';
}
