import { chunkBytes, sealedChunkBytes, tagBytes } from '#main/crypto/cobblestone.ts';
import { type PieceExtent, pieceBytes } from '#main/crypto/sealing-line.ts';
import { blobMetaBytes, blobPlainBytes } from './blob-layout.ts';

/** From this size on threads of their own pay for being started: about 30 ms. */
const threadsFrom = 32 * 1024 * 1024;
export function isThreadWorth(contentBytes: number): boolean {
  return contentBytes >= threadsFrom;
}

/** What piece `number` of a blob holds; the chunk with the meta is sealed last, by itself. */
export function extentOf(number: number, contentBytes: number): PieceExtent {
  const plainBytes = blobPlainBytes(contentBytes);
  const start = number * pieceBytes;
  const bytes = Math.min(pieceBytes, plainBytes - start);
  const within = (at: number) => Math.min(Math.max(at - start, 0), bytes);
  return { bytes, last: plainBytes - start < pieceBytes, skip: 0, from: within(blobMetaBytes), to: within(blobMetaBytes + contentBytes) };
}

/** Bytes of the sealed chunks of a piece. */
export function sealedBytesOf({ bytes, last }: PieceExtent): number {
  return bytes + tagBytes * (Math.floor(bytes / chunkBytes) + (last ? 1 : 0));
}
export function sealedChunkAt(index: number): number {
  return index * sealedChunkBytes;
}
