import { done } from '#shared/kernel/reply.ts';
import type { CommandUse } from '../handler.ts';

/** Asks a running job to stop at its next piece. */
export const cancelJob: CommandUse<'jobs/cancel'> = async (desk, { jobId }) => done({ cancelled: desk.jobs.cancel(jobId) });
