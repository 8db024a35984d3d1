import { type ChunkSealer, chunkBytes, sealedChunkBytes, startSealing } from '#main/crypto/cobblestone.ts';
import { startSha256 } from '#main/crypto/digests.ts';
import { type Piece, type PieceExtent, pieceBytes, pieceChunks, type SealingLine, startSealingLine } from '#main/crypto/sealing-line.ts';
import type { BlobContent, StoredBlob } from '#main/usecases/ports/blobs.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { Sha256Hex } from '#shared/kernel/units.ts';
import { blobContext, blobFileBytes, blobIdOf, blobMetaBytes, blobPlainBytes, chunkOffset, encodeBlobMeta } from './blob-layout.ts';
import { extentOf, isThreadWorth, sealedBytesOf, sealedChunkAt } from './blob-pieces.ts';
import type { CaseKeys } from './case-keys.ts';
import { type OpenFile, roomFor } from './file-system.ts';
import { changed, piecesOf } from './source-pieces.ts';

/** What was written reads back as something else: the disk or the memory of this computer cannot be trusted. */
export class ReadBackDiffers extends Error {}

/** Pieces after which what is written is begun to be brought to the medium, so that the sync at the end has less to do. */
const writeBackEach = 32;

/** Seals a content into a file that is still empty, and reads back every piece of it. Nothing is synced yet. */
export async function sealInto(file: OpenFile, keys: CaseKeys, content: BlobContent, at: string, report: Progress): Promise<StoredBlob> {
  const sealer = startSealing(keys.blob, blobContext(keys));
  const readBack = roomFor(Math.min(blobFileBytes(content.bytes), pieceChunks * sealedChunkBytes));
  const put = (bytes: Uint8Array, offset: number) => {
    file.write(bytes, offset);
    if (!file.read(offset, bytes.length, readBack).equals(bytes)) throw new ReadBackDiffers();
  };
  let flushing: Promise<void> = Promise.resolve();
  let flushFailed: unknown = null;
  const take = ({ number, sealed }: Piece, extent: PieceExtent) => {
    const from = sealedChunkAt(extent.skip);
    if (sealedBytesOf(extent) > from) put(sealed.subarray(from, sealedBytesOf(extent)), chunkOffset(number * pieceChunks + extent.skip));
    if (number % writeBackEach === writeBackEach - 1)
      flushing = flushing
        .then(() => file.writeBack())
        .catch((error: unknown) => {
          flushFailed ??= error;
        });
  };
  const flushed = async () => {
    await flushing;
    if (flushFailed) throw flushFailed;
  };
  const line = isThreadWorth(content.bytes) ? startSealingLine('seal', sealer.chunkKeys, take) : lineHere(sealer, content.bytes, take);
  try {
    const { firstChunk, digest } = await fillPieces(line, content, report);
    const stored: StoredBlob = { blob: blobIdOf(keys, digest), bytes: content.bytes, sha256: digest.toString('hex') as Sha256Hex };
    encodeBlobMeta({ v: 1, name: content.name, mime: content.mime, bytes: stored.bytes, sha256: stored.sha256, at }).copy(firstChunk);
    put(Buffer.concat([sealer.head, sealer.sealChunk(0, firstChunk)]), 0);
    await flushed();
    return stored;
  } finally {
    await line.end();
    // The file may not be closed under a sync at work.
    await flushing;
  }
}

/** Content and padding as pieces of plaintext. The first chunk, where the meta will be, is handed back and not sealed yet. */
async function fillPieces(line: SealingLine, content: BlobContent, report: Progress): Promise<{ readonly firstChunk: Buffer; readonly digest: Buffer }> {
  const plainBytes = blobPlainBytes(content.bytes);
  const firstChunk = Buffer.alloc(Math.min(chunkBytes, plainBytes));
  let piece = await line.next();
  let filled = blobMetaBytes;
  const submit = () => {
    if (piece.number === 0) piece.plain.copy(firstChunk, blobMetaBytes, blobMetaBytes);
    line.submit(piece, { ...extentOf(piece.number, content.bytes), skip: piece.number === 0 ? 1 : 0 });
  };
  /** Room for at least one more byte. */
  const room = async (): Promise<Buffer> => {
    if (filled === pieceBytes) {
      submit();
      piece = await line.next();
      filled = 0;
    }
    return piece.plain.subarray(filled, pieceBytes);
  };
  let read = 0;
  let free = await room();
  for await (const bytes of piecesOf(content, report, () => free)) {
    read += bytes.length;
    if (read > content.bytes) throw changed();
    const isInPlace = bytes.buffer === free.buffer && bytes.byteOffset === free.byteOffset;
    if (isInPlace) filled += bytes.length;
    for (let from = isInPlace ? bytes.length : 0; from < bytes.length; ) {
      const space = await room();
      const taken = Math.min(space.length, bytes.length - from);
      space.set(bytes.subarray(from, from + taken));
      filled += taken;
      from += taken;
    }
    report.step('sealing', read, content.bytes);
    free = await room();
  }
  if (read !== content.bytes) throw changed();
  for (let left = plainBytes - blobMetaBytes - read; left > 0; ) {
    const space = await room();
    const taken = Math.min(space.length, left);
    space.fill(0, 0, taken);
    filled += taken;
    left -= taken;
  }
  // A message that ends with a full piece has one more, of one empty chunk.
  await room();
  submit();
  const digest = await line.finish();
  if (!digest) throw new Error('sealing gave no digest');
  return { firstChunk, digest };
}

/** The line for small content: the same work in this thread. */
function lineHere(sealer: ChunkSealer, contentBytes: number, take: (piece: Piece, extent: PieceExtent) => void): SealingLine {
  const hash = startSha256();
  const most = Math.min(pieceBytes, blobPlainBytes(contentBytes));
  const plain = Buffer.allocUnsafe(Math.min(most + chunkBytes, pieceBytes));
  const sealed = Buffer.allocUnsafe(sealedBytesOf({ bytes: plain.length, last: true, skip: 0, from: 0, to: 0 }));
  let number = 0;
  return {
    next: async () => ({ number, plain, sealed }),
    submit: (piece, extent) => {
      hash.update(plain.subarray(extent.from, extent.to));
      const chunks = Math.floor(extent.bytes / chunkBytes) + (extent.last ? 1 : 0);
      for (let index = extent.skip; index < chunks; index += 1)
        sealer.sealChunkInto(
          piece.number * pieceChunks + index,
          plain.subarray(index * chunkBytes, Math.min((index + 1) * chunkBytes, extent.bytes)),
          sealed,
          sealedChunkAt(index),
        );
      take(piece, extent);
      number += 1;
    },
    finish: async () => hash.finish().bytes,
    end: async () => undefined,
  };
}
