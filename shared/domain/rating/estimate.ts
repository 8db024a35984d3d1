import { z } from 'zod';

/**
 * Bands of likelihood of ICD 203 (Analytic Standards, 2015, D.6.e.2.a): 1–5, 5–20, 20–45, 45–55, 55–80, 80–95, 95–99 per cent. The band is
 * stored, never a percentage, and there is no 0 or 100. The words stand in shared/wording.
 */
export const likelihoods = ['almost-no-chance', 'very-unlikely', 'unlikely', 'even-chance', 'likely', 'very-likely', 'almost-certain'] as const;
export const LikelihoodSchema = z.enum(likelihoods);
export type Likelihood = z.infer<typeof LikelihoodSchema>;

/** How good the basis of a judgment is (ICD 203, D.6.e.2.b); never told in one sentence with the likelihood. */
export const confidences = ['low', 'moderate', 'high'] as const;
export const ConfidenceSchema = z.enum(confidences);
export type Confidence = z.infer<typeof ConfidenceSchema>;

/** Lower and upper end of a band in per cent. */
export const likelihoodRange: { readonly [L in Likelihood]: readonly [number, number] } = {
  'almost-no-chance': [1, 5],
  'very-unlikely': [5, 20],
  unlikely: [20, 45],
  'even-chance': [45, 55],
  likely: [55, 80],
  'very-likely': [80, 95],
  'almost-certain': [95, 99],
};
