import { describe, expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { writeNewSealed } from '#main/casefile/sealed-file.ts';
import { startSealing, unseal } from '#main/crypto/cobblestone.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const key = Buffer.alloc(32, 1);
const context = Buffer.from('a place');
const disk = () => recordingDisk({ folders: ['snap'], files: new Map() });
const write = (files: FileSystem, texts: Iterable<string>, least = 1_024, behind?: () => readonly Uint8Array[]) =>
  writeNewSealed(files, 'snap/x.part', startSealing(key, context), least, texts, behind);
const piece = 64 * 16_400;

describe('the steps of sealing a long text into a file', () => {
  it('are pieces of a mebibyte in their order, the chunk with the length last, and one sync', () => {
    const steps = (length: number) => {
      const on = disk();
      write(on.fileSystem, ['x'.repeat(length)], 0);
      return on.operations.map((each) => (each.op === 'write' ? [each.at, each.bytes.length] : each.op));
    };
    expect(steps(100)).toEqual(['create', [0, 56 + 104 + 16], 'sync']);
    expect(steps(30_000)).toEqual(['create', [56 + 16_400, 30_720 - 16_384 + 16], [0, 56 + 16_400], 'sync']);
    // Ends with a full chunk: one more follows, of nothing.
    expect(steps(16_380)).toEqual(['create', [56 + 16_400, 16], [0, 56 + 16_400], 'sync']);
    expect(steps(1_048_572)).toEqual(['create', [56 + 16_400, 63 * 16_400], [56 + piece, 16], [0, 56 + 16_400], 'sync']);
    expect(steps(2_000_000)).toEqual(['create', [56 + 16_400, 63 * 16_400], [56 + piece, 2_031_616 - 1_048_576 + 61 * 16], [0, 56 + 16_400], 'sync']);
  });

  it('take what lies behind the text when all of that was taken', () => {
    const on = disk();
    const order: string[] = [];
    const texts = function* () {
      for (const text of ['one ', 'two']) {
        order.push(text);
        yield text;
      }
    };
    const bytes = write(on.fileSystem, texts(), 64, () => {
      order.push('behind');
      return [Buffer.from('three'), Buffer.alloc(20_000, 7)];
    });
    expect(order).toEqual(['one ', 'two', 'behind']);
    const file = on.content().files.get('snap/x.part') ?? Buffer.alloc(0);
    const plain = unseal(key, context, file) ?? Buffer.alloc(4);
    expect([bytes, plain.readUInt32LE(0), plain.toString('latin1', 4, 16)]).toEqual([file.length, 7, 'one twothree']);
    expect(plain.subarray(16).equals(Buffer.concat([Buffer.alloc(20_000, 7), Buffer.alloc(plain.length - 20_016)]))).toBe(true);
    expect(plain.length).toBe(20_480);
  });

  it.each(['write', 'sync'])('end with the file closed when it fails at a %s', (failing) => {
    const on = disk();
    const closed: string[] = [];
    const files: FileSystem = {
      ...on.fileSystem,
      create: (path) => ({ ...on.fileSystem.create(path), close: () => void closed.push(path) }),
    };
    on.failWith((_, op) => (op === failing ? { code: 'ENOSPC', share: 0 } : null));
    expect(() => write(files, ['text'])).toThrow('ENOSPC');
    expect(closed).toEqual(['snap/x.part']);
    on.failWith(null);
    expect(() => write(on.fileSystem, ['text'])).toThrow('EEXIST');
  });
});
