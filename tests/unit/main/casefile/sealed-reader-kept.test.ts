import { describe, expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { openSealedFile } from '#main/casefile/sealed-reader.ts';
import { chunkBytes, seal } from '#main/crypto/cobblestone.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const key = Buffer.alloc(32, 7);
const context = Buffer.from('a place');
const plain = Buffer.alloc(40 * chunkBytes + 5, 'evidence ');
const sealed = seal(key, context, plain);

/** The reader of a file, with every reading of the disk and whether the file is closed. */
function watched(bytes = sealed, most?: number) {
  const on = recordingDisk({ folders: ['snap'], files: new Map([['snap/a', bytes]]) });
  const reads: (readonly [number, number])[] = [];
  let closed = 0;
  const files: FileSystem = {
    ...on.fileSystem,
    open: (path, mode) => {
      const file = on.fileSystem.open(path, mode);
      return {
        ...file,
        read: (at, length) => {
          reads.push([at, length]);
          return file.read(at, length);
        },
        close: () => {
          closed += 1;
        },
      };
    },
  };
  const reader = openSealedFile(files, 'snap/a', key, context, most);
  return { on, files, reader, reads, closed: () => closed };
}
const at = (chunk: number) => 56 + chunk * (chunkBytes + 16);

describe('what a sealed file costs to read', () => {
  it('is its head and its last chunk to be opened', () => {
    const { reader, reads, closed } = watched();
    expect(reads).toEqual([
      [0, 56],
      [at(40), chunkBytes + 16],
    ]);
    expect([reader?.bytes, reader?.plainBytes, closed()]).toEqual([sealed.length, plain.length, 0]);
    reader?.close();
    expect(closed()).toBe(1);
  });

  it('is each chunk once, as long as it is kept; the one that was not used for longest goes first', () => {
    const { reader, reads } = watched(sealed, 3);
    reads.length = 0;
    const chunk = (index: number) => reader?.read(index * chunkBytes, 1);
    for (const index of [0, 1, 2, 0, 1, 2]) chunk(index);
    expect(reads.map(([from]) => from)).toEqual([at(0), at(1), at(2)]);
    chunk(0);
    chunk(3);
    chunk(0);
    expect(reads).toHaveLength(4);
    chunk(1);
    expect(reads.at(-1)).toEqual([at(1), chunkBytes + 16]);
    expect(reads).toHaveLength(5);
  });

  it('is one reading for more than sixteen chunks, which are not kept', () => {
    const { reader, reads } = watched();
    reads.length = 0;
    expect(reader?.read(chunkBytes + 3, 16 * chunkBytes - 3)?.equals(plain.subarray(chunkBytes + 3, 17 * chunkBytes))).toBe(true);
    expect(reads).toHaveLength(16);
    reads.length = 0;
    expect(reader?.read(20 * chunkBytes + 3, 17 * chunkBytes - 3)?.equals(plain.subarray(20 * chunkBytes + 3, 37 * chunkBytes))).toBe(true);
    expect(reads).toEqual([[at(20), 17 * (chunkBytes + 16)]]);
    reader?.read(20 * chunkBytes, 1);
    expect(reads).toHaveLength(2);
    expect(reader?.read(22 * chunkBytes, 30 * chunkBytes)?.equals(plain.subarray(22 * chunkBytes))).toBe(true);
  });

  it('is nothing for nothing', () => {
    const { reader, reads } = watched();
    reads.length = 0;
    expect([reader?.read(5, 0)?.length, reader?.read(plain.length, 5)?.length, reader?.read(plain.length + 5, 5)?.length, reader?.read(5, -3)?.length]).toEqual(
      [0, 0, 0, 0],
    );
    expect(reads).toEqual([]);
  });
});

describe('a sealed file that is damaged or on a failing disk', () => {
  it('gives nothing of many chunks when one of them is damaged', () => {
    const bytes = Buffer.from(sealed);
    bytes.writeUInt8(bytes.readUInt8(at(5) + 9) ^ 1, at(5) + 9);
    const { reader } = watched(bytes);
    expect(reader?.read(0, 20 * chunkBytes)).toBeNull();
    expect(reader?.read(6 * chunkBytes, 20 * chunkBytes)?.length).toBe(20 * chunkBytes);
  });

  it('is closed when it is not opened', () => {
    for (const bytes of [Buffer.alloc(0), sealed.subarray(0, 80), Buffer.concat([sealed, Buffer.alloc(3)])]) {
      const { reader, closed } = watched(bytes);
      expect([reader, closed()]).toEqual([null, 1]);
    }
    const failing = watched();
    failing.on.failWith(() => ({ code: 'EIO', share: 0 }));
    expect(() => openSealedFile(failing.files, 'snap/a', key, context)).toThrow('EIO');
    expect(failing.closed()).toBe(1);
  });

  it('throws what the disk says of many chunks as well, until it is settled; a bug always', () => {
    const { on, reader } = watched();
    on.failWith(() => ({ code: 'EIO', share: 0 }));
    expect(() => reader?.read(0, 20 * chunkBytes)).toThrow('EIO');
    reader?.settle();
    expect(reader?.read(0, 20 * chunkBytes)).toBeNull();
    on.failWith(() => {
      throw new TypeError('a bug');
    });
    expect(() => reader?.read(0, 20 * chunkBytes)).toThrow('a bug');
    expect(() => reader?.read(0, 1)).toThrow('a bug');
  });
});
