import { useCallback, useState } from 'react';
import type { CommandName, Commands } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from './bridge.ts';
import { say } from './toasts.ts';

/** Sends a command. A refusal is said in a toast unless `handled` answers true for it. */
export async function send<N extends CommandName>(
  name: N,
  input: Sent<Commands[N]>,
  handled: (problem: Problem) => boolean = () => false,
): Promise<Reply<Answer<Commands[N]>>> {
  const reply = await bridge().command(name, input);
  if (!reply.ok && !handled(reply.problem)) say({ tone: 'bad', title: problemSentence(reply.problem) });
  return reply;
}

export type Command<N extends CommandName> = {
  readonly run: (input: Sent<Commands[N]>) => Promise<Reply<Answer<Commands[N]>>>;
  readonly busy: boolean;
};

/** `useCommand('claims/assert')`: run it, and know while it runs. */
export function useCommand<N extends CommandName>(name: N): Command<N> {
  return useRuns(name, saidInToast);
}

/** The same in a form that shows a refusal itself, until the command is run again; others than `shows` are said in a toast. */
export function useFormCommand<N extends CommandName>(name: N, shows = everyRefusal): Command<N> & { readonly refusal: Problem | null } {
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const saidHere = useCallback(
    (problem: Problem) => {
      const here = shows(problem);
      if (here) setRefusal(problem);
      return here;
    },
    [shows],
  );
  const { run: runIt, busy } = useRuns(name, saidHere);
  const run = useCallback<typeof runIt>(
    (input) => {
      setRefusal(null);
      return runIt(input);
    },
    [runIt],
  );
  return { run, busy, refusal };
}

const everyRefusal = (_problem: Problem): boolean => true;
const saidInToast = () => false;

function useRuns<N extends CommandName>(name: N, handled: (problem: Problem) => boolean): Command<N> {
  const [running, setRunning] = useState(0);
  const run = useCallback(
    async (input: Sent<Commands[N]>) => {
      setRunning((count) => count + 1);
      try {
        return await send(name, input, handled);
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [name, handled],
  );
  return { run, busy: running > 0 };
}
