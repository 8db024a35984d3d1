import type { Problem } from '#shared/kernel/problem.ts';
import { errorCode } from './file-system.ts';

type WriteReason = Extract<Problem, { readonly kind: 'write-failed' }>['reason'];

const reasons: { readonly [code: string]: WriteReason } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EFBIG: 'too-large',
};

/** Whether the error came from the disk and not from a bug of ours. */
export function isDiskError(error: unknown): boolean {
  return errorCode(error) !== undefined && error instanceof Error && 'syscall' in error;
}

/** Why a write failed, for the reader. Anything that is not the disk's doing is thrown on. */
export function writeProblem(error: unknown): Problem {
  if (!isDiskError(error)) throw error;
  return { kind: 'write-failed', reason: reasons[errorCode(error) ?? ''] ?? 'input-output' };
}

/** Whether trying again later can help without reopening: space can be freed, a failing medium cannot be trusted. */
export function mayPass(problem: Problem): boolean {
  return problem.kind === 'write-failed' && (problem.reason === 'disk-full' || problem.reason === 'too-large');
}
