import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { chunkBytes, headBytes, sealedChunkBytes, startOpening, unseal } from '#main/crypto/cobblestone.ts';
import { cobblestoneVectors, hex, type SealVector } from './read-vectors.ts';

/** The form of C2SP's vectors for chunked-encryption: the message is deflated, its plaintext named by length and SHA-512. */
const sha512 = (bytes: Uint8Array) => createHash('sha512').update(bytes).digest('hex');
const vectors = cobblestoneVectors() ?? ourVectors();

it('the seal is Cobblestone-256: it opens what the published vectors open, to the same text, and nothing else', () => {
  const failures: unknown[] = [];
  for (const { tcId, key, ctx, ct, msgLength, msgSha512, result } of vectors) {
    const opened = refusing(() => unseal(hex(key), hex(ctx), inflateSync(hex(ct))));
    const fits = result === 'valid' ? opened?.length === msgLength && opened !== null && sha512(opened) === msgSha512 : opened === null;
    if (!fits) failures.push([tcId, result]);
  }
  expect(failures).toEqual([]);
  expect(vectors.filter(({ result }) => result === 'valid').length).toBeGreaterThan(0);
});

it('opened chunk by chunk at random, a message gives what it gives as a whole', () => {
  for (const { key, ctx, ct, msgSha512, result } of vectors) {
    const message = inflateSync(hex(ct));
    if (result !== 'valid') continue;
    const opener = startOpening(hex(key), hex(ctx), message.subarray(0, headBytes));
    const count = Math.floor((message.length - headBytes) / sealedChunkBytes) + 1;
    const chunks = Array.from({ length: count }, (_, index) => count - 1 - index).map((index) =>
      opener?.openChunk(index, message.subarray(headBytes + index * sealedChunkBytes, headBytes + (index + 1) * sealedChunkBytes)),
    );
    const plain = Buffer.concat(chunks.toReversed().map((chunk) => chunk ?? Buffer.alloc(chunkBytes)));
    expect(sha512(plain)).toBe(msgSha512);
  }
});

/** Where the published ones are not at hand: a frozen message of our own, whole and spoiled. */
function ourVectors(): readonly SealVector[] {
  const message = hex(`${'02'.repeat(24)}5541944b449b32798266039cb4d976bb436e8cac387c28e3a5905bb2ea404c74755add54d0840ae8df67f4aa9d1547de`);
  const of = (tcId: number, ct: Buffer, result: string, key = '01'.repeat(32), ctx = '637478'): SealVector => ({
    tcId,
    key,
    ctx,
    ct: deflateSync(ct).toString('hex'),
    msgLength: 0,
    msgSha512: sha512(new Uint8Array()),
    result,
  });
  return [
    of(1, message, 'valid'),
    of(3, message.subarray(1), 'invalid'),
    of(4, message.subarray(0, -1), 'invalid'),
    of(5, message.subarray(0, headBytes), 'invalid'),
    of(6, Buffer.concat([message, Buffer.alloc(16)]), 'invalid'),
    of(7, message, 'invalid', '00'.repeat(32)),
    of(8, message, 'invalid', '01'.repeat(16)),
    of(9, message, 'invalid', '01'.repeat(32), ''),
  ];
}

/** A key of another size is refused by throwing; it is a mistake of the program. */
function refusing<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
