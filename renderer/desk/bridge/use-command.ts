import { useCallback, useRef, useState } from 'react';
import type { CommandName, Commands } from '#shared/contract/contract.ts';
import type { Answer, Sent } from '#shared/contract/message.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { problemSentence } from '#shared/wording/problems.ts';
import { bridge } from './bridge.ts';
import { say } from './toasts.ts';

/** Sends a command. A refusal is said in a toast unless `handled` answers true for it (a form that shows it at its field). */
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
export function useCommand<N extends CommandName>(name: N, options?: { readonly handled: (problem: Problem) => boolean }): Command<N> {
  const [running, setRunning] = useState(0);
  const handled = useRef(options?.handled);
  handled.current = options?.handled;
  const run = useCallback(
    async (input: Sent<Commands[N]>) => {
      setRunning((count) => count + 1);
      try {
        return await send(name, input, (problem) => handled.current?.(problem) ?? false);
      } finally {
        setRunning((count) => count - 1);
      }
    },
    [name],
  );
  return { run, busy: running > 0 };
}
