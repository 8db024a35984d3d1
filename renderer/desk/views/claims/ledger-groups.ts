import type { ClaimRow } from '#shared/contract/claims.ts';
import { findings } from '#shared/domain/claim/claim.ts';
import type { ClaimGrouping } from '#shared/domain/claim/kept-filter.ts';
import { findingTerms } from '#shared/wording/english/terms.ts';
import { claimsWords } from '#shared/wording/english/views/claims-words.ts';
import { spokenDate } from '../../components/date-field/spoken-date.ts';
import type { Grouping } from '../../components/table/grouped-rows.ts';

const words = claimsWords.group;

/** The month a claim was said in, or else happened in, as EDTF; a year where no month is known. Seasons of EDTF count as their year. */
export function monthOf(row: Pick<ClaimRow, 'saidAt' | 'eventAt'>): string | null {
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?!\d))?/.exec(row.saidAt ?? row.eventAt ?? '') ?? [];
  return year === undefined ? null : month === undefined ? year : `${year}-${month}`;
}

/** What the lines of the ledger are gathered by; `null` for the plain list. */
export const ledgerGroups: { readonly [G in ClaimGrouping]: Grouping<ClaimRow> | null } = {
  none: null,
  asserter: { keyOf: (row) => row.asserter, titleOf: (row) => row.asserter },
  finding: { keyOf: (row) => findings.indexOf(row.finding), titleOf: (row) => findingTerms[row.finding].label },
  source: { keyOf: (row) => row.source, titleOf: (row) => row.source ?? words.noSource },
  month: { keyOf: monthOf, titleOf: (row) => spokenDate(monthOf(row) ?? '') || words.noMonth },
};
