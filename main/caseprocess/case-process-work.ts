import { randomBytes } from '#main/crypto/random.ts';
import { type QuarantineClient, quarantineClient } from '#main/intake/quarantine-client.ts';
import type { FromCaseProcess, ToCaseProcess } from '#shared/contract/case-process.ts';
import type { CaseToDesk, DeskToCase } from '#shared/contract/desk-port.ts';
import type { KeysReply } from '#shared/contract/keys.ts';
import type { AnewRequest, UnlockProgress, UnlockReply, UnlockRequest } from '#shared/contract/unlock.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import { type CaseHost, createCaseHost, openCaseHost, recoverCaseHost } from './case-host.ts';
import { demonstrationHost } from './demo/demonstration-host.ts';
import { manageKeys } from './manage-keys.ts';
import { redeemTickets, type TakeTicket } from './redeem-tickets.ts';
import { realFacts, type Surroundings } from './surroundings.ts';
import { anewProgress, writeAnew } from './write-anew.ts';

/** How the work of a case process reaches the outside: the shell that started it, and the end of itself. */
export type CaseProcessWays = {
  readonly folder: string;
  readonly tool: string;
  readonly tellShell: (message: FromCaseProcess) => void;
  readonly reportBug: Surroundings['reportBug'];
  readonly leave: () => void;
  readonly kdf?: Surroundings['kdf'];
  readonly anchors?: Surroundings['anchors'];
};

export type CaseProcessWork = {
  readonly onShell: (message: Exclude<ToCaseProcess, { readonly to: 'start' | 'desk' | 'page' }>) => Promise<void>;
  /** Joins the desk, which is told of every event from now on; answers what to do with its messages. */
  readonly joinDesk: (tellDesk: (message: CaseToDesk) => void) => (message: DeskToCase) => Promise<void>;
  /** Hands over the port to a page of the quarantine, for the file of that call. */
  readonly joinPage: QuarantineClient['join'];
  /** One question of the unlock page at a time; wipes the passphrase it brought. */
  readonly onPage: (request: UnlockRequest, tellProgress?: (progress: UnlockProgress) => void) => Promise<UnlockReply>;
  /** Ends the work of an {@link AnewRequest} that is at it. */
  readonly cancel: () => void;
  /** One request of the keys page at a time ({@link manageKeys}); its port carries secrets, so it comes from the page to here directly. */
  readonly onKeys: (request: unknown) => Promise<KeysReply>;
};

