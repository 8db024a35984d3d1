import { describe, expect, it } from 'vitest';
import { markOf, removeOldPoints, type SnapshotMark } from '#main/casefile/recovery-points.ts';
import type { Snapshot } from '#main/casefile/snapshot.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const snap = (number: number) => `${String(number).padStart(8, '0')}-0a0b0c0d`;
const seg = (number: number) => `${String(number).padStart(8, '0')}-${'0a'.repeat(16)}.seg`;
const mark = (number: number, segmentNumber: number): SnapshotMark => ({ name: snap(number), segmentNumber, bytes: 100 });
const nothing = Buffer.alloc(0);
function diskWith(snapshots: readonly string[], segments: readonly string[]) {
  return recordingDisk({
    folders: ['snap', 'log'],
    files: new Map([...snapshots.map((name) => `snap/${name}`), ...segments.map((name) => `log/${name}`)].map((path) => [path, nothing])),
  });
}

describe('old ways to the state of a case', () => {
  it('go when two newer snapshots are there, with the log that the older of these stands for', () => {
    const disk = diskWith([snap(1), snap(2), snap(3)], [seg(1), seg(2), seg(3), seg(4)]);
    removeOldPoints(disk.fileSystem, [mark(1, 1), mark(2, 2), mark(3, 3)], [seg(1), seg(2), seg(3), seg(4)]);
    expect(disk.fileSystem.list('snap')).toEqual([snap(2), snap(3)]);
    expect(disk.fileSystem.list('log')).toEqual([seg(3), seg(4)]);
  });

  it.each([[[]], [[mark(5, 5)]]])('stay with fewer than two snapshots', (snapshots) => {
    const disk = diskWith([snap(1)], [seg(1)]);
    removeOldPoints(disk.fileSystem, snapshots, [seg(1)]);
    expect(disk.operations).toEqual([]);
  });

  it('are not what another program wrote: a segment nobody here has read, a snapshot after the older one, a file of no number', () => {
    const disk = diskWith(['letter.txt', snap(1), snap(2), snap(3), snap(4), `${snap(2).slice(0, 8)}-0e0f0a0b`], [seg(1), seg(2)]);
    removeOldPoints(disk.fileSystem, [mark(2, 2), mark(4, 4)], [seg(1)]);
    expect(disk.fileSystem.list('snap')).toEqual([snap(2), `${snap(2).slice(0, 8)}-0e0f0a0b`, snap(3), snap(4), 'letter.txt']);
    expect(disk.fileSystem.list('log')).toEqual([seg(2)]);
  });

  it('that are gone already are no obstacle', () => {
    const disk = diskWith([snap(2), snap(3)], [seg(2)]);
    removeOldPoints(disk.fileSystem, [mark(2, 2), mark(3, 3)], [seg(1), seg(2)]);
    expect(disk.fileSystem.list('log')).toEqual([]);
  });

  it('stay where the disk does not let them go, and a bug is no fault of the disk', () => {
    const disk = diskWith([snap(1), snap(2), snap(3)], [seg(1)]);
    disk.failWith(() => ({ code: 'EIO', share: 0 }));
    removeOldPoints(disk.fileSystem, [mark(2, 2), mark(3, 3)], [seg(1)]);
    expect(disk.fileSystem.list('snap')).toHaveLength(3);
    const bug = () => {
      throw new TypeError('a bug');
    };
    expect(() => removeOldPoints({ ...disk.fileSystem, list: bug }, [mark(2, 2), mark(3, 3)], [])).toThrow('a bug');
  });
});

it('a snapshot is marked by its name, the segment it stands in, and its bytes on the disk', () => {
  const head = { v: 1, head: 'ab'.repeat(32), seq: 5, segmentNumber: 7, generation: 1, closed: false } as const;
  const snapshot: Snapshot = { name: snap(3), number: 3, head, body: nothing, bytes: 1234 };
  expect(markOf(snapshot)).toEqual({ name: snap(3), segmentNumber: 7, bytes: 1234 });
});
