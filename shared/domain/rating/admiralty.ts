import { z } from 'zod';

/** Source reliability of the Admiralty code (NATO AJP-2.1). F means *cannot be judged*, never *worst*. */
export const reliabilityGrades = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const ReliabilitySchema = z.enum(reliabilityGrades);
export type Reliability = z.infer<typeof ReliabilitySchema>;

/** Information credibility of the Admiralty code (NATO AJP-2.1). 6 means *cannot be judged*, never *worst*. */
export const credibilityGrades = ['1', '2', '3', '4', '5', '6'] as const;
export const CredibilitySchema = z.enum(credibilityGrades);
export type Credibility = z.infer<typeof CredibilitySchema>;

/** Rank for sorting, best first: 1 to 5 for graded, `null` for *unknown*, which sorts apart and weighs nothing. */
export function rankOf(grade: Reliability | Credibility | null): number | null {
  if (grade === null || grade === 'F' || grade === '6') return null;
  return grade >= 'A' ? reliabilityGrades.indexOf(grade as Reliability) + 1 : Number(grade);
}
