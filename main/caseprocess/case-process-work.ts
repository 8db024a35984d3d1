import { randomBytes } from '#main/crypto/random.ts';
import type { QuarantinePort } from '#main/usecases/ports.ts';
import type { FromCaseProcess, ToCaseProcess } from '#shared/contract/case-process.ts';
import type { ExamineDraft } from '#shared/contract/quarantine.ts';
import type { UnlockReply, UnlockRequest } from '#shared/contract/unlock.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import { type CaseHost, createCaseHost, openCaseHost, recoverCaseHost } from './case-host.ts';
import { realFacts, type Surroundings } from './surroundings.ts';

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
  readonly onShell: (message: Exclude<ToCaseProcess, { readonly to: 'start' }>) => Promise<void>;
  /** One question of the unlock page at a time; wipes the passphrase it brought. */
  readonly onPage: (request: UnlockRequest) => Promise<UnlockReply>;
};

/** What a case process does from its start to its end, apart from the ports of the engine it runs in. */
export function caseProcessWork(ways: CaseProcessWays): CaseProcessWork {
  let host: CaseHost | null = null;
  const quarantine = quarantineBehindShell(ways.tellShell);
  const { kdf } = ways;
  const around: Surroundings = {
    facts: realFacts(ways.tool),
    quarantine: quarantine.port,
    reportBug: ways.reportBug,
    anchors: ways.anchors,
    ...(kdf ? { kdf } : {}),
  };
  let turn: Promise<unknown> = Promise.resolve();

  const enter = (opened: CaseHost): void => {
    host = opened;
    opened.onEvent((event) => ways.tellShell({ from: 'event', event }));
    ways.tellShell({ from: 'opened' });
  };

  const unlock = async (request: UnlockRequest): Promise<UnlockReply> => {
    if (host !== null) return refused({ kind: 'invalid-input', where: 'request', reason: 'a case that is not open yet' });
    if (request.ask === 'create') {
      const { title, purpose, analyst, passphrase } = request;
      const made = await createCaseHost(ways.folder, { title, purpose, handling: '', analyst, passphrase }, around);
      if (made.ok) enter(made.value.host);
      return made.ok ? { ok: true, recoveryWords: made.value.recoveryWords } : made;
    }
    const opened = await openedBy(request);
    if (opened.ok) enter(opened.value);
    return opened.ok ? { ok: true, recoveryWords: null } : opened;
  };
  const openedBy = (request: Exclude<UnlockRequest, { readonly ask: 'create' }>): Promise<Reply<CaseHost>> => {
    switch (request.ask) {
      case 'open':
        return openCaseHost(ways.folder, { passphrase: request.passphrase }, around);
      case 'open-with-recovery-code':
        return openCaseHost(ways.folder, { recoveryWords: request.words }, around);
      case 'recover':
        return recoverCaseHost(ways.folder, request.words, request.newPassphrase, around);
    }
  };

  const onPage = (request: UnlockRequest): Promise<UnlockReply> => {
    const reply = turn
      .then(() => unlock(request))
      .catch((cause: unknown): UnlockReply => {
        const reference = randomBytes(6).toString('hex');
        ways.reportBug({ reference, name: cause instanceof Error ? cause.constructor.name : typeof cause, frames: [] });
        return refused({ kind: 'internal', reference });
      })
      .finally(() => wipe(request));
    turn = reply;
    return reply;
  };

  const onShell: CaseProcessWork['onShell'] = async (message) => {
    switch (message.to) {
      case 'command':
      case 'query':
        return answer(message.call, host?.dispatch(message.to, message.name, message.input));
      case 'read':
        return answer(message.call, host?.readForViewer(message.evidenceId, message.part, message.offset, message.length));
      case 'examined':
        return quarantine.answered(message.call, message.reply);
      case 'close':
        await turn;
        await host?.close();
        return ways.leave();
    }
  };
  const answer = async (call: number, reply: Promise<Reply<unknown>> | undefined): Promise<void> => {
    ways.tellShell({ from: 'answer', call, reply: (await reply) ?? refused({ kind: 'case-locked' }) });
  };
  return { onShell, onPage };
}

/** The quarantine is a window, so the shell holds it: jobs go up numbered, drafts come down with the number. */
function quarantineBehindShell(tellShell: (message: FromCaseProcess) => void): {
  readonly port: QuarantinePort;
  readonly answered: (call: number, reply: Reply<ExamineDraft>) => void;
} {
  const open = new Map<number, (reply: Reply<ExamineDraft>) => void>();
  let calls = 0;
  return {
    port: {
      examine: (job) =>
        new Promise((resolve) => {
          calls += 1;
          open.set(calls, resolve);
          tellShell({ from: 'examine', call: calls, job });
        }),
    },
    answered: (call, reply) => {
      open.get(call)?.(reply);
      open.delete(call);
    },
  };
}

function wipe(request: UnlockRequest): void {
  if ('passphrase' in request) request.passphrase.fill(0);
  if ('newPassphrase' in request) request.newPassphrase.fill(0);
}
