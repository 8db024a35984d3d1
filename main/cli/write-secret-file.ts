import { mkdirSync, writeFileSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { UsageError } from './command.ts';

/** A new file readable for its owner only. Never over another file. */
export function writeSecretFile(path: string, content: string | Uint8Array): Reply<string> {
  try {
    writeFileSync(path, content, { flag: 'wx', mode: 0o600, flush: true });
    return done(path);
  } catch (error) {
    return refused(problemOf(error));
  }
}

/** The folder that secrets are to go into: made where it does not exist yet. Asked for before the secrets are made. */
export function folderForSecrets(path: string): Reply<string> {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
    return done(path);
  } catch (error) {
    return refused(problemOf(error));
  }
}

/** A secret in clear beside what it opens is none: `--option` must name a place outside the case folder. Throws {@link UsageError}. */
export function outsideCase(caseFolder: string, path: string, option: string): string {
  const way = relative(resolve(caseFolder), resolve(path));
  const leadsOut = way === '..' || way.startsWith('../') || way.startsWith('..\\') || isAbsolute(way);
  if (!leadsOut) throw new UsageError(`--${option}: a place outside the case folder`);
  return path;
}

function problemOf(error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EEXIST' || code === 'ENOTDIR') return { kind: 'invalid-input', where: '--out', reason: 'a name that is not taken' };
  if (code === 'ENOENT') return { kind: 'write-failed', reason: 'no-such-folder' };
  if (code === 'ENOSPC' || code === 'EDQUOT') return { kind: 'write-failed', reason: 'disk-full' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'write-failed', reason: 'no-permission' };
  if (code === 'EROFS') return { kind: 'write-failed', reason: 'read-only' };
  if (code === undefined) throw error;
  return { kind: 'write-failed', reason: 'input-output' };
}
