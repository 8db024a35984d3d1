import { chunkBytes, startSealing } from '#main/crypto/cobblestone.ts';
import { startSha256 } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import type { BlobContent, Progress, StoredBlob } from '#main/usecases/ports.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';
import { blobContext, blobFolder, blobIdOf, blobPath, blobPlainBytes, encodeBlobMeta } from './blob-layout.ts';
import { checkBlob } from './blob-reader.ts';
import type { CaseKeys } from './case-keys.ts';
import { errorCode, type FileSystem, type OpenFile, partSuffix } from './file-system.ts';
import { removeQuietly } from './snapshot.ts';
import { writeProblem } from './write-problem.ts';

/** Sealed chunks gathered before a write: about 1 MiB. */
const batchBytes = 1024 * 1024;

class SourceFailed extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super('the source could not be read');
    this.problem = problem;
  }
}

/**
 * Takes content into the case once. First pass: digest, which gives the name. Second pass: seal under a name that ends in
 * `.part` while digesting again (the file may have changed in between), sync, read everything back, and only then give it its
 * name and sync the folder. What a crash leaves behind ends in `.part` and is removed at the next opening. Content that is there
 * already is checked, not written again; a damaged copy is replaced.
 */
export async function writeBlob(files: FileSystem, keys: CaseKeys, content: BlobContent, at: string, report: Progress): Promise<Reply<StoredBlob>> {
  try {
    const digest = await digestOf(content, report);
    const blob = blobIdOf(keys, digest.bytes);
    const stored: StoredBlob = { blob, bytes: content.bytes, sha256: digest.hex };
    if (await isThere(files, keys, blob, report)) return done(stored);
    return await sealNew(files, keys, content, stored, at, report);
  } catch (error) {
    if (error instanceof SourceFailed) return refused(error.problem);
    return refused(writeProblem(error));
  }
}

async function digestOf(content: BlobContent, report: Progress): Promise<{ readonly bytes: Buffer; readonly hex: Sha256Hex }> {
  const hash = startSha256();
  let read = 0;
  for await (const piece of piecesOf(content, report)) {
    hash.update(piece);
    read += piece.length;
    report.step('hashing', read, content.bytes);
  }
  if (read !== content.bytes) throw changed();
  return hash.finish();
}

async function isThere(files: FileSystem, keys: CaseKeys, blob: BlobId, report: Progress): Promise<boolean> {
  if (!files.list(blobFolder(blob)).includes(blob)) return false;
  const check = await checkBlob(files, keys, blob, blobPath(blob), report);
  if (check.state === 'cancelled') throw new SourceFailed({ kind: 'cancelled' });
  return check.state === 'whole';
}

async function sealNew(files: FileSystem, keys: CaseKeys, content: BlobContent, stored: StoredBlob, at: string, report: Progress): Promise<Reply<StoredBlob>> {
  const part = `blob/${randomBytes(8).toString('hex')}${partSuffix}`;
  let named = false;
  try {
    const file = files.create(part);
    try {
      await sealInto(file, keys, content, stored, at, report);
      file.sync();
    } finally {
      file.close();
    }
    const check = await checkBlob(files, keys, stored.blob, part, report);
    if (check.state === 'cancelled') return refused({ kind: 'cancelled' });
    if (check.state === 'damaged') return refused({ kind: 'write-failed', reason: 'input-output' });
    const folderIsNew = files.list(blobFolder(stored.blob)).length === 0;
    files.createFolder(blobFolder(stored.blob));
    if (folderIsNew) files.syncFolder('blob');
    files.rename(part, blobPath(stored.blob));
    named = true;
    files.syncFolder(blobFolder(stored.blob));
    return done(stored);
  } finally {
    if (!named) removeQuietly(files, part);
  }
}

async function sealInto(file: OpenFile, keys: CaseKeys, content: BlobContent, stored: StoredBlob, at: string, report: Progress): Promise<void> {
  const sealer = startSealing(keys.blob, blobContext(keys, stored.blob));
  const hash = startSha256();
  const meta = encodeBlobMeta({ v: 1, name: content.name, mime: content.mime, bytes: stored.bytes, sha256: stored.sha256, at });
  let pending: Buffer[] = [sealer.head];
  let pendingBytes = sealer.head.length;
  let written = 0;
  const chunk = Buffer.alloc(chunkBytes);
  let filled = 0;
  let index = 0;
  const flush = () => {
    file.write(Buffer.concat(pending), written);
    written += pendingBytes;
    pending = [];
    pendingBytes = 0;
  };
  const sealChunk = (plain: Uint8Array) => {
    const sealed = sealer.sealChunk(index, plain);
    index += 1;
    pending.push(sealed);
    pendingBytes += sealed.length;
    if (pendingBytes >= batchBytes) flush();
  };
  const take = (bytes: Uint8Array) => {
    for (let from = 0; from < bytes.length; ) {
      const copied = Math.min(chunkBytes - filled, bytes.length - from);
      chunk.set(bytes.subarray(from, from + copied), filled);
      filled += copied;
      from += copied;
      if (filled === chunkBytes) {
        sealChunk(chunk);
        filled = 0;
      }
    }
  };
  take(meta);
  let read = 0;
  for await (const piece of piecesOf(content, report)) {
    hash.update(piece);
    read += piece.length;
    if (read > stored.bytes) throw changed();
    take(piece);
    report.step('sealing', read, content.bytes);
  }
  if (hash.finish().hex !== stored.sha256) throw changed();
  const zeros = Buffer.alloc(chunkBytes);
  for (let left = blobPlainBytes(stored.bytes) - meta.length - read; left > 0; left -= zeros.length) take(zeros.subarray(0, Math.min(left, zeros.length)));
  sealChunk(chunk.subarray(0, filled));
  flush();
}

/** The content, with its own failures told apart from those of our disk. */
async function* piecesOf(content: BlobContent, report: Progress): AsyncIterable<Uint8Array> {
  const pieces = content.open()[Symbol.asyncIterator]();
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

function changed(): SourceFailed {
  return new SourceFailed({ kind: 'unreadable-file', item: 1, reason: 'changed-while-reading' });
}
