import { beforeAll, describe, expect, it } from 'vitest';
import { checkBlob } from '#main/casefile/blob-check.ts';
import { blobContext, blobFileBytes, blobFolder, blobIdOf, blobMetaBytes, blobPath, blobPlainBytes, encodeBlobMeta } from '#main/casefile/blob-layout.ts';
import { extentOf, isThreadWorth, sealedBytesOf, sealedChunkAt } from '#main/casefile/blob-pieces.ts';
import { openBlob } from '#main/casefile/blob-reader.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { seal } from '#main/crypto/cobblestone.ts';
import { sha256, sha256Hex } from '#main/crypto/digests.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { silently } from '#tests/harness/stored-case.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const mib = 1024 * 1024;
const meta = (content: Buffer) =>
  ({ v: 1, name: 'a', mime: 'b/c', bytes: content.length, sha256: sha256Hex(content), at: '2025-01-12T09:00:00.000Z' }) as const;

/** A sealed blob over this content; `spoil` changes its plaintext before it is sealed, `damage` the file. */
function made(content: Buffer, spoil: (plain: Buffer) => void = () => undefined, damage: (file: Buffer) => void = () => undefined) {
  const plain = Buffer.alloc(blobPlainBytes(content.length));
  encodeBlobMeta(meta(content)).copy(plain);
  content.copy(plain, blobMetaBytes);
  spoil(plain);
  const bytes = seal(keys.blob, blobContext(keys), plain);
  damage(bytes);
  const blob = blobIdOf(keys, sha256(content));
  return { blob, on: recordingDisk({ folders: ['blob', blobFolder(blob)], files: new Map([[blobPath(blob), bytes]]) }) };
}
const check = ({ blob, on }: ReturnType<typeof made>, report: Progress = silently) => checkBlob(on.fileSystem, keys, blob, blobPath(blob), report);
const flipLast = (file: Buffer) => void file.writeUInt8(file.readUInt8(file.length - 1) ^ 1, file.length - 1);
async function stepsOf(of: ReturnType<typeof made>) {
  const steps: (readonly [string, number, number | undefined])[] = [];
  const answer = await check(of, { step: (phase, at, total) => void steps.push([phase, at, total]), cancelled: () => false });
  return { state: answer.state, steps };
}

describe('a check of a blob', () => {
  const exact = Buffer.alloc(mib - blobMetaBytes, 'evidence ');

  it('tells how far it is, never beyond the content, and what it found', async () => {
    expect(await stepsOf(made(exact))).toEqual({
      state: 'whole',
      steps: [
        ['verifying', 0, exact.length],
        ['verifying', exact.length, exact.length],
      ],
    });
    expect(await check(made(exact))).toEqual({ state: 'whole', meta: meta(exact) });
    expect(await stepsOf(made(Buffer.alloc(0)))).toEqual({ state: 'whole', steps: [['verifying', 0, 0]] });
  });

  it('sees the last chunk, though it is empty', async () => {
    expect((await check(made(exact, undefined, flipLast))).state).toBe('damaged');
  });

  it.each([
    ['right behind the content', blobMetaBytes + 20_001],
    ['at the very end', blobPlainBytes(20_001) - 1],
  ])('wants zeros %s', async (_, place) => {
    expect((await check(made(Buffer.alloc(20_001, 'x')))).state).toBe('whole');
    expect((await check(made(Buffer.alloc(20_001, 'x'), (plain) => void plain.writeUInt8(1, place)))).state).toBe('damaged');
  });

  it('wants zeros in a piece that holds nothing else', async () => {
    const content = Buffer.alloc(9 * mib + 1, 'x');
    const padding = blobPlainBytes(content.length) - blobMetaBytes - content.length;
    expect(padding).toBeGreaterThan(100);
    expect((await check(made(content))).state).toBe('whole');
    expect((await check(made(content, (plain) => void plain.writeUInt8(1, plain.length - 1)))).state).toBe('damaged');
  });

  it('can be cancelled at each piece, lets go of the file, and throws what the disk says', async () => {
    const of = made(exact);
    let asked = 0;
    expect(await check(of, { step: () => undefined, cancelled: () => ++asked === 2 })).toEqual({ state: 'cancelled' });
    let closed = 0;
    const close = () => {
      closed += 1;
    };
    const files: FileSystem = { ...of.on.fileSystem, open: (path, mode) => ({ ...of.on.fileSystem.open(path, mode), close }) };
    await checkBlob(files, keys, of.blob, blobPath(of.blob), silently);
    expect(closed).toBe(1);
    of.on.failWith(() => ({ code: 'EIO', share: 0 }));
    await expect(checkBlob(files, keys, of.blob, blobPath(of.blob), silently)).rejects.toThrow('EIO');
    expect(closed).toBe(2);
  });
});

