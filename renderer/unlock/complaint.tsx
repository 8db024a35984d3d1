import type { Problem } from '#shared/kernel/problem.ts';
import { Notice } from './notice.tsx';

/** What is wrong with the fields, as a sentence; else what was answered to them. */
export function Complaint({ sentence, problem }: { readonly sentence: string | null; readonly problem: Problem | null }) {
  if (sentence === null) return <Notice problem={problem} />;
  return (
    <div role="alert" className="notice notice-bad">
      {sentence}
    </div>
  );
}
