import type { Problem } from '#shared/kernel/problem.ts';

const reasons: { readonly [code: string]: Extract<Problem, { readonly kind: 'write-failed' }>['reason'] } = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'no-permission',
  EPERM: 'no-permission',
  EFBIG: 'too-large',
  ENOENT: 'no-such-folder',
  ENOTDIR: 'no-such-folder',
};

/** What the operating system's refusal to write means for the reader; null when `cause` is no such refusal but a bug. */
export function diskProblem(cause: unknown): Problem | null {
  if (!(cause instanceof Error) || !('syscall' in cause) || !('code' in cause)) return null;
  return { kind: 'write-failed', reason: reasons[String(cause.code)] ?? 'input-output' };
}
