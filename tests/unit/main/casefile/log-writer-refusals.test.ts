import { describe, expect, it } from 'vitest';
import { noCare } from '#main/casefile/care-state.ts';
import type { FileSystem, OpenFile } from '#main/casefile/file-system.ts';
import type { LogWriter } from '#main/casefile/log-writer.ts';
import type { RecordingDisk } from '#tests/harness/recording-file-system.ts';
import { logDisk, logWriter, openFrameOn, recordsOn, roomAhead, segmentsOn, sizesOn, smallFrame, stepsOn } from '#tests/harness/written-log.ts';

describe('a log whose disk fails', () => {
  /** Fails every step of these kinds until told otherwise. */
  const failing = (on: RecordingDisk, code: string, ...ops: readonly string[]) => on.failWith((_, op) => (ops.includes(op) ? { code, share: 0 } : null));
  const once = (on: RecordingDisk, code: string, wanted: string, nth = 1) => {
    const met = new Set<number>();
    on.failWith((step, op) => {
      if (op === wanted) met.add(step);
      return op === wanted && met.size === nth ? { code, share: 0 } : null;
    });
  };
  const started = () => {
    const on = logDisk();
    const log = logWriter(on.fileSystem);
    log.append('a');
    return { on, log, before: on.operations.length };
  };

  it.each(['write', 'sync'])('in one %s leaves the segment for good, writes the edit into a new one, without room ahead', (op) => {
    const { on, log } = started();
    const head = log.position().head.toString('hex');
    once(on, 'EIO', op);
    expect(log.append('b')).toBeNull();
    expect(segmentsOn(on).map(({ open }) => [open?.number, open?.prevHead])).toEqual([
      [1, '0'.repeat(64)],
      [2, head],
    ]);
    expect(segmentsOn(on)[1]).toMatchObject({ end: 'clean', frames: [{}, { record: { seq: 2, body: 'b' } }] });
    expect(sizesOn(on)[1]).toBe(64 + openFrameOn(on) + smallFrame);
    on.failWith(null);
    log.append('c');
    expect(sizesOn(on)[1]).toBe(64 + openFrameOn(on) + 2 * smallFrame);
    log.rotate();
    log.append('d');
    expect(sizesOn(on)[2]).toBe(64 + openFrameOn(on) + roomAhead);
  });

  it.each([
    ['EIO', 'input-output'],
    ['EROFS', 'read-only'],
    ['EACCES', 'no-permission'],
  ])('with %s again and again is broken: it answers the same from then on and asks nothing of the disk', (code, reason) => {
    const { on, log, before } = started();
    const position = log.position();
    failing(on, code, 'write');
    const problem = { kind: 'write-failed', reason };
    expect(log.append('b')).toEqual(problem);
    expect(log.broken()).toEqual(problem);
    expect(log.position()).toEqual(position);
    on.failWith(null);
    const asked = on.operations.length;
    expect([log.append('b'), log.appendHeader(1), log.appendCare(noCare), log.appendClose()]).toEqual([problem, problem, problem, problem]);
    expect(on.operations).toHaveLength(asked);
    // The new segment that was tried has gone again.
    expect(stepsOn(on, before)).toEqual(['create', 'remove']);
    expect(log.begun()).toHaveLength(2);
  });

  it('that is full is not broken: it goes on when there is space', () => {
    const { on, log } = started();
    failing(on, 'ENOSPC', 'write', 'resize');
    expect(log.append('b')).toEqual({ kind: 'write-failed', reason: 'disk-full' });
    expect(log.broken()).toBeNull();
    on.failWith(null);
    expect(log.append('b')).toBeNull();
    log.letGo();
    expect(recordsOn(on)).toEqual([
      ['open', 1],
      ['open', 2],
    ]);
  });

  it('takes a refused edit back with an empty segment when it is let go, which continues from what was acknowledged', () => {
    const { on, log } = started();
    const { head, seq } = log.position();
    failing(on, 'ENOSPC', 'sync');
    expect(log.append('b')).toMatchObject({ reason: 'disk-full' });
    on.failWith(null);
    log.letGo();
    const last = segmentsOn(on).at(-1);
    expect([last?.frames.length, last?.open?.prevHead, last?.open?.seq]).toEqual([1, head.toString('hex'), seq]);
    const { length } = on.operations;
    log.letGo();
    expect(on.operations).toHaveLength(length);
  });

  it('tries three times to take it back, then leaves it', () => {
    const { on, log } = started();
    failing(on, 'ENOSPC', 'sync');
    log.append('b');
    const before = on.operations.length;
    log.letGo();
    expect(stepsOn(on, before).filter((op) => op === 'create')).toHaveLength(3);
    expect(on.fileSystem.list('log')).toHaveLength(1);
    log.letGo();
    expect(stepsOn(on, before).filter((op) => op === 'create')).toHaveLength(6);
  });

  it('takes it back at the second try where the first fails', () => {
    const { on, log } = started();
    failing(on, 'ENOSPC', 'sync');
    log.append('b');
    once(on, 'EIO', 'create');
    log.letGo();
    expect(recordsOn(on).at(-1)).toEqual(['open']);
  });

  it('has nothing to take back when a later edit was written', () => {
    const { on, log } = started();
    // A disk that refuses may have written all the same.
    on.failWith((_, op) => (op === 'sync' ? { code: 'ENOSPC', share: 1 } : null));
    log.append('b');
    on.failWith(null);
    log.append('b');
    log.letGo();
    expect(recordsOn(on)).toEqual([
      ['open', 1, 2],
      ['open', 2],
    ]);
  });

  it.each([
    ['write', 1],
    ['write', 2],
    ['resize', 1],
    ['sync', 1],
    ['sync-folder', 1],
    ['write', 3],
    ['sync', 2],
  ])('while a segment is made, in %s %i, leaves nothing of it', (op, nth) => {
    const on = logDisk();
    const log = logWriter(on.fileSystem);
    once(on, 'EIO', op, nth);
    expect(log.append('a')).toBeNull();
    expect(recordsOn(on)).toEqual([['open', 1]]);
    expect(segmentsOn(on)[0]).toMatchObject({ number: 2, open: { prevHead: '0'.repeat(64) } });
    expect(log.position()).toMatchObject({ seq: 1, segmentNumber: 2 });
  });

  it('when it closes a file that it leaves, or gives room back, loses nothing', () => {
    const { on, log } = started();
    failing(on, 'EIO', 'resize');
    log.letGo();
    expect(segmentsOn(on)).toMatchObject([{ end: 'roomy', frames: [{}, { record: { seq: 1 } }] }]);
    const files = withFiles(on.fileSystem, (file) => ({
      ...file,
      close: () => {
        throw Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'close' });
      },
    }));
    const other = logWriter(files, log.position());
    on.failWith(null);
    expect(other.append('b')).toBeNull();
    expect(() => other.letGo()).not.toThrow();
  });
});

