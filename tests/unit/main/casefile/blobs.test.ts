import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkBlob } from '#main/casefile/blob-check.ts';
import {
  type BlobMeta,
  blobContext,
  blobFileBytes,
  blobFolder,
  blobIdOf,
  blobMetaBytes,
  blobPath,
  blobPlainBytes,
  chunkCount,
  chunkOffset,
  decodeBlobMeta,
  encodeBlobMeta,
} from '#main/casefile/blob-layout.ts';
import { openBlob } from '#main/casefile/blob-reader.ts';
import { listBlobs, openBlobVault, removeParts } from '#main/casefile/blob-vault.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { padme } from '#main/casefile/padme.ts';
import { seal, sealedLength, sealWithSalt } from '#main/crypto/cobblestone.ts';
import { sha256, sha256Hex } from '#main/crypto/digests.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, good, silently } from '#tests/harness/stored-case.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const at = '2025-01-12T09:00:00.000Z';
const disk = () => recordingDisk({ folders: ['blob'], files: new Map() });
const bytesOf = (length: number, seed = 0) => Buffer.from(Uint8Array.from({ length }, (_, place) => (place * 31 + (place >> 8) + seed) & 0xff));
const meta = (change: Partial<BlobMeta> = {}): BlobMeta => ({
  v: 1,
  name: 'page.html',
  mime: 'text/html',
  bytes: 5,
  sha256: sha256Hex(Buffer.from('hello')),
  at,
  ...change,
});

async function stored(on: RecordingDisk, bytes: Uint8Array): Promise<BlobId> {
  return good(await openBlobVault(on.fileSystem, keys).store(contentOf(bytes), at, silently)).blob;
}
/** A disk with these bytes under the name of a blob. */
function holding(blob: BlobId, bytes: Buffer): RecordingDisk {
  return recordingDisk({ folders: ['blob', blobFolder(blob)], files: new Map([[blobPath(blob), bytes]]) });
}
const fileOf = (on: RecordingDisk, blob: BlobId) => on.content().files.get(blobPath(blob)) ?? Buffer.alloc(0);
const stateOf = async (on: RecordingDisk, blob: BlobId) => (await checkBlob(on.fileSystem, keys, blob, blobPath(blob), silently)).state;

