import { describe, expect, it } from 'vitest';
import { readPatiently } from '#main/casefile/patient-reading.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const sector = 4096;
const content = Buffer.from(Array.from({ length: 2 * sector + 100 }, (_, at) => 1 + (at % 250)));
const disk = () => recordingDisk({ folders: [], files: new Map([['case.a', content]]) });
/** A medium of which some sectors cannot be read. */
function failing(...bad: readonly number[]) {
  const { fileSystem } = disk();
  const asked: string[] = [];
  const files = readPatiently({
    ...fileSystem,
    open: (path, mode) => {
      const file = fileSystem.open(path, mode);
      return {
        ...file,
        read: (at, length, into) => {
          asked.push(`${length} at ${at}`);
          const last = Math.min(at + length, content.length) - 1;
          if (bad.some((each) => at < (each + 1) * sector && last >= each * sector)) throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'read' });
          return file.read(at, length, into);
        },
      };
    },
  });
  return { file: files.open('case.a', 'read'), asked };
}
const zeroed = (...bad: readonly number[]) => {
  const copy = Buffer.from(content);
  for (const each of bad) copy.fill(0, each * sector, Math.min((each + 1) * sector, copy.length));
  return copy;
};

describe('a failing medium', () => {
  it.each([[[]], [[0]], [[1]], [[2]], [[0, 2]], [[0, 1, 2]]])('gives everything but the sectors %j, which are zeros', (bad) => {
    const { file } = failing(...bad);
    expect(file.read(0, content.length)).toEqual(zeroed(...bad));
    expect(file.read(0, content.length + 5000)).toEqual(zeroed(...bad));
    expect(file.read(sector - 10, 20)).toEqual(zeroed(...bad).subarray(sector - 10, sector + 10));
    expect(file.read(2 * sector, 7)).toEqual(zeroed(...bad).subarray(2 * sector, 2 * sector + 7));
  });

  it('has nothing behind the end of a file', () => {
    const { file } = failing(2);
    expect(file.read(2 * sector + 90, 50)).toEqual(Buffer.alloc(10));
  });

  it('is asked once where it can be read, and sector by sector where not', () => {
    const whole = failing();
    whole.file.read(10, 5000);
    expect(whole.asked).toEqual(['5000 at 10']);
    const { file, asked } = failing(1);
    file.read(10, 2 * sector);
    expect(asked).toEqual(['8192 at 10', '4086 at 10', '4096 at 4096', '10 at 8192']);
    asked.length = 0;
    file.read(sector, sector);
    expect(asked).toEqual(['4096 at 4096', '4096 at 4096']);
  });

  it('that cannot list a folder has nothing in it', () => {
    const { fileSystem, failWith } = disk();
    const files = readPatiently({
      ...fileSystem,
      list: () => {
        throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'scandir' });
      },
    });
    failWith(null);
    expect(files.list('.')).toEqual([]);
    expect(readPatiently(fileSystem).list('.')).toEqual(['case.a']);
  });

  it('does not open what is not there', () => {
    expect(() => readPatiently(disk().fileSystem).open('case.b', 'read')).toThrow('ENOENT');
  });

  it('passes on what is no fault of the disk', () => {
    const { fileSystem } = disk();
    const bug = () => {
      throw new TypeError('a bug');
    };
    const files = readPatiently({ ...fileSystem, list: bug, open: (path, mode) => ({ ...fileSystem.open(path, mode), read: bug }) });
    expect(() => files.list('.')).toThrow('a bug');
    expect(() => files.open('case.a', 'read').read(0, 10)).toThrow('a bug');
  });
});
