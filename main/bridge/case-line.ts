import type { FromCaseProcess, ToCaseProcess, ViewerBytes, ViewerPart } from '#shared/contract/case-process.ts';
import type { CommandName, QueryName } from '#shared/contract/contract.ts';
import type { ExamineDraft, ExamineJob } from '#shared/contract/quarantine.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';

/** The case process as its line needs it: Electron's utility process, or a plain one in tests. */
export type CaseProcess = {
  readonly post: (message: ToCaseProcess) => void;
  readonly kill: () => void;
};

/** What the line tells the shell. */
export type CaseNews = {
  readonly opened: () => void;
  readonly event: (event: CaseEvent) => void;
  readonly examine: (job: ExamineJob) => Promise<Reply<ExamineDraft>>;
  /** The process ended without being asked to. */
  readonly ended: () => void;
};

/** The shell's end of a case process: numbers questions, matches answers, and closes within a bounded time. */
export type CaseLine = {
  readonly command: (name: CommandName, input: unknown) => Promise<Reply<unknown>>;
  readonly query: (name: QueryName, input: unknown) => Promise<Reply<unknown>>;
  readonly read: (evidenceId: string, part: ViewerPart, offset: number, length: number) => Promise<Reply<ViewerBytes>>;
  /** Asks for a checkpoint and waits up to `withinMs`; then, or at once for 0, the process is killed. Answers when it is gone. */
  readonly close: (withinMs: number) => Promise<void>;
  /** To be called with every message of the process and with its end. */
  readonly receive: (message: FromCaseProcess) => void;
  readonly gone: () => void;
};

const locked: Problem = { kind: 'case-locked' };

export function caseLine(process: CaseProcess, news: CaseNews): CaseLine {
  const open = new Map<number, (reply: Reply<unknown>) => void>();
  let calls = 0;
  let state: 'running' | 'closing' | 'gone' = 'running';
  let whenGone: () => void = () => undefined;
  const over = new Promise<void>((resolve) => {
    whenGone = resolve;
  });

  const ask = (messageFor: (call: number) => ToCaseProcess): Promise<Reply<unknown>> => {
    if (state !== 'running') return Promise.resolve(refused(locked));
    return new Promise((resolve) => {
      calls += 1;
      open.set(calls, resolve);
      process.post(messageFor(calls));
    });
  };

  return {
    command: (name, input) => ask((call) => ({ to: 'command', call, name, input })),
    query: (name, input) => ask((call) => ({ to: 'query', call, name, input })),
    read: async (evidenceId, part, offset, length) => {
      const reply = await ask((call) => ({ to: 'read', call, evidenceId, part, offset, length }));
      return reply as Reply<ViewerBytes>; // the case process is ours; its answers are typed there
    },
    close: async (withinMs) => {
      if (state === 'running') {
        state = 'closing';
        if (withinMs === 0) process.kill();
        else {
          process.post({ to: 'close' });
          const timer = setTimeout(() => process.kill(), withinMs);
          void over.then(() => clearTimeout(timer));
        }
      }
      return over;
    },
    receive: (message) => {
      switch (message.from) {
        case 'ready':
          return;
        case 'opened':
          return news.opened();
        case 'event':
          return news.event(message.event);
        case 'answer':
          open.get(message.call)?.(message.reply);
          open.delete(message.call);
          return;
        case 'examine':
          void news.examine(message.job).then((reply) => {
            if (state === 'running') process.post({ to: 'examined', call: message.call, reply });
          });
          return;
      }
    },
    gone: () => {
      const unasked = state === 'running';
      state = 'gone';
      for (const answer of open.values()) answer(refused(locked));
      open.clear();
      whenGone();
      if (unasked) news.ended();
    },
  };
}