describe('a check of a blob that is worth threads', () => {
  const content = Buffer.alloc(32 * mib, 'evidence ');
  let sound: ReturnType<typeof made>;
  beforeAll(() => {
    sound = made(content);
  });

  it('tells how far it is, and what it found', async () => {
    const { state, steps } = await stepsOf(sound);
    expect([state, steps.length, steps[1], steps.at(-1)]).toEqual([
      'whole',
      blobPlainBytes(content.length) / mib + 1,
      ['verifying', mib, content.length],
      ['verifying', content.length, content.length],
    ]);
  });

  it('can be cancelled', async () => {
    expect(await check(sound, { step: () => undefined, cancelled: () => true })).toEqual({ state: 'cancelled' });
  });

  it('sees the last chunk, though it is empty, and padding that is not zero', async () => {
    expect((await check(made(content, undefined, flipLast))).state).toBe('damaged');
    expect((await check(made(content, (plain) => void plain.writeUInt8(1, blobMetaBytes + content.length)))).state).toBe('damaged');
  });
});

describe('a blob in pieces', () => {
  it('is worth threads from 32 mebibytes on', () => {
    expect([32 * mib - 1, 32 * mib].map(isThreadWorth)).toEqual([false, true]);
  });

  it.each([
    [0, 0, { bytes: 4_096, last: true, from: 4_096, to: 4_096 }],
    [0, 100, { bytes: blobPlainBytes(100), last: true, from: 4_096, to: 4_196 }],
    [0, mib - 4_096, { bytes: mib, last: false, from: 4_096, to: mib }],
    [1, mib - 4_096, { bytes: 0, last: true, from: 0, to: 0 }],
    [0, 3 * mib, { bytes: mib, last: false, from: 4_096, to: mib }],
    [2, 3 * mib, { bytes: mib, last: false, from: 0, to: mib }],
    [3, 3 * mib, { bytes: blobPlainBytes(3 * mib) - 3 * mib, last: true, from: 0, to: 4_096 }],
  ])('has in piece %i of a content of %i bytes what lies there', (number, bytes, extent) => {
    expect(extentOf(number, bytes)).toEqual({ ...extent, skip: 0 });
  });

  it('takes a tag for each chunk, and one more at its end', () => {
    const bytes = (of: number, last: boolean) => sealedBytesOf({ bytes: of, last, skip: 0, from: 0, to: 0 });
    expect([bytes(0, true), bytes(100, true), bytes(16_384, true), bytes(16_384, false), bytes(mib, false)]).toEqual([16, 116, 16_416, 16_400, 64 * 16_400]);
    expect([0, 3].map(sealedChunkAt)).toEqual([0, 3 * 16_400]);
  });
});

describe('a reader of a blob', () => {
  it('reads no more of the file than it is asked for, a mebibyte at once', () => {
    const content = Buffer.alloc(2 * mib, 'evidence ');
    const { blob, on } = made(content);
    const reads: (readonly [number, number])[] = [];
    let closed = 0;
    const close = () => {
      closed += 1;
    };
    const files: FileSystem = {
      ...on.fileSystem,
      open: (path, mode) => {
        const file = on.fileSystem.open(path, mode);
        const read = (at: number, length: number) => {
          reads.push([at, length]);
          return file.read(at, length);
        };
        return { ...file, read, close };
      },
    };
    const reader = openBlob(files, keys, blob);
    expect(reads).toEqual([
      [0, 56],
      [56, 16_400],
    ]);
    reads.length = 0;
    expect(reader?.read(12_287, 2)?.equals(content.subarray(12_287, 12_289))).toBe(true);
    expect(reads).toEqual([[56, 2 * 16_400]]);
    reads.length = 0;
    expect(reader?.read(0, content.length + 5)?.equals(content)).toBe(true);
    expect(reads.map(([, length]) => length)).toEqual([64 * 16_400, 64 * 16_400, expect.any(Number)]);
    expect(reads.every(([at, length]) => at + length <= blobFileBytes(content.length))).toBe(true);
    expect([reader?.read(-5, 3)?.length, reader?.read(content.length, 3)?.length, reader?.read(5, -1)?.length]).toEqual([3, 0, 0]);
    reader?.close();
    expect(closed).toBe(1);
    expect(openBlob({ ...files, open: (path, mode) => ({ ...files.open(path, mode), size: () => 1 }) }, keys, blob)).toBeNull();
    expect(closed).toBe(2);
  });
});
