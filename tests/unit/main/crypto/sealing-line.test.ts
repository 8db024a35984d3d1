import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chunkBytes, sealedChunkBytes, startSealing } from '#main/crypto/cobblestone.ts';
import { type Piece, type PieceExtent, pieceBytes, pieceChunks, startSealingLine } from '#main/crypto/sealing-line.ts';

const key = new Uint8Array(32).fill(3);
const context = new TextEncoder().encode('a line of threads');
/** More pieces than the ring has, the last one cut within a chunk. */
const message = Buffer.alloc(10 * pieceBytes + 5 * chunkBytes + 77);
for (let at = 0; at < message.length; at += 4) message.writeUInt32LE((at * 2_654_435_761) >>> 0, Math.min(at, message.length - 4));
const sealer = startSealing(key, context);
const sealedWhole = Buffer.concat(
  Array.from({ length: Math.floor(message.length / chunkBytes) + 1 }, (_, index) =>
    sealer.sealChunk(index, message.subarray(index * chunkBytes, (index + 1) * chunkBytes)),
  ),
);
const sealedPieceBytes = pieceChunks * sealedChunkBytes;
const contentFrom = 1_000;

/** Sends everything through a line: filled by `fill`, read by `take`. Answers the digest. */
async function through(
  task: 'seal' | 'open',
  fill: (piece: Piece) => void,
  take: (piece: Piece, extent: PieceExtent) => void,
  skipFirst = 0,
): Promise<Buffer | null> {
  const line = startSealingLine(task, sealer.chunkKeys, take);
  try {
    for (let number = 0; number * pieceBytes < message.length; number += 1) {
      const piece = await line.next();
      expect(piece.number).toBe(number);
      fill(piece);
      const bytes = Math.min(pieceBytes, message.length - number * pieceBytes);
      line.submit(piece, { bytes, last: bytes < pieceBytes, skip: number === 0 ? skipFirst : 0, from: number === 0 ? contentFrom : 0, to: bytes });
    }
    return await line.finish();
  } finally {
    await line.end();
  }
}
const fillPlain = ({ number, plain }: Piece) => void message.copy(plain, 0, number * pieceBytes);
const fillSealed = ({ number, sealed }: Piece) => void sealedWhole.copy(sealed, 0, number * sealedPieceBytes);
const digest = createHash('sha256').update(message.subarray(contentFrom)).digest();

/** Ports of threads that keep this process from ending. */
const threadsNow = () => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;

describe('a line of threads', { timeout: 60_000 }, () => {
  it('seals as one thread does, in order, and digests the content beside it', async () => {
    const order: number[] = [];
    const out = Buffer.alloc(sealedWhole.length);
    const take = ({ number, sealed }: Piece) => {
      order.push(number);
      sealed.copy(out, number * sealedPieceBytes);
    };
    expect(await through('seal', fillPlain, take, 1)).toEqual(digest);
    expect(order).toEqual(Array.from({ length: 11 }, (_, number) => number));
    expect(out.subarray(sealedChunkBytes).equals(sealedWhole.subarray(sealedChunkBytes)), 'all but the chunk that was to be left alone').toBe(true);
    expect(out.subarray(0, sealedChunkBytes).equals(Buffer.alloc(sealedChunkBytes))).toBe(true);
  });

  it('opens what was sealed, and digests it', async () => {
    const out = Buffer.alloc(message.length);
    expect(await through('open', fillSealed, ({ number, plain }, { bytes }) => void plain.copy(out, number * pieceBytes, 0, bytes))).toEqual(digest);
    expect(out.equals(message)).toBe(true);
  });

  it('answers no digest for a chunk that was changed, and hands on nothing from there', async () => {
    const taken: number[] = [];
    const spoil = (piece: Piece) => {
      fillSealed(piece);
      if (piece.number === 4) piece.sealed.writeUInt8(piece.sealed.readUInt8(70_000) ^ 1, 70_000);
    };
    expect(await through('open', spoil, ({ number }) => void taken.push(number))).toBeNull();
    expect(taken).toEqual([0, 1, 2, 3]);
  });

  it('holds eight pieces at most: the next is waited for until the first of them was taken', async () => {
    const taken: number[] = [];
    const line = startSealingLine('seal', sealer.chunkKeys, ({ number }) => void taken.push(number));
    try {
      const whole = { bytes: pieceBytes, last: false, skip: 0, from: 0, to: pieceBytes };
      const places: number[] = [];
      for (let number = 0; number < 8; number += 1) {
        const piece = await line.next();
        expect(piece.plain).toHaveLength(pieceBytes);
        expect(piece.sealed).toHaveLength(sealedPieceBytes);
        expect(piece.plain.buffer).not.toBe(piece.sealed.buffer);
        places.push(piece.plain.byteOffset);
        line.submit(piece, whole);
        // Nothing of it can have come back yet: that needs a turn of the loop.
        expect(taken.length).toBeLessThanOrEqual(number);
      }
      expect(new Set(places).size).toBe(8);
      expect(places.every((place) => place % 4096 === 256)).toBe(true);
      const ninth = await line.next();
      expect(taken.length).toBeGreaterThan(0);
      expect([ninth.number, ninth.plain.byteOffset]).toEqual([8, places[0]]);
      line.submit(ninth, { ...whole, last: true, bytes: 100, to: 100 });
      await line.finish();
      expect(taken).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    } finally {
      await line.end();
    }
  });

  it('ends with the error of a thread, at the next piece and at the end, and can still be ended', async () => {
    const line = startSealingLine('seal', { key: new Uint8Array(5), baseNonce: new Uint8Array(12) }, () => expect.unreachable());
    const piece = await line.next();
    line.submit(piece, { bytes: 100, last: true, skip: 0, from: 0, to: 100 });
    await expect(line.finish()).rejects.toThrow('key length');
    await expect(line.next()).rejects.toThrow('key length');
    await line.end();
  });

  it('that was ended keeps no thread', async () => {
    const before = threadsNow();
    const line = startSealingLine('seal', sealer.chunkKeys, () => undefined);
    await line.next();
    expect(threadsNow()).toBe(before + 3);
    await line.end();
    expect(threadsNow()).toBe(before);
  });

  it('ends with the error of whoever takes its pieces', async () => {
    const full = () => {
      throw new Error('the disk is full');
    };
    await expect(through('seal', fillPlain, full)).rejects.toThrow('the disk is full');
  });
});
