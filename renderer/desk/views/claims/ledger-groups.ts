import { findings } from '#shared/domain/claim/claim.ts';
import type { ClaimGrouping } from '#shared/domain/claim/kept-filter.ts';
import type { SortKey } from '#shared/kernel/in-order.ts';
import { findingTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { spokenDate } from '../../components/date-field/spoken-date.ts';

const words = claimsWords.group;

/** What a group of the ledger is called, by what its lines have in common. */
export function groupTitle(grouping: ClaimGrouping, key: SortKey): string {
  if (grouping === 'finding') {
    const finding = findings[Number(key)];
    return finding === undefined ? '' : findingTerms[finding].label;
  }
  if (grouping === 'month') return spokenDate(String(key ?? '')) || words.noMonth;
  return key === null ? words.noSource : String(key);
}
