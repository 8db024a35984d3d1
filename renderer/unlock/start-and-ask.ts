import type { UnlockReply, UnlockRequest } from '#shared/contract/unlock.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { bridge } from './bridge.ts';

/** A case folder for which a case process runs already: its ticket was used, further tries go to the same process. */
let startedFor: string | null = null;

/** Asks the case process of a folder, starting it first. The bytes of a passphrase in `request` are wiped afterwards. */
export async function startAndAsk(ticket: string, remember: boolean, request: UnlockRequest): Promise<UnlockReply> {
  if (startedFor !== ticket) {
    const started = await bridge().shell({ ask: 'start-case', ticket, remember });
    if (started.kind !== 'done') return refusedWith({ kind: 'not-found', what: 'folder', id: 'ticket' }, request);
    startedFor = ticket;
  }
  const reply = await bridge().ask(request);
  wipe(request);
  if (!reply.ok && reply.problem.kind === 'internal') startedFor = null; // the process has gone; the folder must be chosen again
  return reply;
}

/** Builds the demonstration case and opens it. */
export async function demonstrate(): Promise<UnlockReply> {
  startedFor = null;
  const started = await bridge().shell({ ask: 'start-demonstration' });
  const request = { ask: 'demonstrate' } as const;
  return started.kind === 'done' ? bridge().ask(request) : refusedWith({ kind: 'not-found', what: 'folder', id: 'ticket' }, request);
}

function refusedWith(problem: Problem, request: UnlockRequest): UnlockReply {
  wipe(request);
  return { ok: false, problem };
}

function wipe(request: UnlockRequest): void {
  if ('passphrase' in request) request.passphrase.fill(0);
  if ('keyFile' in request) request.keyFile?.fill(0);
  if ('newPassphrase' in request) request.newPassphrase.fill(0);
}
