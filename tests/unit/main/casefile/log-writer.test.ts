import { describe, expect, it } from 'vitest';
import { noCare } from '#main/casefile/care-state.ts';
import { frameLength } from '#main/casefile/frame.ts';
import { logDisk, logWriter, nothingBefore, openFrameOn, recordsOn, roomAhead, segmentsOn, sizesOn, smallFrame, stepsOn } from '#tests/harness/written-log.ts';

describe('the log', () => {
  it('is made with the first edit: its head, its opening record, then the edit; each on the medium before the next', () => {
    const on = logDisk();
    const log = logWriter(on.fileSystem);
    expect([log.begun(), log.bytesSinceRotation(), on.operations]).toEqual([[], 0, []]);
    expect(log.append('edit')).toBeNull();
    const at = 64 + openFrameOn(on);
    expect(stepsOn(on)).toEqual(['create', 'write at 0', `resize ${at - 64 + roomAhead}`, 'write at 64', 'sync', 'sync-folder', `write at ${at}`, 'sync']);
    expect(log.append('edit')).toBeNull();
    expect(stepsOn(on).slice(8)).toEqual([`write at ${at + smallFrame}`, 'sync']);
    expect(log.bytesSinceRotation()).toBe(openFrameOn(on) + 2 * smallFrame);
  });

  it('says of itself what it continues from, and who writes', () => {
    const on = logDisk();
    const log = logWriter(on.fileSystem, { head: Buffer.alloc(32, 0xab), seq: 41, segmentNumber: 8 });
    log.append({ said: 'first' });
    const [segment] = segmentsOn(on);
    expect(segment?.open).toEqual({
      t: 'open',
      prev: '0'.repeat(64),
      prevHead: 'ab'.repeat(32),
      seq: 41,
      number: 9,
      generation: 7,
      writer: segment?.open?.writer,
      needs: [],
    });
    expect(segment?.open?.writer).toMatch(/^[0-9a-f]{32}$/);
    expect(segment?.frames[1]?.record).toMatchObject({ t: 'tx', seq: 42, body: { said: 'first' } });
    expect(log.begun()).toEqual(on.fileSystem.list('log'));
    expect(log.position()).toEqual({ head: Buffer.from(segment?.frames.at(-1)?.head ?? '', 'hex'), seq: 42, segmentNumber: 9 });
  });

  it('takes notes of the header and of care between edits, which count only edits', () => {
    const on = logDisk();
    const log = logWriter(on.fileSystem);
    const care = { ...noCare, settled: ['0123456789ab'] };
    expect([log.append(1), log.appendHeader(5), log.appendCare(care), log.append(2), log.appendClose()]).toEqual([null, null, null, null, null]);
    const [segment] = segmentsOn(on);
    expect(segment?.frames.map(({ record }) => ({ ...record, prev: undefined })).slice(1)).toEqual([
      { t: 'tx', seq: 1, body: 1 },
      { t: 'header', generation: 5 },
      { t: 'care', care },
      { t: 'tx', seq: 2, body: 2 },
      { t: 'close' },
    ]);
    expect(log.position().seq).toBe(2);
    expect(log.broken()).toBeNull();
  });

  it('ends its file with a close record: what is found behind it was put there', () => {
    const on = logDisk();
    const log = logWriter(on.fileSystem);
    log.append('edit');
    const before = on.operations.length;
    log.appendClose();
    expect(stepsOn(on, before)).toEqual([`resize ${-roomAhead + smallFrame}`, `write at ${64 + openFrameOn(on) + smallFrame}`, 'sync']);
    expect(segmentsOn(on)).toMatchObject([{ end: 'clean', outsideDamaged: false }]);
    expect(sizesOn(on)).toEqual([64 + openFrameOn(on) + 2 * smallFrame]);
    log.letGo();
    expect(stepsOn(on, before)).toHaveLength(3);
  });

  it('gives back the room it did not use when it is let go, and lets go once', () => {
    const on = logDisk();
    const log = logWriter(on.fileSystem);
    log.append('edit');
    const end = 64 + openFrameOn(on) + smallFrame;
    expect(sizesOn(on)).toEqual([end - smallFrame + roomAhead]);
    log.letGo();
    expect(sizesOn(on)).toEqual([end]);
    const { length } = on.operations;
    log.letGo();
    expect(on.operations).toHaveLength(length);
  });

  it('doubles the room, and adds no more than a mebibyte at once', () => {
    const on = logDisk();
    const log = logWriter(on.fileSystem);
    const rooms = Array.from({ length: 6 }, () => {
      log.append('x'.repeat(400_000));
      return sizesOn(on)[0];
    });
    const begins = 64 + openFrameOn(on);
    const edit = frameLength(400_002);
    const most = 1024 * 1024;
    const behind = (edits: number) => begins + edits * edit;
    expect(rooms).toEqual([2 * behind(1), 2 * behind(1), behind(3) + most, behind(3) + most, behind(3) + most, behind(6) + most]);
  });

  it('continues in a new segment after a rotation, which counts its bytes anew', () => {
    const on = logDisk();
    const log = logWriter(on.fileSystem);
    log.append('a');
    const head = log.position().head.toString('hex');
    log.rotate();
    expect(log.bytesSinceRotation()).toBe(0);
    expect(sizesOn(on)).toEqual([64 + openFrameOn(on) + smallFrame]);
    log.append('b');
    expect(log.bytesSinceRotation()).toBe(openFrameOn(on) + smallFrame);
    expect(recordsOn(on)).toEqual([
      ['open', 1],
      ['open', 2],
    ]);
    const [first, second] = segmentsOn(on);
    expect(second?.open).toMatchObject({ prevHead: head, seq: 1, number: 2, writer: first?.open?.writer });
    expect(log.begun()).toEqual([first?.name, second?.name]);
    expect(log.position().segmentNumber).toBe(2);
  });

  it('settles what it was read from once, before anything is made', () => {
    const on = logDisk();
    const seen: number[] = [];
    const log = logWriter(on.fileSystem, nothingBefore, () => void seen.push(on.operations.length));
    expect(seen).toEqual([]);
    log.append('a');
    log.rotate();
    log.append('b');
    expect(seen).toEqual([0]);
  });

  it('asks again for what could not be settled', () => {
    const on = logDisk();
    let asked = 0;
    const log = logWriter(on.fileSystem, nothingBefore, () => {
      asked += 1;
      if (asked < 2) throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'fdatasync' });
    });
    expect(log.append('a')).toBeNull();
    expect(asked).toBe(2);
    expect(recordsOn(on)).toEqual([['open', 1]]);
  });
});
