import type { Claim } from './claim.ts';

const ratingAdvice = ['corroborated-by-one-origin', 'credibility-1-by-one-origin'] as const;
export type RatingAdvice = (typeof ratingAdvice)[number];

/** What to tell an analyst whose rating says more than the origins carry. It is advice: the rating is the analyst's. */
export function adviseOnRating(claim: Pick<Claim, 'finding' | 'credibility'>, origins: number): readonly RatingAdvice[] {
  if (origins >= 2) return [];
  const advice: RatingAdvice[] = [];
  if (claim.finding === 'corroborated') advice.push('corroborated-by-one-origin');
  if (claim.credibility === '1') advice.push('credibility-1-by-one-origin');
  return advice;
}
