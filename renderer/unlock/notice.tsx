import type { Problem } from '#shared/kernel/problem.ts';
import { sentenceOf } from './sentence-of.ts';

/** What went wrong, in a sentence, announced as soon as it shows. */
export function Notice({ problem }: { readonly problem: Problem | null }) {
  return (
    <div role="alert" className={problem === null ? 'notice notice-empty' : 'notice notice-bad'}>
      {problem === null ? null : sentenceOf(problem)}
    </div>
  );
}
