import type { Problem } from '../kernel/problem.ts';
import { problemWords } from './english/problem-words.ts';

/** What to tell the person about an expected failure. */
export function problemSentence(problem: Problem): string {
  const words = problemWords[problem.kind] as (problem: Problem) => string;
  return words(problem);
}
