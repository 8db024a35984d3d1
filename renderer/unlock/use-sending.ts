import { useState } from 'react';
import type { Problem } from '#shared/kernel/problem.ts';

type Answered = { readonly ok: true } | { readonly ok: false; readonly problem: Problem };

export type Sending = {
  /** What is wrong with the fields, as a sentence. */
  readonly complaint: string | null;
  /** What was answered to them, where it was not what was asked for. */
  readonly problem: Problem | null;
  readonly busy: boolean;
  /** Shows what is wrong with the fields, and nothing of an answer before; whether there is anything wrong. */
  readonly complain: (wrong: string | null) => boolean;
  /** Asks, is busy until it is answered, and shows a problem. */
  readonly ask: <R extends Answered>(asking: () => Promise<R>) => Promise<R>;
};

/** How a form of this page is sent: first its own complaint, then the case process is asked. */
export function useSending(): Sending {
  const [complaint, setComplaint] = useState<string | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  return {
    complaint,
    problem,
    busy,
    complain: (wrong) => {
      setComplaint(wrong);
      setProblem(null);
      return wrong !== null;
    },
    ask: async (asking) => {
      setBusy(true);
      const reply = await asking();
      setBusy(false);
      if (!reply.ok) setProblem(reply.problem);
      return reply;
    },
  };
}