/** What a case process does from its start to its end, apart from the ports of the engine it runs in. */
export function caseProcessWork(ways: CaseProcessWays): CaseProcessWork {
  let host: CaseHost | null = null;
  let tellDesk: (message: CaseToDesk) => void = () => undefined;
  const quarantine = quarantineClient({
    needPage: (call, patienceMs) => ways.tellShell({ from: 'need-page', call, patienceMs }),
    pageDone: (call) => ways.tellShell({ from: 'page-done', call }),
  });
  const tickets = ticketsBehindShell(ways.tellShell);
  const { kdf } = ways;
  const around: Surroundings = {
    facts: realFacts(ways.tool),
    quarantine,
    reportBug: ways.reportBug,
    anchors: ways.anchors,
    tendsIndex: true,
    ...(kdf ? { kdf } : {}),
  };
  let turn: Promise<unknown> = Promise.resolve();

  const hold = (opened: CaseHost, forDesk: boolean): void => {
    host = opened;
    opened.onEvent((event) => tellDesk({ tell: 'event', event }));
    ways.tellShell({ from: 'opened', forDesk });
  };

  let progress = anewProgress(() => undefined);

  const unlock = async (request: UnlockRequest, tellProgress: (progress: UnlockProgress) => void): Promise<UnlockReply> => {
    if (host !== null) return refused({ kind: 'invalid-input', where: 'request', reason: 'a case that is not open yet' });
    if (request.ask === 'repair' || request.ask === 'rekey') {
      progress = anewProgress(tellProgress);
      return writeAnew(ways.folder, request, tickets.take, around, progress);
    }
    if (request.ask === 'create') {
      const { title, purpose, analyst, passphrase } = request;
      const made = await createCaseHost(ways.folder, { title, purpose, handling: '', analyst, passphrase }, around);
      if (made.ok) hold(made.value.host, false);
      return made.ok ? { ok: true, recoveryWords: made.value.recoveryWords } : made;
    }
    const opened = request.ask === 'demonstrate' ? await demonstrationHost(ways.folder, around) : await openedBy(request);
    if (opened.ok) hold(opened.value, request.ask === 'open' && request.forDesk === true);
    return opened.ok ? { ok: true, recoveryWords: null } : opened;
  };
  const openedBy = (request: Exclude<UnlockRequest, AnewRequest | { readonly ask: 'create' | 'demonstrate' }>): Promise<Reply<CaseHost>> => {
    switch (request.ask) {
      case 'open':
        return openCaseHost(ways.folder, { passphrase: request.passphrase, keyFile: request.keyFile }, around, modeOf(request), request.branch);
      case 'open-with-recovery-code':
        return openCaseHost(ways.folder, { recoveryWords: request.words }, around, modeOf(request));
      case 'open-with-shares':
        return openCaseHost(ways.folder, { shares: request.shares }, around, modeOf(request));
      case 'recover':
        return recoverCaseHost(ways.folder, { recoveryWords: request.words }, request.newPassphrase, around, request.others);
      case 'recover-with-shares':
        return recoverCaseHost(ways.folder, { shares: request.shares }, request.newPassphrase, around, request.others);
    }
  };

  const inTurn = <R>(work: () => Promise<R>) => {
    const reply = turn.then(work).catch((cause: unknown) => {
      const reference = randomBytes(6).toString('hex');
      ways.reportBug({ reference, name: cause instanceof Error ? cause.constructor.name : typeof cause, frames: [] });
      return refused({ kind: 'internal', reference });
    });
    turn = reply;
    return reply;
  };
  const onPage: CaseProcessWork['onPage'] = (request, tellProgress = () => undefined) =>
    inTurn(() => unlock(request, tellProgress)).finally(() => wipe(request));
  const onKeys: CaseProcessWork['onKeys'] = (request) => inTurn(async () => (host ? manageKeys(host.keys, request) : refused({ kind: 'case-locked' })));

  const onShell: CaseProcessWork['onShell'] = async (message) => {
    switch (message.to) {
      case 'read':
        return answer(message.call, host?.readForViewer(message.evidenceId, message.part, message.offset, message.length));
      case 'page-over':
        return quarantine.over(message.call, message.reason);
      case 'file':
        return tickets.answered(message.call, message.path);
      case 'close':
        await turn;
        await host?.close();
        return ways.leave();
    }
  };
  const answer = async (call: number, reply: Promise<Reply<unknown>> | undefined): Promise<void> => {
    ways.tellShell({ from: 'answer', call, reply: (await reply) ?? refused({ kind: 'case-locked' }) });
  };
  const joinDesk: CaseProcessWork['joinDesk'] = (tell) => {
    tellDesk = tell;
    return async ({ ask, call, name, input }) => {
      // What comes over this port is a page's: a file is named by a ticket, never by a path.
      const redeemed = await redeemTickets(name, input, tickets.take);
      const reply = redeemed.ok ? await host?.dispatch(ask, name, redeemed.value) : redeemed;
      tell({ tell: 'answer', call, reply: reply ?? refused({ kind: 'case-locked' }) });
    };
  };
  return { onShell, onPage, onKeys, cancel: () => progress.cancel(), joinDesk, joinPage: quarantine.join };
}

/** Paths stay with the shell until the desk's ticket for one is used here. */
function ticketsBehindShell(tellShell: (message: FromCaseProcess) => void): {
  readonly take: TakeTicket;
  readonly answered: (call: number, path: string | null) => void;
} {
  const { ask, answered } = questions<string | null>();
  return { take: (ticket) => ask((call) => tellShell({ from: 'ticket', call, ticket })), answered };
}

/** Questions to the shell by number, each with the answer that bears it. */
function questions<A>(): { readonly ask: (send: (call: number) => void) => Promise<A>; readonly answered: (call: number, answer: A) => void } {
  const open = new Map<number, (answer: A) => void>();
  let calls = 0;
  return {
    ask: (send) =>
      new Promise((resolve) => {
        calls += 1;
        open.set(calls, resolve);
        send(calls);
      }),
    answered: (call, answer) => {
      open.get(call)?.(answer);
      open.delete(call);
    },
  };
}

const modeOf = ({ readOnly, branch }: { readonly readOnly?: boolean; readonly branch?: string }) =>
  readOnly === true || branch !== undefined ? 'read' : 'write';

function wipe(request: UnlockRequest): void {
  if ('passphrase' in request) request.passphrase.fill(0);
  if ('keyFile' in request) request.keyFile?.fill(0);
  if ('newPassphrase' in request) request.newPassphrase.fill(0);
  if ('secret' in request && request.secret.by === 'passphrase') for (const bytes of [request.secret.passphrase, request.secret.keyFile]) bytes?.fill(0);
}
