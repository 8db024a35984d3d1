import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import { type CommandName, commands, type QueryName, queries, type ShellAnswer, type ShellRequest } from '#shared/contract/contract.ts';
import type { Page } from '#shared/contract/page-origins.ts';
import type { UnlockShellAnswer, UnlockShellRequest } from '#shared/contract/unlock.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import type { CaseLine } from './case-line.ts';
import { channels } from './channels.ts';
import { redeemTickets } from './redeem-tickets.ts';
import { isTrustedSender, type OpenPages } from './trusted-sender.ts';

export type BehindTheGate = {
  readonly openPages: OpenPages;
  /** The open case, or null while locked. */
  readonly line: () => CaseLine | null;
  readonly takeTicket: (ticket: string) => string | null;
  readonly answerDesk: (request: ShellRequest) => Promise<Reply<ShellAnswer>>;
  readonly answerUnlock: (request: UnlockShellRequest) => Promise<UnlockShellAnswer>;
};

/** The only place that listens to pages. Every handler goes through {@link guarded}; a static test looks for others. */
export function openGate(behind: BehindTheGate): void {
  ipcMain.handle(
    channels.deskCommand,
    guarded('desk', behind, (name, input) => command(name, input, behind)),
  );
  ipcMain.handle(
    channels.deskQuery,
    guarded('desk', behind, (name, input) => query(name, input, behind)),
  );
  ipcMain.handle(
    channels.deskShell,
    guarded('desk', behind, (request) => withAsk(request, behind.answerDesk)),
  );
  ipcMain.handle(
    channels.unlockShell,
    guarded('unlock', behind, (request) => withAsk(request, behind.answerUnlock)),
  );
}

/** Refuses every sender but the top frame of our own window with that page in it. */
function guarded(page: Page, { openPages }: BehindTheGate, handle: (first: unknown, second: unknown) => Promise<unknown>) {
  return async (event: IpcMainInvokeEvent, first: unknown, second: unknown): Promise<unknown> => {
    const frame = event.senderFrame === null ? null : { url: event.senderFrame.url, isTop: event.senderFrame.parent === null };
    if (!isTrustedSender({ contentsId: event.sender.id, frame }, page, openPages)) throw new Error('refused');
    try {
      return await handle(first, second);
    } catch {
      // The text of the error may hold what the page sent; the page learns only that there was one.
      return refused({ kind: 'internal', reference: `gate-${page}` });
    }
  };
}

async function command(name: unknown, input: unknown, { line, takeTicket }: BehindTheGate): Promise<Reply<unknown>> {
  if (!isName<CommandName>(name, commands)) return refused({ kind: 'invalid-input', where: 'command', reason: 'a command of the contract' });
  const open = line();
  if (open === null) return refused({ kind: 'case-locked' });
  const redeemed = redeemTickets(name, input, takeTicket);
  return redeemed.ok ? open.command(name, redeemed.value) : redeemed;
}

async function query(name: unknown, input: unknown, { line }: BehindTheGate): Promise<Reply<unknown>> {
  if (!isName<QueryName>(name, queries)) return refused({ kind: 'invalid-input', where: 'query', reason: 'a query of the contract' });
  return line()?.query(name, input) ?? refused({ kind: 'case-locked' });
}

function isName<N extends string>(name: unknown, known: object): name is N {
  return typeof name === 'string' && Object.hasOwn(known, name);
}

async function withAsk<R extends { readonly ask: string }>(request: unknown, answer: (request: R) => Promise<unknown>): Promise<unknown> {
  if (typeof request !== 'object' || request === null || !('ask' in request) || typeof request.ask !== 'string') throw new Error('refused');
  return answer(request as R); // each answer checks the fields it uses
}
