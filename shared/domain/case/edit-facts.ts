import type { ObjectId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/instant.ts';
import { type CaseRecord, metaOf } from './case-record.ts';

/** What a verb may not make up itself: the moment, and fresh ids. */
export type EditFacts = { readonly at: Instant; readonly newId: () => ObjectId };

/** Who acts: the first analyst of the case. */
export function actingAnalyst(record: CaseRecord): string {
  return metaOf(record).analysts[0] ?? '';
}
