import type { Problem } from '#shared/kernel/problem.ts';
import { problemWords } from '#shared/wording/english/problem-words.ts';

/** The sentence for a problem; the compiler asks for a new kind in the wording table. */
export function sentenceOf(problem: Problem): string {
  const words: (problem: never) => string = problemWords[problem.kind];
  return words(problem as never);
}
