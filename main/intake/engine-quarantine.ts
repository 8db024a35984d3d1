import { type ChildProcess, spawn } from 'node:child_process';
import type { QuarantinePort } from '#main/usecases/ports/quarantine.ts';
import type { ExamineDraft, ExamineJob, QuarantineFailure } from '#shared/contract/quarantine.ts';
import { done, type Reply } from '#shared/kernel/reply.ts';
import { checkDraft, quarantineFailed } from './check-draft.ts';
import { quarantineHostArgument, type ToEngine } from './engine-messages.ts';
import { type Engine, findEngine } from './find-engine.ts';
import { encodeFrame, frameReader } from './frames.ts';
import { examinePatienceMs, startPatienceMs } from './limits.ts';

export type EngineQuarantine = QuarantinePort & {
  /** Ends the engine. To be called when the command ends; a command that is killed closes the pipe, which ends it too. */
  readonly end: () => Promise<void>;
};

/** Time for the way there and back, on top of the page's own. */
const graceMs = 10_000;

/**
 * The quarantine of the command line: the engine itself, started at the first file that needs it and ended with the command.
 * Files go over its standard input and never into arguments, environment, temporary files or logs.
 */
export function engineQuarantine(engine: Engine | null = findEngine(process.env)): EngineQuarantine {
  let running: Running | null = null;
  let unusable = engine === null;
  let last: Promise<unknown> = Promise.resolve();

  const examineNow = async (job: ExamineJob): Promise<Reply<ExamineDraft>> => {
    if (unusable || engine === null) return quarantineFailed('no-engine');
    if (running === null) {
      running = start(engine);
      if (!(await within(running.ready, startPatienceMs))) {
        // It could not even begin (no display, no sandbox, not executable): the next file would fare no better.
        unusable = true;
        await stop();
        return quarantineFailed('no-engine');
      }
    }
    const patience = startPatienceMs + examinePatienceMs(job.format, job.bytes.length) + graceMs;
    const answer = await within(running.ask({ examine: job }), patience);
    if (answer) return checkReply(answer.reply);
    const reason: QuarantineFailure = running.ended() ? 'crashed' : 'timeout';
    await stop();
    return quarantineFailed(reason);
  };
  const stop = async () => {
    const ending = running;
    running = null;
    await ending?.kill();
  };
  return {
    examine: (job) => {
      const turn = last.then(() => examineNow(job));
      last = turn.catch(() => undefined);
      return turn;
    },
    end: stop,
  };
}

/** The engine answers a reply of ours, but its page is not trusted and the pipe is a door: the draft is checked here again. */
function checkReply(reply: unknown): Reply<ExamineDraft> {
  if (typeof reply !== 'object' || reply === null || !('ok' in reply)) return quarantineFailed('crashed');
  if (reply.ok === true && 'value' in reply) {
    const draft = checkDraft(reply.value);
    return draft.ok ? done(draft.value) : draft;
  }
  const reason = 'problem' in reply && typeof reply.problem === 'object' && reply.problem !== null && 'reason' in reply.problem ? reply.problem.reason : null;
  return quarantineFailed(reason === 'timeout' || reason === 'no-engine' ? reason : 'crashed');
}

type Running = {
  /** False when the process ended instead. */
  readonly ready: Promise<boolean>;
  /** Null when the process ended instead. */
  readonly ask: (message: ToEngine) => Promise<{ readonly reply: unknown } | null>;
  readonly ended: () => boolean;
  readonly kill: () => Promise<void>;
};

function start({ executable, appFolder }: Engine): Running {
  const headless = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'] ? ['--ozone-platform=headless'] : [];
  const child = spawn(executable, [appFolder, quarantineHostArgument, ...headless], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: withoutSecrets(process.env),
    windowsHide: true,
  });
  const state = { ended: false, answer: (_message: { readonly reply: unknown } | null) => {}, ready: (_is: boolean) => {} };
  const ready = new Promise<boolean>((resolve) => {
    state.ready = resolve;
  });
  const gone = new Promise<void>((resolve) => {
    const end = () => {
      state.ended = true;
      state.ready(false);
      state.answer(null);
      resolve();
    };
    child.once('error', end); // not executable, or not there
    child.once('close', end);
  });
  readFrames(child, state);
  child.stdin.on('error', () => undefined); // the engine went away; its end is told by 'close'
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  void gone.then(() => process.off('exit', killWithUs));
  return {
    ready,
    ended: () => state.ended,
    ask: (message) =>
      new Promise((resolve) => {
        if (state.ended) return resolve(null);
        state.answer = resolve;
        for (const part of encodeFrame(message)) child.stdin.write(part);
      }),
    kill: async () => {
      child.stdin.end(); // the engine closes its windows and leaves
      const patience = setTimeout(() => child.kill('SIGKILL'), 2_000);
      await gone;
      clearTimeout(patience);
    },
  };
}

function readFrames(child: ChildProcess, state: { answer: (message: { reply: unknown } | null) => void; ready: (is: boolean) => void }): void {
  const read = frameReader();
  child.stdout?.on('data', (piece: Uint8Array) => {
    try {
      for (const message of read(piece)) {
        if (typeof message !== 'object' || message === null) continue;
        if ('ready' in message) state.ready(true);
        else if ('reply' in message) state.answer({ reply: message.reply });
      }
    } catch {
      child.kill('SIGKILL'); // it speaks something else
    }
  });
}

/** A browser needs no passphrase of ours; CORROBORATE_CHROMIUM says where the demonstration engine finds one. */
function withoutSecrets(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('CORROBORATE_') || name === 'CORROBORATE_CHROMIUM'));
}

/** The result, or null when it did not come in time. */
async function within<Result>(result: Promise<Result>, ms: number): Promise<Result | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), ms);
  });
  const first = await Promise.race([result, late]);
  clearTimeout(timer);
  return first;
}
