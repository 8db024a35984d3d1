import { type ChunkOpener, chunkBytes, headBytes, sealedChunkBytes, startOpening } from '#main/crypto/cobblestone.ts';
import { startSha256 } from '#main/crypto/digests.ts';
import type { Progress } from '#main/usecases/ports.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import {
  type BlobMeta,
  blobContext,
  blobFileBytes,
  blobIdOf,
  blobMetaBytes,
  blobPath,
  blobPlainBytes,
  chunkCount,
  chunkOffset,
  decodeBlobMeta,
} from './blob-layout.ts';
import type { CaseKeys } from './case-keys.ts';
import type { FileSystem, OpenFile } from './file-system.ts';

/** Chunks read from the disk at once: about 1 MiB. */
const batchChunks = 64;

/** An open blob. `read` answers `null` for damage. */
export type BlobReader = { readonly meta: BlobMeta; readonly read: (offset: number, length: number) => Buffer | null; readonly close: () => void };

/** `null` when the file is damaged, cut or extended. Throws disk errors, `ENOENT` among them. */
export function openBlob(files: FileSystem, keys: CaseKeys, blob: BlobId, path = blobPath(blob)): BlobReader | null {
  const file = files.open(path, 'read');
  const reader = readerOf(file, keys, blob);
  if (!reader) file.close();
  return reader;
}

function readerOf(file: OpenFile, keys: CaseKeys, blob: BlobId): BlobReader | null {
  const opener = startOpening(keys.blob, blobContext(keys, blob), file.read(0, headBytes));
  if (!opener) return null;
  const meta = decodeBlobMeta(readPlain(file, opener, 0, blobMetaBytes, file.size()) ?? Buffer.alloc(0));
  if (!meta || blobFileBytes(meta.bytes) !== file.size()) return null;
  const fileBytes = file.size();
  return {
    meta,
    read: (offset, length) => {
      const from = Math.min(Math.max(offset, 0), meta.bytes);
      const wanted = Math.min(length, meta.bytes - from);
      return wanted <= 0 ? Buffer.alloc(0) : readPlain(file, opener, blobMetaBytes + from, wanted, fileBytes);
    },
    close: file.close,
  };
}

/** Only the chunks that hold the range are read and opened. */
function readPlain(file: OpenFile, opener: ChunkOpener, from: number, length: number, fileBytes: number): Buffer | null {
  const first = Math.floor(from / chunkBytes);
  const last = Math.floor((from + length - 1) / chunkBytes);
  const out = Buffer.allocUnsafe(length);
  let filled = 0;
  for (let batch = first; batch <= last; batch += batchChunks) {
    const until = Math.min(batch + batchChunks - 1, last);
    const raw = file.read(chunkOffset(batch), Math.min(chunkOffset(until + 1), fileBytes) - chunkOffset(batch));
    for (let index = batch; index <= until; index += 1) {
      const at = (index - batch) * sealedChunkBytes;
      const plain = opener.openChunk(index, raw.subarray(at, at + sealedChunkBytes));
      if (!plain) return null;
      const skip = Math.max(from - index * chunkBytes, 0);
      filled += plain.copy(out, filled, skip, Math.min(plain.length, from + length - index * chunkBytes));
    }
  }
  return filled === length ? out : null;
}

/**
 * Reads a blob from end to end: every chunk authentic, the padding zero, the content's SHA-256 the one noted and the one its
 * name stands for. Lets other work run between pieces. Throws disk errors.
 */
export async function checkBlob(
  files: FileSystem,
  keys: CaseKeys,
  blob: BlobId,
  path: string,
  report: Progress,
): Promise<{ readonly state: 'whole'; readonly meta: BlobMeta } | { readonly state: 'damaged' | 'cancelled' }> {
  const file = files.open(path, 'read');
  try {
    const opener = startOpening(keys.blob, blobContext(keys, blob), file.read(0, headBytes));
    const reader = readerOf(file, keys, blob);
    if (!opener || !reader) return { state: 'damaged' };
    const plainBytes = blobPlainBytes(reader.meta.bytes);
    const contentEnd = blobMetaBytes + reader.meta.bytes;
    const hash = startSha256();
    for (let batch = 0; batch < chunkCount(plainBytes); batch += batchChunks) {
      if (report.cancelled()) return { state: 'cancelled' };
      report.step('verifying', Math.min(batch * chunkBytes, reader.meta.bytes), reader.meta.bytes);
      const raw = file.read(chunkOffset(batch), batchChunks * sealedChunkBytes);
      for (let at = 0, index = batch; at < raw.length; at += sealedChunkBytes, index += 1) {
        const plain = opener.openChunk(index, raw.subarray(at, at + sealedChunkBytes));
        if (!plain) return { state: 'damaged' };
        const start = index * chunkBytes;
        hash.update(plain.subarray(Math.min(Math.max(blobMetaBytes - start, 0), plain.length), Math.max(Math.min(plain.length, contentEnd - start), 0)));
        if (plain.subarray(Math.max(Math.min(plain.length, contentEnd - start), 0)).some((byte) => byte !== 0)) return { state: 'damaged' };
      }
      await new Promise((resolve) => setImmediate(resolve));
    }
    const digest = hash.finish();
    return digest.hex === reader.meta.sha256 && blobIdOf(keys, digest.bytes) === blob ? { state: 'whole', meta: reader.meta } : { state: 'damaged' };
  } finally {
    file.close();
  }
}
