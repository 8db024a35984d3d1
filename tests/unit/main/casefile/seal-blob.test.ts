import { describe, expect, it } from 'vitest';
import { checkBlob } from '#main/casefile/blob-check.ts';
import { blobContext, blobFileBytes, blobFolder, blobMetaBytes, blobPath, blobPlainBytes } from '#main/casefile/blob-layout.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import type { OpenFile } from '#main/casefile/file-system.ts';
import { ReadBackDiffers, sealInto } from '#main/casefile/seal-blob.ts';
import { SourceFailed } from '#main/casefile/source-pieces.ts';
import { chunkBytes, unseal } from '#main/crypto/cobblestone.ts';
import { sha256Hex } from '#main/crypto/digests.ts';
import { pieceBytes } from '#main/crypto/sealing-line.ts';
import type { BlobContent, PieceRoom } from '#main/usecases/ports/blobs.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, silently } from '#tests/harness/stored-case.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const at = '2025-01-12T09:00:00.000Z';
const bytesOf = (length: number) => Buffer.from(Uint8Array.from({ length }, (_, place) => ((place * 31) ^ (place >> 8) ^ (place >> 16)) & 0xff));

/** Seals into a file of a disk in memory; what the file holds afterwards, opened with nothing but the keys. */
async function sealed(content: BlobContent, change: (file: OpenFile) => Partial<OpenFile> = () => ({}), report = silently) {
  const disk = recordingDisk();
  const file = disk.fileSystem.create('sealed');
  const stored = await sealInto({ ...file, ...change(file) }, keys, content, at, report);
  const bytes = disk.content().files.get('sealed') ?? Buffer.alloc(0);
  return { stored, bytes, plain: () => unseal(keys.blob, blobContext(keys), bytes) ?? Buffer.alloc(0) };
}
/** A source that reads into the room it is given, as a file does; `most` bytes at a time. */
const inPlace = (bytes: Buffer, most = Number.POSITIVE_INFINITY): BlobContent => ({
  ...contentOf(bytes),
  open: async function* (room?: PieceRoom) {
    for (let from = 0; from < bytes.length; ) {
      const space = room?.() ?? new Uint8Array(1);
      const taken = Math.min(space.length, most, bytes.length - from);
      space.set(bytes.subarray(from, from + taken));
      yield space.subarray(0, taken);
      from += taken;
    }
  },
});
/** The largest content whose plaintext, padded, ends exactly with a piece. */
const fillsAPiece = pieceBytes - blobMetaBytes;

describe('a content that is sealed', () => {
  it.each([0, 1, chunkBytes - blobMetaBytes, chunkBytes, 100_000, fillsAPiece - 1, fillsAPiece, fillsAPiece + 1, 2 * pieceBytes + 12_345])(
    'stands behind its description, with zeros up to its padded length: %i bytes',
    async (length) => {
      const bytes = bytesOf(length);
      for (const content of [contentOf(bytes), inPlace(bytes), inPlace(bytes, 70_001)]) {
        const { stored, bytes: file, plain: unsealed } = await sealed(content);
        const plain = unsealed();
        expect([stored.bytes, stored.sha256]).toEqual([length, sha256Hex(bytes)]);
        expect([file.length, plain.length]).toEqual([blobFileBytes(length), blobPlainBytes(length)]);
        expect(plain.subarray(blobMetaBytes, blobMetaBytes + length).equals(bytes)).toBe(true);
        expect(plain.subarray(blobMetaBytes + length).every((byte) => byte === 0)).toBe(true);
        expect(JSON.parse(plain.toString('utf8', 4, 4 + plain.readUInt32LE(0)))).toEqual({
          ...{ v: 1, name: 'exhibit.bin', mime: 'application/octet-stream' },
          ...{ bytes: length, sha256: stored.sha256, at },
        });
        const disk = recordingDisk({ folders: ['blob', blobFolder(stored.blob)], files: new Map([[blobPath(stored.blob), file]]) });
        expect((await checkBlob(disk.fileSystem, keys, stored.blob, blobPath(stored.blob), silently)).state).toBe('whole');
      }
    },
  );

  it('tells how far it is after every piece of the source', async () => {
    const steps: unknown[] = [];
    await sealed(contentOf(bytesOf(25_000)), undefined, { step: (...told) => void steps.push(told), cancelled: () => false });
    expect(steps).toEqual([
      ['sealing', 10_000, 25_000],
      ['sealing', 20_000, 25_000],
      ['sealing', 25_000, 25_000],
    ]);
  });

  it.each([
    ['more', 99],
    ['fewer', 101],
  ])('is refused when the source has %s bytes than it said', async (_what, said) => {
    const asked = sealed({ ...contentOf(bytesOf(100)), bytes: said });
    await expect(asked).rejects.toBeInstanceOf(SourceFailed);
    await expect(asked).rejects.toMatchObject({ problem: { kind: 'unreadable-file', item: 1, reason: 'changed-while-reading' } });
  });

  it('is refused when one byte of what was written reads back as another', async () => {
    for (const wrong of [0, 5]) {
      let reads = 0;
      const lying = (file: OpenFile): Partial<OpenFile> => ({
        read: (from, length, into) => {
          const bytes = Buffer.from(file.read(from, length, into));
          reads += 1;
          if (reads === wrong + 1) bytes.writeUInt8(bytes.readUInt8(length - 1) ^ 1, length - 1);
          return bytes;
        },
      });
      await expect(sealed(contentOf(bytesOf(6 * pieceBytes)), lying)).rejects.toBeInstanceOf(ReadBackDiffers);
    }
  });
});

describe('bringing a large content to the medium', () => {
  // As long as it may be without threads of its own.
  const long = 32 * pieceBytes - blobMetaBytes;
  const zeros: BlobContent = {
    ...contentOf(Buffer.alloc(0)),
    bytes: long,
    open: async function* () {
      const piece = Buffer.alloc(pieceBytes);
      for (let left = long; left > 0; left -= pieceBytes) yield piece.subarray(0, left);
    },
  };

  it('is begun once in 32 pieces, and over before the file may be closed', async () => {
    let [begun, over] = [0, 0];
    const { stored } = await sealed(zeros, () => ({
      writeBack: async () => {
        begun += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        over += 1;
      },
    }));
    expect([stored.bytes, begun, over]).toEqual([long, 1, 1]);
  });

  it('counts as failed when the disk refuses it, and the first reason is told', async () => {
    const refusal = Object.assign(new Error('EIO'), { code: 'EIO' });
    await expect(sealed(zeros, () => ({ writeBack: () => Promise.reject(refusal) }))).rejects.toBe(refusal);
  });
});
