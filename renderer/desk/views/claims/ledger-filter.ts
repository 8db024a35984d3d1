import type { ClaimFilter } from '#shared/contract/claims.ts';

/** The ledger's filter as its controls hold it; empty text and `null` filter nothing. */
export type LedgerFilter = {
  readonly match: string;
  readonly asserterId: string | null;
  readonly finding: ClaimFilter['finding'] | null;
  readonly workState: ClaimFilter['workState'] | null;
  readonly credibility: ClaimFilter['credibility'] | null;
  readonly evidenceId: string | null;
  readonly withoutEvidence: boolean;
  readonly inConflict: boolean;
};

export const everything: LedgerFilter = {
  match: '',
  asserterId: null,
  finding: null,
  workState: null,
  credibility: null,
  evidenceId: null,
  withoutEvidence: false,
  inConflict: false,
};

/** What to ask the case: only the fields that filter, so that equal filters are equal questions for the query cache. */
export function questionOf(filter: LedgerFilter): ClaimFilter {
  const match = filter.match.trim();
  return {
    ...(match && { match }),
    ...(filter.asserterId && { asserterId: filter.asserterId }),
    ...(filter.finding && { finding: filter.finding }),
    ...(filter.workState && { workState: filter.workState }),
    ...(filter.credibility && { credibility: filter.credibility }),
    ...(filter.evidenceId && { evidenceId: filter.evidenceId }),
    ...(filter.withoutEvidence && { withoutEvidence: true }),
    ...(filter.inConflict && { inConflict: true }),
  };
}

/** A kept filter as the controls hold it. */
export function filterOf(conditions: ClaimFilter): LedgerFilter {
  return {
    match: conditions.match ?? '',
    asserterId: conditions.asserterId ?? null,
    finding: conditions.finding ?? null,
    workState: conditions.workState ?? null,
    credibility: conditions.credibility ?? null,
    evidenceId: conditions.evidenceId ?? null,
    withoutEvidence: conditions.withoutEvidence ?? false,
    inConflict: conditions.inConflict ?? false,
  };
}

/** How many conditions narrow the ledger. */
export function conditionsOf(filter: LedgerFilter): number {
  return Object.keys(questionOf(filter)).length;
}
