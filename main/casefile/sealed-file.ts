import { type ChunkSealer, chunkBytes, headBytes, sealedChunkBytes, tagBytes } from '#main/crypto/cobblestone.ts';
import type { FileSystem } from './file-system.ts';
import { padme } from './padme.ts';

/** Plaintext gathered before it is sealed and written. */
const pieceChunks = 64;
const pieceBytes = pieceChunks * chunkBytes;
const lengthBytes = 4;

/**
 * Writes `u32 length || text || what lies behind it || zeros` to a Padmé length (padme.ts) as one sealed message into a new file; on the medium when it returns. Answers the bytes
 * of the file. However long the text is, a piece of it is held: the chunk with the length is sealed last. `behind` is asked when all texts were
 * taken. Throws disk errors.
 */
export function writeNewSealed(
  files: FileSystem,
  path: string,
  sealer: ChunkSealer,
  least: number,
  texts: Iterable<string>,
  behind: () => readonly Uint8Array[] = () => [],
): number {
  const file = files.create(path);
  const plain = Buffer.allocUnsafe(pieceBytes);
  const sealed = Buffer.allocUnsafe(pieceChunks * sealedChunkBytes);
  const first = Buffer.alloc(chunkBytes);
  try {
    let number = 0;
    let filled = lengthBytes;
    let length = 0;
    /** Seals what is gathered but the first chunk of all. */
    const flush = (last: boolean) => {
      const chunks = Math.floor(filled / chunkBytes) + (last ? 1 : 0);
      const skip = number === 0 ? 1 : 0;
      if (number === 0) plain.copy(first, 0, 0, Math.min(filled, chunkBytes));
      let end = 0;
      for (let index = skip; index < chunks; index += 1)
        end += sealer.sealChunkInto(number * pieceChunks + index, plain.subarray(index * chunkBytes, Math.min((index + 1) * chunkBytes, filled)), sealed, end);
      if (end > 0) file.write(sealed.subarray(0, end), headBytes + (number * pieceChunks + skip) * sealedChunkBytes);
      number += 1;
      filled = 0;
    };
    const room = () => {
      if (filled === pieceBytes) flush(false);
      return pieceBytes - filled;
    };
    const take = (bytes: Uint8Array) => {
      for (let from = 0; from < bytes.length; ) {
        const taken = Math.min(room(), bytes.length - from);
        plain.set(bytes.subarray(from, from + taken), filled);
        filled += taken;
        from += taken;
      }
    };
    for (const text of texts) {
      // A UTF-16 unit becomes at most three bytes.
      if (text.length * 3 <= pieceBytes - filled) {
        const written = plain.write(text, filled);
        filled += written;
        length += written;
        continue;
      }
      const bytes = Buffer.from(text);
      take(bytes);
      length += bytes.length;
      bytes.fill(0);
    }
    const more = behind();
    for (const bytes of more) take(bytes);
    const used = more.reduce((sum, bytes) => sum + bytes.length, lengthBytes + length);
    const plainBytes = padme(Math.max(least, used));
    for (let left = plainBytes - used; left > 0; ) {
      const taken = Math.min(room(), left);
      plain.fill(0, filled, filled + taken);
      filled += taken;
      left -= taken;
    }
    room();
    flush(true);
    first.writeUInt32LE(length, 0);
    file.write(Buffer.concat([sealer.head, sealer.sealChunk(0, first.subarray(0, Math.min(plainBytes, chunkBytes)))]), 0);
    file.sync();
    return headBytes + plainBytes + tagBytes * (Math.floor(plainBytes / chunkBytes) + 1);
  } finally {
    plain.fill(0);
    first.fill(0);
    file.close();
  }
}
