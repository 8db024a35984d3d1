import type { JobPhase } from '#shared/domain/case/change.ts';
import { store, useStore } from './store.ts';

/** What came of a job, in a line; `open` shows it. */
export type JobResult = { readonly text: string; readonly open?: () => void };

export type Job = {
  readonly id: string;
  /** What it does, in words for the tray. */
  readonly title: string;
  readonly phase: JobPhase | null;
  readonly done: number;
  readonly total: number;
  readonly state: 'running' | 'done' | 'failed' | 'cancelled';
  /** What came of it, line by line. */
  readonly results: readonly (string | JobResult)[];
};

export const jobs = store<readonly Job[]>([]);
const keptEnded = 20;

/** A new job for the tray; its id goes into the command as `jobId`. */
function startJob(title: string): string {
  const id = crypto.randomUUID();
  addJob(id, title);
  return id;
}

function addJob(id: string, title: string): void {
  const ended = jobs.get().filter((job) => job.state !== 'running' && job.id !== id);
  const running = jobs.get().filter((job) => job.state === 'running');
  jobs.set([...ended.slice(-keptEnded), ...running, { id, title, phase: null, done: 0, total: 0, state: 'running', results: [] }]);
}

/** A job that the case process began by itself, each time anew under one name. */
export function showOwnJob(id: string, title: string): void {
  if (jobs.get().some((job) => job.id === id && job.state === 'running')) return;
  addJob(id, title);
}

export function updateJob(id: string, change: Partial<Omit<Job, 'id'>>): void {
  jobs.set(jobs.get().map((job) => (job.id === id ? { ...job, ...change } : job)));
}

/** Runs `work` as a job of the tray and ends the job by its reply, also when no event said so. */
export async function runJob<R extends { readonly ok: boolean }>(title: string, work: (jobId: string) => Promise<R>): Promise<R> {
  const id = startJob(title);
  try {
    const reply = await work(id);
    if (jobs.get().find((job) => job.id === id)?.state === 'running') updateJob(id, { state: reply.ok ? 'done' : 'failed' });
    return reply;
  } catch (bug) {
    updateJob(id, { state: 'failed' });
    throw bug;
  }
}

export function clearEndedJobs(): void {
  jobs.set(jobs.get().filter((job) => job.state === 'running'));
}

export function useJobs(): readonly Job[] {
  return useStore(jobs);
}
