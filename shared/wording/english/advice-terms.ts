import type { RatingAdvice } from '../../domain/claim/rating-advice.ts';
import { spoken } from '../spoken.ts';

/** What is said after a rating that claims more than the origins carry. The rating is kept all the same. */
export const adviceTerms: { readonly [K in RatingAdvice]: string } = spoken('adviceTerms', {
  'corroborated-by-one-origin': 'Called corroborated, but it rests on fewer than two independent origins.',
  'credibility-1-by-one-origin': 'Graded 1 (confirmed by other sources), but it rests on fewer than two independent origins.',
});
