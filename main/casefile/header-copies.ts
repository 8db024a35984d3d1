import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { errorCode, type FileSystem, readWhole } from './file-system.ts';
import { type DecodedHeader, decodeHeader, formatMajor, type Header } from './header.ts';

/** The two copies of the header. They are the only files of a case that are ever rewritten in place, one after the other. */
export const headerNames = ['case.a', 'case.b'] as const;
export type HeaderName = (typeof headerNames)[number];

export type WholeHeader = { readonly name: HeaderName; readonly header: Header; readonly bytes: Buffer };
/** Whole copies, newest first; `unequal` when the copies are not two equal ones, so that the lesser must be rewritten. */
export type HeaderCopies = { readonly whole: readonly [WholeHeader, ...WholeHeader[]]; readonly unequal: boolean; readonly findings: readonly CaseFinding[] };

/** Reads both copies. Refuses with `not-a-case`, `newer-format`, `unreadable-file` or `case-damaged` (header); needs no key. */
export function readHeaderCopies(files: FileSystem): Reply<HeaderCopies> {
  const decoded: { readonly name: HeaderName; readonly copy: DecodedHeader | { readonly state: 'missing' } }[] = [];
  for (const name of headerNames) {
    try {
      decoded.push({ name, copy: decodeHeader(readWhole(files, name)) });
    } catch (error) {
      const problem = readProblem(error);
      if (problem) return refused(problem);
      decoded.push({ name, copy: { state: 'missing' } });
    }
  }
  const newer = decoded.map(({ copy }) => (copy.state === 'newer' ? copy.major : 0));
  if (Math.max(...newer) > 0) return refused({ kind: 'newer-format', found: Math.max(...newer), known: formatMajor });
  const [first, ...rest] = decoded
    .flatMap(({ name, copy }): readonly WholeHeader[] => (copy.state === 'whole' ? [{ name, header: copy.header, bytes: copy.bytes }] : []))
    .sort((a, b) => b.header.generation - a.header.generation);
  if (!first)
    return refused(
      decoded.some(({ copy }) => copy.state === 'damaged') || looksLikeCase(files) ? { kind: 'case-damaged', part: 'header' } : { kind: 'not-a-case' },
    );
  const unequal = rest.length === 0 || rest.some(({ bytes }) => !bytes.equals(first.bytes));
  const findings = decoded
    .filter(({ copy }) => copy.state !== 'whole')
    .map(({ name }): CaseFinding => ({ severity: 'warning', code: 'header-copy-damaged', subject: name }));
  return done({ whole: [first, ...rest], unequal, findings });
}

/**
 * Writes `bytes` over both copies: first over the one that is not `newest`, so that a whole copy exists at every moment.
 * Throws disk errors.
 */
export function writeHeaderCopies(files: FileSystem, bytes: Buffer, newest: HeaderName): void {
  for (const name of [newest === 'case.a' ? 'case.b' : 'case.a', newest] as const) writeHeaderCopy(files, name, bytes);
}

export function writeHeaderCopy(files: FileSystem, name: HeaderName, bytes: Buffer): void {
  const isNew = !files.list('.').includes(name);
  const file = isNew ? files.create(name) : files.open(name, 'write');
  try {
    file.write(bytes, 0);
    file.sync();
  } finally {
    file.close();
  }
  if (isNew) files.syncFolder('.');
}

/** A folder that lost both copies but still has the rest is damaged, not foreign. */
function looksLikeCase(files: FileSystem): boolean {
  return files.list('log').some((name) => name.endsWith('.seg')) || files.list('snap').length > 0;
}

function readProblem(error: unknown): Problem | null {
  const code = errorCode(error);
  if (code === 'ENOENT') return null;
  if (code === 'ENOTDIR' || code === 'EISDIR') return { kind: 'not-a-case' };
  if (code === 'EACCES' || code === 'EPERM') return { kind: 'unreadable-file', item: 1, reason: 'no-permission' };
  if (code === 'EIO') return { kind: 'unreadable-file', item: 1, reason: 'input-output' };
  throw error;
}
