import type { ClaimRow } from '#shared/contract/claims.ts';
import { findings } from '#shared/domain/claim/claim.ts';
import { earliestMoment } from '#shared/domain/moment/earliest-moment.ts';
import { rankOf } from '#shared/domain/rating/admiralty.ts';

export type SortableColumn = 'text' | 'asserter' | 'act' | 'saidAt' | 'eventAt' | 'credibility' | 'finding' | 'evidence' | 'conflicts';

/** What a claim sorts by in a column; `null` is unknown and stands last either way, because unknown is neither best nor worst. */
export function sortKey(row: ClaimRow, column: SortableColumn): string | number | null {
  switch (column) {
    case 'saidAt':
    case 'eventAt': {
      const date = row[column];
      return date === null ? null : earliestMoment(date);
    }
    case 'credibility':
      return rankOf(row.credibility);
    case 'finding':
      return findings.indexOf(row.finding);
    case 'evidence':
      // Independent origins weigh before the number of items: ten copies of one report are one origin.
      return row.independentOrigins * 1_000 + row.evidenceIds.length;
    case 'conflicts':
      return row.contradictedBy.length;
    default:
      return row[column];
  }
}
