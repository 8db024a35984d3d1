import { type ChunkOpener, chunkBytes, headBytes, sealedChunkBytes, startOpening } from '#main/crypto/cobblestone.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type BlobMeta, blobContext, blobFileBytes, blobMetaBytes, blobPath, chunkOffset, decodeBlobMeta, isNameOf } from './blob-layout.ts';
import type { CaseKeys } from './case-keys.ts';
import type { FileSystem, OpenFile } from './file-system.ts';

/** Chunks read from the disk at once: about 1 MiB. */
const batchChunks = 64;

/** An open blob. `read` answers `null` for damage. */
export type BlobReader = { readonly meta: BlobMeta; readonly read: (offset: number, length: number) => Buffer | null; readonly close: () => void };

/** `null` when the file is damaged, cut, extended or another's. Throws disk errors, `ENOENT` among them. */
export function openBlob(files: FileSystem, keys: CaseKeys, blob: BlobId, path = blobPath(blob)): BlobReader | null {
  const file = files.open(path, 'read');
  const reader = readerOf(file, keys, blob);
  if (!reader) file.close();
  return reader;
}

/** The reader with what opens its chunks. */
export function readerOf(file: OpenFile, keys: CaseKeys, blob: BlobId): (BlobReader & { readonly opener: ChunkOpener }) | null {
  const opener = startOpening(keys.blob, blobContext(keys), file.read(0, headBytes));
  if (!opener) return null;
  const meta = decodeBlobMeta(readPlain(file, opener, 0, blobMetaBytes, file.size()) ?? Buffer.alloc(0));
  if (!meta || !isNameOf(keys, blob, meta) || blobFileBytes(meta.bytes) !== file.size()) return null;
  const fileBytes = file.size();
  return {
    meta,
    opener,
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
