import { type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { ShellAnswer, ShellRequest } from '#shared/contract/contract.ts';
import type { Page } from '#shared/contract/page-origins.ts';
import type { UnlockShellAnswer, UnlockShellRequest } from '#shared/contract/unlock.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import { channels } from './channels.ts';
import { isTrustedSender, type OpenPages } from './trusted-sender.ts';

export type BehindTheGate = {
  readonly openPages: OpenPages;
  /** Joins the desk and the open case by a channel that the shell does not read. */
  readonly joinDesk: () => void;
  readonly answerDesk: (request: ShellRequest) => Promise<Reply<ShellAnswer>>;
  readonly answerUnlock: (request: UnlockShellRequest) => Promise<UnlockShellAnswer>;
};

/** The only place that listens to pages. Every handler goes through {@link guarded}; a static test looks for others. */
export function openGate(behind: BehindTheGate): void {
  ipcMain.handle(
    channels.deskPort,
    guarded('desk', behind, async () => behind.joinDesk()),
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
function guarded(page: Page, { openPages }: BehindTheGate, handle: (request: unknown) => Promise<unknown>) {
  return async (event: IpcMainInvokeEvent, request: unknown): Promise<unknown> => {
    const frame = event.senderFrame === null ? null : { url: event.senderFrame.url, isTop: event.senderFrame.parent === null };
    if (!isTrustedSender({ contentsId: event.sender.id, frame }, page, openPages)) throw new Error('refused');
    try {
      return await handle(request);
    } catch {
      // The text of the error may hold what the page sent; the page learns only that there was one.
      return refused({ kind: 'internal', reference: `gate-${page}` });
    }
  };
}

async function withAsk<R extends { readonly ask: string }>(request: unknown, answer: (request: R) => Promise<unknown>): Promise<unknown> {
  if (typeof request !== 'object' || request === null || !('ask' in request) || typeof request.ask !== 'string') throw new Error('refused');
  return answer(request as R); // each answer checks the fields it uses
}
