import type { JobsPort } from '#main/usecases/ports/desk.ts';
import type { CaseEvent, JobPhase } from '#shared/domain/case/change.ts';

/** Between two reports of the same phase; a bar that moves more often is only work for the window. */
const quietMs = 50;

/** Long jobs by the caller's own name for them: progress goes out as events, cancel comes in by name. */
export function trackJobs(emit: (event: CaseEvent) => void, elapsedMs: () => number): JobsPort {
  const cancelled = new Map<string, boolean>();
  return {
    cancel: (jobId) => {
      const known = cancelled.has(jobId);
      if (known) cancelled.set(jobId, true);
      return known;
    },
    start: (jobId) => {
      cancelled.set(jobId, false);
      let lastPhase: JobPhase = 'reading';
      let last = { done: 0, total: 0 };
      let reportedAt = Number.NEGATIVE_INFINITY;
      return {
        cancelled: () => cancelled.get(jobId) ?? false,
        step: (phase, done, total) => {
          const due = phase !== lastPhase || elapsedMs() - reportedAt >= quietMs;
          lastPhase = phase;
          last = { done, total };
          if (!due) return;
          reportedAt = elapsedMs();
          emit({ type: 'job', jobId, phase, done, total, state: 'running' });
        },
        end: (state) => {
          cancelled.delete(jobId);
          emit({ type: 'job', jobId, phase: lastPhase, ...last, state });
        },
      };
    },
  };
}
