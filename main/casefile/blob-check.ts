import { chunkBytes, sealedChunkBytes } from '#main/crypto/cobblestone.ts';
import { startSha256 } from '#main/crypto/digests.ts';
import { type PieceExtent, pieceBytes, pieceChunks, startSealingLine } from '#main/crypto/sealing-line.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type BlobMeta, blobPlainBytes, chunkOffset } from './blob-layout.ts';
import { extentOf, isThreadWorth, sealedBytesOf } from './blob-pieces.ts';
import { readerOf } from './blob-reader.ts';
import type { CaseKeys } from './case-keys.ts';
import type { FileSystem, OpenFile } from './file-system.ts';

export type BlobCheck = { readonly state: 'whole'; readonly meta: BlobMeta } | { readonly state: 'damaged' | 'cancelled' };
type OpenBlobFile = NonNullable<ReturnType<typeof readerOf>>;

/**
 * Reads a blob from end to end: every chunk authentic, the padding zero, the content's SHA-256 the one noted and so the one its
 * name stands for. Lets other work run between pieces. Throws disk errors.
 */
export async function checkBlob(files: FileSystem, keys: CaseKeys, blob: BlobId, path: string, report: Progress): Promise<BlobCheck> {
  const file = files.open(path, 'read');
  try {
    const reader = readerOf(file, keys, blob);
    if (!reader) return { state: 'damaged' };
    const digest = isThreadWorth(reader.meta.bytes) ? await digestInThreads(file, reader, report) : await digestHere(file, reader, report);
    if (digest === 'cancelled') return { state: 'cancelled' };
    return digest?.toString('hex') === reader.meta.sha256 ? { state: 'whole', meta: reader.meta } : { state: 'damaged' };
  } finally {
    file.close();
  }
}

async function digestHere(file: OpenFile, { meta, opener }: OpenBlobFile, report: Progress): Promise<Buffer | null | 'cancelled'> {
  const plainBytes = blobPlainBytes(meta.bytes);
  const hash = startSha256();
  const plain = Buffer.alloc(Math.min(pieceBytes, plainBytes));
  for (let number = 0; number * pieceBytes <= plainBytes; number += 1) {
    if (report.cancelled()) return 'cancelled';
    report.step('verifying', Math.min(number * pieceBytes, meta.bytes), meta.bytes);
    const extent = extentOf(number, meta.bytes);
    const raw = file.read(chunkOffset(number * pieceChunks), sealedBytesOf(extent));
    for (let at = 0, index = 0; at < raw.length; at += sealedChunkBytes, index += 1) {
      const opened = opener.openChunk(number * pieceChunks + index, raw.subarray(at, at + sealedChunkBytes));
      if (!opened) return null;
      opened.copy(plain, index * chunkBytes);
    }
    hash.update(plain.subarray(extent.from, extent.to));
    if (!isPaddingZero(plain, extent)) return null;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return hash.finish().bytes;
}

async function digestInThreads(file: OpenFile, { meta, opener }: OpenBlobFile, report: Progress): Promise<Buffer | null | 'cancelled'> {
  const plainBytes = blobPlainBytes(meta.bytes);
  let clean = true;
  const line = startSealingLine('open', opener.chunkKeys, ({ plain }, extent) => {
    clean &&= isPaddingZero(plain, extent);
  });
  try {
    for (let number = 0; number * pieceBytes <= plainBytes; number += 1) {
      if (report.cancelled()) return 'cancelled';
      report.step('verifying', Math.min(number * pieceBytes, meta.bytes), meta.bytes);
      const piece = await line.next();
      const raw = file.read(chunkOffset(number * pieceChunks), pieceChunks * sealedChunkBytes, piece.sealed);
      if (raw.buffer !== piece.sealed.buffer) raw.copy(piece.sealed);
      line.submit(piece, extentOf(number, meta.bytes));
    }
    const digest = await line.finish();
    return clean ? digest : null;
  } finally {
    await line.end();
  }
}

const zeros = Buffer.alloc(pieceBytes);
/** What lies behind the content must be zero. */
function isPaddingZero(plain: Buffer, { bytes, to }: PieceExtent): boolean {
  return plain.compare(zeros, 0, bytes - to, to, bytes) === 0;
}