describe('what stands in the first bytes of a blob', () => {
  it('gives back what was said of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), (name, bytes) => {
        const encoded = encodeBlobMeta(meta({ name, bytes }));
        expect(encoded.length).toBe(blobMetaBytes);
        expect(decodeBlobMeta(encoded)).toEqual(meta({ name, bytes }));
        expect(encoded.subarray(4 + encoded.readUInt32LE(0)).every((byte) => byte === 0)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('always fits: a name is cut at a whole character, a type at 120', () => {
    for (const letter of ['x', 'é', '암', '\u{1f50e}', '"', '\u0001']) {
      const read = decodeBlobMeta(encodeBlobMeta(meta({ name: letter.repeat(5_000), mime: 'm'.repeat(500) })));
      expect(read?.mime).toBe('m'.repeat(120));
      expect(read?.name.length, letter).toBeGreaterThan(300);
      expect(read?.name).toBe(letter.repeat([...(read?.name ?? '')].length));
    }
    expect(decodeBlobMeta(encodeBlobMeta(meta({ name: 'x'.repeat(1_000) })))?.name).toHaveLength(1_000);
    expect(decodeBlobMeta(encodeBlobMeta(meta({ name: 'x'.repeat(1_001) })))?.name).toHaveLength(1_000);
  });

  it('is not understood when it is short, too long, no JSON, of a later version or not about a blob', () => {
    const raw = (json: string, length = Buffer.byteLength(json)) => {
      const out = Buffer.alloc(blobMetaBytes);
      out.writeUInt32LE(length, 0);
      out.write(json, 4);
      return out;
    };
    expect(decodeBlobMeta(raw(JSON.stringify(meta())))).toEqual(meta());
    expect(decodeBlobMeta(raw(JSON.stringify(meta())).subarray(0, blobMetaBytes - 1))).toBeNull();
    expect(decodeBlobMeta(Buffer.concat([raw(JSON.stringify(meta())), Buffer.from('content')]))).toEqual(meta());
    const full = JSON.stringify(meta()).padEnd(blobMetaBytes - 4, ' ');
    expect(decodeBlobMeta(raw(full))).toEqual(meta());
    expect(decodeBlobMeta(Buffer.concat([raw(full, blobMetaBytes - 3), Buffer.alloc(8, ' ')]))).toBeNull();
    for (const wrong of [
      '{',
      '[]',
      JSON.stringify({ ...meta(), v: 2 }),
      JSON.stringify(meta({ bytes: -1 })),
      JSON.stringify(meta({ bytes: 1.5 })),
      JSON.stringify({ ...meta(), sha256: 'x' }),
    ])
      expect(decodeBlobMeta(raw(wrong)), wrong).toBeNull();
    expect(decodeBlobMeta(raw(JSON.stringify(meta({ bytes: 0 }))))).toEqual(meta({ bytes: 0 }));
  });
});

describe('the place of a blob', () => {
  it('is a keyed name: the same for the same bytes in this case, another in any other', () => {
    const name = blobIdOf(keys, sha256(Buffer.from('hello')));
    expect(name).toMatch(/^[a-z2-7]{52}$/);
    expect(blobIdOf(keys, sha256(Buffer.from('hello')))).toBe(name);
    expect(blobIdOf(keys, sha256(Buffer.from('hellp')))).not.toBe(name);
    expect(blobIdOf(caseKeys(Buffer.alloc(32, 3), Buffer.alloc(16, 2)), sha256(Buffer.from('hello')))).not.toBe(name);
    expect([blobFolder(name), blobPath(name)]).toEqual([`blob/${name.slice(0, 2)}`, `blob/${name.slice(0, 2)}/${name}`]);
  });

  it('has sizes that follow from the content alone', () => {
    for (const bytes of [0, 1, 12_287, 12_288, 12_289, 100_000, 5_000_000]) {
      expect(blobPlainBytes(bytes)).toBe(padme(4_096 + bytes));
      expect(blobFileBytes(bytes)).toBe(sealedLength(padme(4_096 + bytes)));
    }
    expect([chunkOffset(0), chunkOffset(1), chunkOffset(7)]).toEqual([56, 56 + 16_400, 56 + 7 * 16_400]);
    expect([chunkCount(0), chunkCount(16_383), chunkCount(16_384), chunkCount(16_385)]).toEqual([1, 1, 2, 2]);
  });
});

describe('a sealed blob', () => {
  it('gives back any range of any content, and nothing past its end', async () => {
    for (const length of [0, 1, 12_287, 12_288, 12_289, 40_000, 1_100_000]) {
      const on = disk();
      const content = bytesOf(length);
      const blob = await stored(on, content);
      const reader = openBlob(on.fileSystem, keys, blob);
      expect(reader?.meta).toMatchObject({ bytes: length, sha256: sha256Hex(content), name: 'exhibit.bin', at });
      fc.assert(
        fc.property(fc.integer({ min: -5, max: length + 10 }), fc.integer({ min: -5, max: length + 10 }), (offset, asked) => {
          const from = Math.min(Math.max(offset, 0), length);
          expect(reader?.read(offset, asked)?.equals(content.subarray(from, from + Math.max(0, asked)))).toBe(true);
        }),
        { numRuns: 25 },
      );
      expect(reader?.read(0, length)?.equals(content)).toBe(true);
      reader?.close();
      expect(await stateOf(on, blob)).toBe('whole');
    }
  });

  it.each([
    [0, 'here'],
    [12_288, 'here'],
    [50_000, 'here'],
    [32 * 1024 * 1024 + 4_321, 'in threads'],
  ])('of %i bytes is one sealed message, made %s', async (length) => {
    const on = disk();
    const content = Buffer.alloc(length, 'evidence ');
    const blob = await stored(on, content);
    const file = fileOf(on, blob);
    const plain = Buffer.alloc(blobPlainBytes(length));
    encodeBlobMeta({ v: 1, name: 'exhibit.bin', mime: 'application/octet-stream', bytes: length, sha256: sha256Hex(content), at }).copy(plain);
    content.copy(plain, blobMetaBytes);
    expect(file.length).toBe(blobFileBytes(length));
    expect(file.equals(sealWithSalt(keys.blob, blobContext(keys), plain, file.subarray(0, 24)))).toBe(true);
    expect(await stateOf(on, blob)).toBe('whole');
  });

  it('is damaged after any change of its file: a bit, a cut, an addition, another name', async () => {
    const on = disk();
    const blob = await stored(on, bytesOf(30_000));
    const file = fileOf(on, blob);
    for (const place of [0, 23, 24, 55, 56, 4_000, 16_455, 16_456, 32_000, file.length - 1]) {
      const changed = Buffer.from(file);
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      expect(await stateOf(holding(blob, changed), blob), `byte ${place}`).toBe('damaged');
    }
    for (const length of [0, 55, 56, 100, 16_456, file.length - 16, file.length - 1])
      expect(await stateOf(holding(blob, file.subarray(0, length)), blob), `${length} bytes`).toBe('damaged');
    expect(await stateOf(holding(blob, Buffer.concat([file, Buffer.alloc(1)])), blob)).toBe('damaged');
    const other = await stored(disk(), bytesOf(30_000, 1));
    expect(await stateOf(holding(other, file), other)).toBe('damaged');
    const swapped = Buffer.concat([file.subarray(0, 56), file.subarray(16_456, 32_856), file.subarray(56, 16_456), file.subarray(32_856)]);
    expect(await stateOf(holding(blob, swapped), blob)).toBe('damaged');
  });

  it('reads on where it is whole, and answers nothing where it is not', async () => {
    const on = disk();
    const content = bytesOf(60_000);
    const blob = await stored(on, content);
    const changed = Buffer.from(fileOf(on, blob));
    changed.writeUInt8(changed.readUInt8(chunkOffset(2) + 5) ^ 1, chunkOffset(2) + 5);
    const reader = openBlob(holding(blob, changed).fileSystem, keys, blob);
    expect(reader?.read(0, 28_000)?.equals(content.subarray(0, 28_000))).toBe(true);
    expect(reader?.read(46_000, 10_000)?.equals(content.subarray(46_000, 56_000))).toBe(true);
    expect(reader?.read(28_000, 2_000)).toBeNull();
    expect(reader?.read(0, 60_000)).toBeNull();
  });

  it.each<
    readonly [string, (content: Buffer) => { readonly meta: BlobMeta; readonly content: Buffer; readonly padding?: number; readonly plainBytes?: number }]
  >([
    ['another digest than its content has', (content) => ({ meta: meta({ bytes: content.length, sha256: sha256Hex(Buffer.from('other')) }), content })],
    ['padding that is not zero', (content) => ({ meta: meta({ bytes: content.length, sha256: sha256Hex(content) }), content, padding: 7 })],
    ['another length than its content has', (content) => ({ meta: meta({ bytes: content.length - 1, sha256: sha256Hex(content) }), content })],
    ['a length that the file cannot have', (content) => ({ meta: meta({ bytes: content.length + 100_000, sha256: sha256Hex(content) }), content })],
    ['no room for padding', (content) => ({ meta: meta({ bytes: content.length, sha256: sha256Hex(content) }), content, plainBytes: 4_096 + content.length })],
  ])('with %s is damaged, though every seal holds', async (_, spoil) => {
    const content = bytesOf(20_001);
    const blob = blobIdOf(keys, sha256(content));
    const made = spoil(content);
    const plain = Buffer.alloc(made.plainBytes ?? blobPlainBytes(content.length), made.padding ?? 0);
    encodeBlobMeta(made.meta).copy(plain, 0);
    made.content.copy(plain, blobMetaBytes);
    const on = holding(blob, seal(keys.blob, blobContext(keys), plain));
    expect(await stateOf(on, blob)).toBe('damaged');
  });

  it('whose name stands for other content is damaged', async () => {
    const content = bytesOf(300);
    const wrong = blobIdOf(keys, sha256(Buffer.from('other')));
    const plain = Buffer.alloc(blobPlainBytes(300));
    encodeBlobMeta(meta({ bytes: 300, sha256: sha256Hex(content) })).copy(plain, 0);
    content.copy(plain, blobMetaBytes);
    expect(await stateOf(holding(wrong, seal(keys.blob, blobContext(keys), plain)), wrong)).toBe('damaged');
  });

  it('is checked with progress, and the check can be cancelled', async () => {
    const on = disk();
    const blob = await stored(on, bytesOf(2_500_000));
    const steps: number[] = [];
    const watched = { step: (_: string, done: number) => void steps.push(done), cancelled: () => false };
    expect((await checkBlob(on.fileSystem, keys, blob, blobPath(blob), watched)).state).toBe('whole');
    expect(steps.length).toBeGreaterThan(2);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    const impatient = { step: () => undefined, cancelled: () => true };
    expect((await checkBlob(on.fileSystem, keys, blob, blobPath(blob), impatient)).state).toBe('cancelled');
  });
});

describe('the folder of blobs', () => {
  it('is listed by name, and what does not belong is named', async () => {
    const on = disk();
    const blobs = await Promise.all([stored(on, bytesOf(10)), stored(on, bytesOf(20))]);
    const [first] = blobs;
    for (const path of ['blob/zz', blobFolder(first)]) on.fileSystem.createFolder(path);
    for (const path of [`${blobFolder(first)}/stranger`, `blob/zz/${first}`, 'blob/0011.part']) on.fileSystem.create(path).close();
    const { blobs: listed, unknown } = listBlobs(on.fileSystem);
    expect([...listed].sort()).toEqual([...blobs].sort());
    expect([...unknown].sort()).toEqual([`${blobFolder(first)}/stranger`, `blob/zz/${first}`].sort());
    removeParts(on.fileSystem);
    expect(on.fileSystem.list('blob')).not.toContain('0011.part');
  });
});
