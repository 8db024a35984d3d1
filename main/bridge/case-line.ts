import type { FromCaseProcess, ToCaseProcess, ViewerBytes, ViewerPart } from '#shared/contract/case-process.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import type { PageEnd, PageNeed } from '../windows/quarantine-pages.ts';

/** The case process as its line needs it: Electron's utility process, or a plain one in tests. */
export type CaseProcess = {
  /** `ports` are handed on unread. */
  readonly post: (message: ToCaseProcess, ports?: readonly object[]) => void;
  readonly kill: () => void;
};

/** What the line tells the shell. */
export type CaseNews = {
  /** `forDesk` as in {@link FromCaseProcess}. */
  readonly opened: (forDesk: boolean) => void;
  /** The path behind a ticket of the desk, once. */
  readonly takeTicket: (ticket: string) => string | null;
  /** A page of the quarantine, now or when its turn comes: our end of the channel to it, and how it ended. */
  readonly lendPage: (need: PageNeed) => { readonly port: object; readonly over: Promise<PageEnd> };
  /** The process ended without being asked to. */
  readonly ended: () => void;
};

/** The shell's end of a case process: what the shell itself needs of it. Work on the case goes between desk and process alone. */
export type CaseLine = {
  /** Hands the case process its end of the channel to the desk. */
  readonly joinDesk: (port: object) => void;
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
  const pages = new Map<number, () => void>();
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

  const lendPage = (call: number, patienceMs: number): void => {
    if (state !== 'running') return;
    const finished = new Promise<void>((resolve) => void pages.set(call, resolve));
    const { port, over } = news.lendPage({ patienceMs, finished });
    process.post({ to: 'page', call }, [port]);
    void over.then((end) => {
      pages.delete(call);
      if (state === 'running' && end !== 'finished') process.post({ to: 'page-over', call, reason: end });
    });
  };
  const finishPage = (call: number): void => pages.get(call)?.();

  return {
    joinDesk: (port) => {
      if (state === 'running') process.post({ to: 'desk' }, [port]);
    },
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
          return news.opened(message.forDesk);
        case 'ticket':
          if (state === 'running') process.post({ to: 'file', call: message.call, path: news.takeTicket(message.ticket) });
          return;
        case 'answer':
          open.get(message.call)?.(message.reply);
          open.delete(message.call);
          return;
        case 'need-page':
          return lendPage(message.call, message.patienceMs);
        case 'page-done':
          finishPage(message.call);
          return;
      }
    },
    gone: () => {
      const unasked = state === 'running';
      state = 'gone';
      for (const answer of open.values()) answer(refused(locked));
      open.clear();
      for (const call of pages.keys()) finishPage(call);
      whenGone();
      if (unasked) news.ended();
    },
  };
}
