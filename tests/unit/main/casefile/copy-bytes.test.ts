import { describe, expect, it } from 'vitest';
import { CopyCancelled, copyBytes, countBytes, sameBytes } from '#main/casefile/copy-bytes.ts';
import type { OpenFile } from '#main/casefile/file-system.ts';

const mebibyte = 1024 * 1024;
function counted(total: number, stopAfter = Number.POSITIVE_INFINITY) {
  const steps: string[] = [];
  let asked = 0;
  const report = { step: (phase: string, done: number, of: number) => void steps.push(`${phase} ${done} of ${of}`), cancelled: () => ++asked > stopAfter };
  return { count: countBytes(report, 'writing', total), steps };
}
/** Writes down what is asked of it. */
function target() {
  const asked: string[] = [];
  const never = () => {
    throw new Error('not asked for');
  };
  const file: OpenFile = {
    write: (bytes, at) => void asked.push(`${bytes.length} at ${at}`),
    writeBack: async () => void asked.push('flush'),
    read: never,
    size: never,
    resize: never,
    sync: never,
    syncAside: never,
    close: never,
  };
  return { file, asked };
}
const zeros = (_at: number, length: number) => Buffer.alloc(length);

describe('bytes that are counted', () => {
  it('begin at nothing, grow by what is added, and never pass the whole', () => {
    const { count, steps } = counted(10);
    count.show(4);
    count.add(6);
    count.show(3);
    count.show(9);
    count.add(9);
    expect(steps).toEqual(['writing 0 of 10', 'writing 4 of 10', 'writing 6 of 10', 'writing 9 of 10', 'writing 10 of 10', 'writing 10 of 10']);
  });

  it('stop at the first that is added once the person has cancelled', () => {
    const { count, steps } = counted(10, 1);
    count.add(2);
    count.show(2);
    expect(() => count.add(2)).toThrow(CopyCancelled);
    expect(steps.at(-1)).toBe('writing 4 of 10');
  });
});

describe('a file that is copied', () => {
  it('goes over in pieces of a mebibyte, each to its place, and is counted piece by piece', async () => {
    const { count, steps } = counted(3 * mebibyte);
    const { file, asked } = target();
    const read: string[] = [];
    const reading = (at: number, length: number) => {
      read.push(`${length} at ${at}`);
      return Buffer.alloc(length);
    };
    await copyBytes(reading, 2 * mebibyte + 5, file, 512, count);
    expect(read).toEqual(['1048576 at 0', '1048576 at 1048576', '5 at 2097152']);
    expect(asked).toEqual(['1048576 at 512', '1048576 at 1049088', '5 at 2097664']);
    expect(steps.slice(1)).toEqual(['writing 1048576 of 3145728', 'writing 2097152 of 3145728', 'writing 2097157 of 3145728']);
  });

  it('is read no further than its length, and not at all when it is empty', async () => {
    const { file, asked } = target();
    await copyBytes(zeros, mebibyte, file, 0, counted(0).count);
    await copyBytes(() => expect.unreachable(), 0, file, 0, counted(0).count);
    expect(asked).toEqual(['1048576 at 0']);
  });

  it('is flushed at every 32 mebibytes', async () => {
    const { file, asked } = target();
    await copyBytes(zeros, 65 * mebibyte, file, 0, counted(65 * mebibyte).count);
    expect(asked.flatMap((each, at) => (each === 'flush' ? [at] : []))).toEqual([32, 65]);
  });

  it.each([
    ['its first piece', mebibyte - 1],
    ['its last', 2 * mebibyte + 4],
  ])('that has become shorter within %s is an error of the disk, and that piece is not written', async (_, there) => {
    const { file, asked } = target();
    const shorter = copyBytes((at, length) => Buffer.alloc(Math.min(length, there - at)), 2 * mebibyte + 5, file, 0, counted(0).count);
    await expect(shorter).rejects.toMatchObject({ code: 'EIO', syscall: 'read', message: 'EIO: a file became shorter while it was copied' });
    expect(asked).toHaveLength(Math.floor(there / mebibyte));
  });

  it('lets other work run between two pieces', async () => {
    const order: string[] = [];
    const reading = (_at: number, length: number) => {
      setImmediate(() => order.push('other work'));
      order.push('piece');
      return Buffer.alloc(length);
    };
    await copyBytes(reading, 2 * mebibyte, target().file, 0, counted(0).count);
    expect(order).toEqual(['piece', 'other work', 'piece', 'other work']);
  });
});

describe('two files that are compared', () => {
  const bytes = Buffer.alloc(2 * mebibyte + 5, 7);
  const readOf = (content: Buffer) => (at: number, length: number) => content.subarray(at, at + length);
  const changed = (at: number) => {
    const copy = Buffer.from(bytes);
    copy.writeUInt8(8, at);
    return copy;
  };

  it('hold the same bytes to the last one, and are counted', async () => {
    const { count, steps } = counted(bytes.length);
    expect(await sameBytes(readOf(bytes), readOf(Buffer.from(bytes)), bytes.length, count)).toBe(true);
    expect(steps.slice(1)).toEqual(['writing 1048576 of 2097157', 'writing 2097152 of 2097157', 'writing 2097157 of 2097157']);
  });

  it.each([0, mebibyte - 1, mebibyte, 2 * mebibyte, 2 * mebibyte + 4])('differ by the one at %s', async (at) => {
    expect(await sameBytes(readOf(bytes), readOf(changed(at)), bytes.length, counted(0).count)).toBe(false);
    expect(await sameBytes(readOf(changed(at)), readOf(bytes), bytes.length, counted(0).count)).toBe(false);
  });

  it('are compared no further than the length that is asked', async () => {
    const longest: number[] = [];
    const reading = (at: number, length: number) => {
      longest.push(at + length);
      return bytes.subarray(at, at + length);
    };
    expect(await sameBytes(reading, readOf(bytes), 2 * mebibyte, counted(0).count)).toBe(true);
    expect(longest).toEqual([mebibyte, 2 * mebibyte]);
    expect(await sameBytes(() => expect.unreachable(), readOf(bytes), 0, counted(0).count)).toBe(true);
  });
});
