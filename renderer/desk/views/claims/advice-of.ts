import type { ClaimRow } from '#shared/contract/claims.ts';

export type Advice = 'corroborated-by-one-origin' | 'credibility-1-by-one-origin';

/** What to say of a rating that asks for more than one independent origin (DOMAIN §2). It is advice: the rating stands. */
export function adviceOf(claim: Pick<ClaimRow, 'finding' | 'credibility' | 'independentOrigins'>): readonly Advice[] {
  if (claim.independentOrigins >= 2) return [];
  const advice: Advice[] = [];
  if (claim.finding === 'corroborated') advice.push('corroborated-by-one-origin');
  if (claim.credibility === '1') advice.push('credibility-1-by-one-origin');
  return advice;
}
