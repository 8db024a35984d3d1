import type { BlobContent, PieceRoom } from '#main/usecases/ports/blobs.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { errorCode } from './file-system.ts';

/** What is to be taken in could not be read, or nobody wants it any more: no failure of the disk that is written to. */
export class SourceFailed extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super('the source could not be read');
    this.problem = problem;
  }
}

/** The content, with its own failures told apart from those of our disk. */
export async function* piecesOf(content: BlobContent, report: Progress, room: PieceRoom): AsyncIterable<Uint8Array> {
  const pieces = content.open(room)[Symbol.asyncIterator]();
  try {
    while (true) {
      if (report.cancelled()) throw new SourceFailed({ kind: 'cancelled' });
      const next = await nextPiece(pieces);
      if (next.done) return;
      yield next.value;
    }
  } finally {
    await pieces.return?.();
  }
}

async function nextPiece(pieces: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array>> {
  try {
    return await pieces.next();
  } catch (error) {
    const code = errorCode(error);
    if (code === undefined) throw error;
    if (code === 'FILE_CHANGED') throw changed(); // main/intake/opened-files.ts saw another file than it had opened
    const reason = code === 'ENOENT' ? 'missing' : code === 'EACCES' || code === 'EPERM' ? 'no-permission' : code === 'EISDIR' ? 'is-folder' : 'input-output';
    throw new SourceFailed({ kind: 'unreadable-file', item: 1, reason });
  }
}

/** The source is not what it was when it was opened. */
export function changed(): SourceFailed {
  return new SourceFailed({ kind: 'unreadable-file', item: 1, reason: 'changed-while-reading' });
}
