import { Notice } from './notice.tsx';
import type { Sending } from './use-sending.ts';

/** What is wrong with the fields; else what was answered to them. */
export function Complaint({ complaint, problem }: Pick<Sending, 'complaint' | 'problem'>) {
  if (complaint === null) return <Notice problem={problem} />;
  return (
    <div role="alert" className="notice notice-bad">
      {complaint}
    </div>
  );
}
