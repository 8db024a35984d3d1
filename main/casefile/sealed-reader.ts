import { chunkBytes, headBytes, sealedChunkBytes, startOpening, tagBytes } from '#main/crypto/cobblestone.ts';
import type { FileSystem, OpenFile } from './file-system.ts';
import { isDiskError } from './write-problem.ts';

/** A sealed file of which only what is asked for is read and opened. */
export type SealedReader = {
  /** Bytes on disk. */
  readonly bytes: number;
  /** Bytes of the plaintext, padding included. */
  readonly plainBytes: number;
  /** Part of the plaintext, `null` when a chunk of it is not what was sealed there or cannot be read; shorter at the end. */
  readonly read: (at: number, length: number) => Buffer | null;
  /** What the opening needed is read: from now on what the disk cannot read is damage of what it hits, and `read` throws nothing. */
  readonly settle: () => void;
  readonly close: () => void;
};

/** Opened chunks that are kept: lists read neighbours, and a line often ends in the next chunk. */
const chunksKept = 64;

/**
 * Opens a sealed file for reading here and there; `null` when it is not of this key and context, or was cut or made longer: its last chunk
 * must be there. `most`: opened chunks that are kept. Throws disk errors, as its reads do until {@link SealedReader.settle}.
 */
export function openSealedFile(files: FileSystem, path: string, key: Uint8Array, context: Uint8Array, most: number = chunksKept): SealedReader | null {
  const file = files.open(path, 'read');
  let reader: SealedReader | null = null;
  try {
    reader = readerOf(file, key, context, most);
  } finally {
    if (!reader) file.close();
  }
  return reader;
}

function readerOf(file: OpenFile, key: Uint8Array, context: Uint8Array, most: number): SealedReader | null {
  const bytes = file.size();
  const opener = bytes < headBytes + tagBytes ? null : startOpening(key, context, file.read(0, headBytes));
  if (!opener) return null;
  const last = Math.floor((bytes - headBytes) / sealedChunkBytes);
  const plainBytes = bytes - headBytes - tagBytes * (last + 1);
  const kept = new Map<number, Buffer>();
  let settled = false;
  const orNull = <T>(attempt: () => T): T | null => (settled ? unlessDiskFails(attempt) : attempt());
  const offset = (index: number) => headBytes + index * sealedChunkBytes;

  const chunk = (index: number): Buffer | null => {
    const known = kept.get(index);
    const opened = known ?? orNull(() => opener.openChunk(index, file.read(offset(index), sealedChunkBytes)));
    if (!opened) return null;
    kept.delete(index);
    kept.set(index, opened);
    if (kept.size > most) kept.delete(kept.keys().next().value ?? index);
    return opened;
  };

  /** Many chunks at once go past what is kept: one read, no copy of the sealed bytes for each. */
  const chunks = (from: number, to: number): Buffer | null => {
    const sealed = orNull(() => file.read(offset(from), (to - from) * sealedChunkBytes));
    if (!sealed) return null;
    const plain = Buffer.allocUnsafeSlow(Math.min(to * chunkBytes, plainBytes) - from * chunkBytes);
    for (let index = from; index < to; index += 1) {
      const opened = opener.openChunk(index, sealed.subarray((index - from) * sealedChunkBytes, (index - from + 1) * sealedChunkBytes));
      if (!opened) return null;
      opened.copy(plain, (index - from) * chunkBytes);
    }
    return plain;
  };

  const read = (at: number, length: number): Buffer | null => {
    const end = Math.min(at + length, plainBytes);
    if (end <= at) return Buffer.alloc(0);
    const first = Math.floor(at / chunkBytes);
    const behind = Math.floor((end - 1) / chunkBytes) + 1;
    if (behind - first > chunksKept / 4) return chunks(first, behind)?.subarray(at - first * chunkBytes, end - first * chunkBytes) ?? null;
    const pieces: Buffer[] = [];
    for (let index = first; index < behind; index += 1) {
      const opened = chunk(index);
      if (!opened) return null;
      pieces.push(opened.subarray(Math.max(0, at - index * chunkBytes), end - index * chunkBytes));
    }
    return pieces.length === 1 && pieces[0] ? pieces[0] : Buffer.concat(pieces);
  };
  const settle = () => {
    settled = true;
  };
  const whole = last * chunkBytes <= plainBytes && chunk(last)?.length === plainBytes - last * chunkBytes;
  return whole ? { bytes, plainBytes, read, settle, close: file.close } : null;
}

function unlessDiskFails<T>(attempt: () => T): T | null {
  try {
    return attempt();
  } catch (error) {
    if (!isDiskError(error)) throw error;
    return null;
  }
}
