import { type CaseHost, openCaseHost } from '#main/caseprocess/case-host.ts';
import type { CaseSecret } from '#main/casestore/case-secret.ts';
import type { CaseEvent } from '#shared/domain/case/change.ts';
import { type Reply, refused } from '#shared/kernel/reply.ts';
import { findingSentence } from '#shared/wording/english/finding-terms.ts';
import type { Given, Printed } from './command.ts';
import { forget, readWayIn } from './secrets.ts';
import type { World } from './world.ts';

/** Name of the one job a run of the command line has at a time. */
export const jobId = 'command-line';

type Work = (host: CaseHost) => Promise<Reply<Printed>>;

/** Opens the case the first operand names, works on it and closes it, whatever happens in between. `read` leaves no trace and needs no lock. */
export function withCase(given: Given, world: World, mode: 'write' | 'read', work: Work): Promise<Reply<Printed>> {
  return withOpenCase(given, world, mode, (host) => {
    for (const { severity, code, subject } of host.openingFindings) if (severity !== 'info') world.say(`${severity}: ${findingSentence(code)} (${subject})\n`);
    return work(host);
  });
}

/** {@link withCase} for who tells what opening noticed itself. */
export function withOpenCase(given: Given, world: World, mode: 'write' | 'read', work: Work): Promise<Reply<Printed>> {
  return withOpenedBy(given, world, mode, work);
}

/** {@link withOpenCase} for who also wants to know by what the case was opened; the secret is wiped afterwards. */
export async function withOpenedBy(
  given: Given,
  world: World,
  mode: 'write' | 'read',
  work: (host: CaseHost, secret: CaseSecret) => Promise<Reply<Printed>>,
): Promise<Reply<Printed>> {
  const secret = await readWayIn(given, world);
  const entered = world.enter();
  try {
    const opened = await openCaseHost(given.operand(0), secret, entered.around, mode, mode === 'read' ? given.option('branch') : undefined);
    return opened.ok ? await workAndClose(opened.value, world, (host) => work(host, secret)) : opened;
  } finally {
    forget(secret);
    await entered.leave();
  }
}

/** Works on an open case; Ctrl-C cancels its job, and the case is closed before anything is answered. */
export async function workAndClose(host: CaseHost, world: World, work: Work): Promise<Reply<Printed>> {
  let interrupted = false;
  const hear = world.onInterrupt(() => {
    interrupted = true;
    void host.command('jobs/cancel', { jobId });
  });
  const mute = host.onEvent((event) => {
    // A job that starts after Ctrl-C stops at its first step.
    if (interrupted) void host.command('jobs/cancel', { jobId });
    else showProgress(event, world);
  });
  try {
    // Pressed while the key was derived: there is nothing to undo yet.
    return interrupted ? refused({ kind: 'cancelled' }) : await work(host);
  } finally {
    hear();
    mute();
    world.sayProgress?.('');
    await host.close();
  }
}

const phaseWords = {
  reading: 'Reading',
  hashing: 'Hashing',
  parsing: 'Examining',
  sealing: 'Sealing',
  composing: 'Composing',
  writing: 'Writing',
  verifying: 'Verifying',
} as const;

function showProgress(event: CaseEvent, world: World): void {
  if (event.type !== 'job' || event.state !== 'running' || event.total <= 0) return;
  world.sayProgress?.(`${phaseWords[event.phase]} ${Math.floor((event.done / event.total) * 100)} %`);
}