const withFiles = (files: FileSystem, change: (file: OpenFile) => OpenFile): FileSystem => ({ ...files, create: (path) => change(files.create(path)) });

describe('a bug is no failing disk', () => {
  const bug = () => {
    throw new TypeError('a bug');
  };
  const withBug = (name: keyof OpenFile, from: number): LogWriter => {
    const on = logDisk();
    let asked = 0;
    return logWriter(
      withFiles(on.fileSystem, (file) => ({
        ...file,
        [name]: (...given: readonly never[]) => (++asked > from ? bug() : (file[name] as (...all: readonly never[]) => unknown)(...given)),
      })),
    );
  };

  it('in what an edit writes, or a note that cannot be written down', () => {
    expect(() => withBug('write', 2).append('a')).toThrow('a bug');
    expect(() => withBug('sync', 0).append('a')).toThrow('a bug');
    expect(() => logWriter(logDisk().fileSystem).append(1n)).toThrow(TypeError);
  });

  it('in what lets go of the file', () => {
    const trimming = withBug('resize', 1);
    trimming.append('a');
    expect(() => trimming.letGo()).toThrow('a bug');
    const closing = withBug('close', 0);
    closing.append('a');
    expect(() => closing.letGo()).toThrow('a bug');
  });

  it('in what takes an edit back', () => {
    const on = logDisk();
    let broken = false;
    const log = logWriter({ ...on.fileSystem, create: (path) => (broken ? bug() : on.fileSystem.create(path)) });
    on.failWith((_, op) => (op === 'sync' ? { code: 'ENOSPC', share: 0 } : null));
    log.append('a');
    broken = true;
    expect(() => log.letGo()).toThrow('a bug');
  });
});
