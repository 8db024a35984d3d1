import { describe, expect, it } from 'vitest';
import { openSealedFile } from '#main/casefile/sealed-reader.ts';
import { chunkBytes, seal } from '#main/crypto/cobblestone.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const key = Buffer.alloc(32, 7);
const context = Buffer.from('a place');
const plain = Buffer.from(Array.from({ length: 3 * chunkBytes + 1_000 }, (_, at) => (at * 7) & 0xff));
const diskOf = (bytes: Buffer) => recordingDisk({ folders: ['snap'], files: new Map([['snap/a', bytes]]) });
const open = (bytes: Buffer) => openSealedFile(diskOf(bytes).fileSystem, 'snap/a', key, context);

describe('a sealed file that is read here and there', () => {
  const sealed = seal(key, context, plain);

  it.each([
    [0, 4],
    [10, chunkBytes],
    [chunkBytes - 3, 6],
    [0, plain.length],
    [plain.length - 5, 100],
    [plain.length, 10],
  ])('gives what was sealed from %i, %i bytes', (at, length) => {
    expect(
      open(sealed)
        ?.read(at, length)
        ?.equals(plain.subarray(at, at + length)),
    ).toBe(true);
  });

  it('reads many chunks at once as it reads few', () => {
    const long = Buffer.concat(Array.from({ length: 8 }, () => plain));
    expect(
      open(seal(key, context, long))
        ?.read(5, long.length - 9)
        ?.equals(long.subarray(5, -4)),
    ).toBe(true);
  });

  it('loses only what lies in a damaged chunk', () => {
    const bytes = Buffer.from(sealed);
    bytes.writeUInt8(bytes.readUInt8(56 + chunkBytes + 16 + 9) ^ 1, 56 + chunkBytes + 16 + 9);
    const reader = open(bytes);
    expect(reader?.read(chunkBytes + 4, 4)).toBeNull();
    expect(reader?.read(0, 2 * chunkBytes)).toBeNull();
    expect(reader?.read(0, chunkBytes)?.equals(plain.subarray(0, chunkBytes))).toBe(true);
    expect(reader?.read(2 * chunkBytes, 100)?.equals(plain.subarray(2 * chunkBytes, 2 * chunkBytes + 100))).toBe(true);
  });

  it('is not opened when it was cut, made longer, moved, or is of another key', () => {
    for (const cut of [0, 56, 71, 56 + chunkBytes + 16, sealed.length - 1]) expect(open(sealed.subarray(0, cut)), String(cut)).toBeNull();
    expect(open(Buffer.concat([sealed, Buffer.alloc(1)]))).toBeNull();
    expect(openSealedFile(diskOf(sealed).fileSystem, 'snap/a', key, Buffer.from('elsewhere'))).toBeNull();
    expect(openSealedFile(diskOf(sealed).fileSystem, 'snap/a', Buffer.alloc(32, 8), context)).toBeNull();
  });

  it('tells what the disk cannot read as that while it is opened, and takes it for damage afterwards', () => {
    const disk = diskOf(sealed);
    const reader = openSealedFile(disk.fileSystem, 'snap/a', key, context);
    disk.failWith(() => ({ code: 'EIO', share: 0 }));
    expect(() => reader?.read(chunkBytes, 10)).toThrow('EIO');
    expect(() => openSealedFile(disk.fileSystem, 'snap/a', key, context)).toThrow('EIO');
    reader?.settle();
    expect(reader?.read(chunkBytes, 10)).toBeNull();
  });
});
