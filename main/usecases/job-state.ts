import type { Reply } from '#shared/kernel/reply.ts';

/** How a job ended, by its reply. */
export function stateOf(reply: Reply<unknown>): 'done' | 'failed' | 'cancelled' {
  if (reply.ok) return 'done';
  return reply.problem.kind === 'cancelled' ? 'cancelled' : 'failed';
}
