import type { SortKey } from '#shared/kernel/in-order.ts';
import { type CaseHeads, type ClaimHead, textOrBeginning } from '../case/case-heads.ts';
import { objectAt } from '../case/find-object.ts';
import { entityName } from '../case/label-of.ts';
import type { LinksByObject } from '../link/links-by-object.ts';
import { earliestMoment } from '../moment/earliest-moment.ts';
import type { EdtfDate } from '../moment/edtf-date.ts';
import { rankOf } from '../rating/admiralty.ts';
import { findings } from './claim.ts';
import { contradictedBy } from './claim-conflicts.ts';
import { evidenceOfClaim } from './evidence-of-claim.ts';
import { independentOrigins } from './independent-origins.ts';
import type { ClaimGrouping } from './kept-filter.ts';

/** What the lines of the ledger can be sorted by. */
export const ledgerColumns = ['text', 'asserter', 'act', 'credibility', 'finding', 'evidence', 'conflicts', 'saidAt', 'eventAt'] as const;
export type LedgerColumn = (typeof ledgerColumns)[number];

type KeyOf = (claim: ClaimHead) => SortKey;

/** What a claim sorts by in a column. `named`: what the lines call somebody. */
export function ledgerKey(column: LedgerColumn, record: CaseHeads, links: LinksByObject, named: typeof entityName = entityName): KeyOf {
  switch (column) {
    case 'text':
      return textOrBeginning;
    case 'asserter':
      return (claim) => named(record, claim.asserterId);
    case 'act':
      return (claim) => claim.act;
    case 'credibility':
      return (claim) => rankOf(claim.credibility);
    case 'finding':
      return (claim) => findings.indexOf(claim.finding);
    case 'evidence':
      // Independent origins weigh before the number of items: ten copies of one report are one origin.
      return (claim) => independentOrigins(record, claim, links) * 1_000 + evidenceOfClaim(record, claim, links).length;
    case 'conflicts':
      return (claim) => contradictedBy(claim.id, links).length;
    case 'saidAt':
    case 'eventAt': {
      const known = new Map<EdtfDate, number>();
      const earliest = (date: EdtfDate): number => {
        const found = known.get(date) ?? earliestMoment(date);
        known.set(date, found);
        return found;
      };
      return (claim) => {
        const date = claim[column];
        return date === null ? null : earliest(date);
      };
    }
  }
}

/** What the lines of a group have in common: a name, a title, a month, or the place of the finding among all; null for what nobody has said. */
export function ledgerGroupKey(
  grouping: Exclude<ClaimGrouping, 'none'>,
  record: CaseHeads,
  links: LinksByObject,
  named: typeof entityName = entityName,
): KeyOf {
  if (grouping === 'month') return monthOf;
  if (grouping !== 'source') return ledgerKey(grouping, record, links, named);
  return (claim) => {
    const item = objectAt(record, 'evidence', evidenceOfClaim(record, claim, links)[0] ?? '');
    return item === null ? null : (objectAt(record, 'source', item.sourceId)?.title ?? null);
  };
}

/** The month a claim was said in, or else happened in, as EDTF; a year where no month is known. Seasons of EDTF count as their year. */
export function monthOf(claim: Pick<ClaimHead, 'saidAt' | 'eventAt'>): string | null {
  const [, year, month] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?!\d))?/.exec(claim.saidAt ?? claim.eventAt ?? '') ?? [];
  return year === undefined ? null : month === undefined ? year : `${year}-${month}`;
}
