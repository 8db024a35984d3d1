import { describe, expect, it } from 'vitest';
import { type CaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { isSnapshotName, linesOf, readSnapshot } from '#main/casefile/snapshot.ts';
import { anchorsIn, bareCase, openCases, recordsOf } from '#tests/harness/bare-case.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { good } from '#tests/harness/stored-case.ts';

const readOnly = { ok: false, problem: { kind: 'read-only' } };
const snapshots = (file: CaseFile) => file.files.list('snap').filter(isSnapshotName);
const headOf = (file: CaseFile, name = snapshots(file).at(-1) ?? '') => readSnapshot(file.files, file.keys, name)?.head;
const snapshotFiles = ({ files }: DiskContent) => [...files.keys()].filter((path) => path.startsWith('snap/'));

describe('a case that is open', () => {
  it('hands out what it holds, once', async () => {
    const { file } = await openCases();
    expect(file.caseId).toBe(file.keys.caseId.toString('hex'));
    expect([file.writeBarrier(), file.segmentAtWork(), file.findings]).toEqual([null, undefined, []]);
    expect(file.replay()).toEqual({ indexed: null, lines: [], bodies: [{ said: 'first' }] });
    expect(file.replay()).toEqual({ indexed: null, lines: [], bodies: [] });
    expect(file.wayBeside()).toBeNull();
    await file.abandon();
  });

  it('takes an edit: it is in the log when it is done, and the head goes on', async () => {
    const { on, file } = await openCases();
    const before = file.head().toString('hex');
    expect(file.append({ said: 'second' })).toEqual({ ok: true, value: null });
    expect(recordsOf(on, file).at(-1)).toEqual(['open', { said: 'second' }]);
    expect(file.head().toString('hex')).not.toBe(before);
    expect(on.fileSystem.list('log')).toContain(file.segmentAtWork());
    await file.abandon();
  });

  it('is closed with a snapshot that says where it stands, and is not written to again by who only looks', async () => {
    const { on, file } = await openCases();
    good(file.append({ said: 'second' }));
    const order: string[] = [];
    good(await file.close(['"a line"'], () => order.push(`${snapshots(file).length} snapshot`)));
    expect(order).toEqual(['1 snapshot']);
    const names = on.fileSystem.list('log');
    expect(recordsOf(on, file).at(-1)).toEqual(['open', { said: 'second' }, 'close']);
    expect(headOf(file)).toEqual({ v: 1, head: file.head().toString('hex'), seq: 2, segmentNumber: 2, covers: names, generation: 1, closed: true });
    const again = await openCases(on.content());
    const { lines, bodies } = again.file.replay();
    expect([[...lines], bodies]).toEqual([['"a line"'], []]);
    expect(again.file.head()).toEqual(file.head());
    good(await again.file.close([]));
    expect(again.on.operations.filter(({ op }) => op !== 'create' && op !== 'write' && op !== 'remove' && op !== 'sync')).toEqual([]);
    expect(again.on.content().files).toEqual(on.content().files);
  });

  it('is closed with a snapshot when its log was not in one yet, though nothing was edited', async () => {
    const { on, file } = await openCases();
    good(await file.close(['"a line"']));
    expect(headOf(file)).toMatchObject({ seq: 1, closed: true });
    expect(snapshotFiles(on.content())).toHaveLength(1);
  });

  it('takes a snapshot between: the next edit is in a new segment, and closing takes another', async () => {
    const { on, file } = await openCases();
    good(file.append('second'));
    good(file.snapshot(['"between"']));
    expect(headOf(file)).toMatchObject({ closed: false, seq: 2 });
    const before = file.segmentAtWork();
    good(await file.close(['"end"']));
    expect([file.segmentAtWork() === before, snapshots(file).length]).toEqual([false, 2]);
    const again = await openCases(on.content());
    expect([...again.file.replay().lines]).toEqual(['"end"']);
    // When a part of it turns out damaged.
    again.on.fileSystem.remove(`snap/${snapshots(again.file).at(-1)}`);
    expect([...(again.file.wayBeside()?.lines ?? [])]).toEqual(['"between"']);
    await again.file.abandon();
  });

  it('keeps the newest two snapshots and what the older of them needs', async () => {
    const { on, file } = await openCases();
    for (const number of [1, 2, 3]) {
      good(file.append(number));
      good(file.snapshot([`"${number}"`]));
    }
    const kept = snapshots(file);
    expect(kept.map((name) => [...linesOf(readSnapshot(file.files, file.keys, name)?.body ?? Buffer.alloc(0))][0])).toEqual(['"2"', '"3"']);
    expect(recordsOf(on, file)).toEqual([['open', 3]]);
    await file.abandon();
  });
});

describe('a case that is open for reading', () => {
  it('lets nothing be written, and writes nothing', async () => {
    const { on, file } = await openCases(undefined, 'read');
    expect(file.writeBarrier()).toEqual({ kind: 'read-only' });
    file.keepInMind({ noticed: [], settled: ['0123456789ab'] });
    expect(file.care()).toEqual({ noticed: [], settled: ['0123456789ab'] });
    expect([file.append(1), file.snapshot([]), file.changeCare({ noticed: [], settled: [] })]).toEqual([readOnly, readOnly, readOnly]);
    expect(await file.changeKeys(async () => ({ ok: true, value: { changes: [], value: 1 } }))).toEqual(readOnly);
    expect(file.wantsSnapshot()).toBe(false);
    let last = 0;
    good(await file.close([], () => (last += 1)));
    expect([last, on.operations]).toEqual([0, []]);
  });
});

describe('one writer at a time', () => {
  it('a second one is refused until the first has given the case back', async () => {
    const { on, caseKey } = await bareCase();
    const open = (mode: 'read' | 'write' = 'write') => openCaseFile(on.fileSystem, { kind: 'case-key', bytes: caseKey }, mode);
    const first = good(await open());
    expect(await open()).toEqual({ ok: false, problem: { kind: 'case-in-use' } });
    await good(await open('read')).abandon();
    await first.abandon();
    const second = good(await open());
    good(await second.close([]));
    await good(await open()).abandon();
  });

  it('a case that is refused is not held', async () => {
    const { on, caseKey } = await bareCase();
    const wrong = await openCaseFile(on.fileSystem, { kind: 'case-key', bytes: Buffer.alloc(32, 9) }, 'write');
    expect(wrong).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'header' } });
    on.failWith((_, op) => (op === 'read' ? { code: 'EIO', share: 0 } : null));
    expect(await openCaseFile(on.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write')).toMatchObject({ ok: false });
    on.failWith(null);
    await good(await openCaseFile(on.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write')).abandon();
  });

  it.each([
    ['EIO', 'input-output'],
    ['EACCES', 'no-permission'],
  ])('a log that answers %s cannot be read', async (code, reason) => {
    const { on, caseKey } = await bareCase();
    const list = (path: string) => {
      if (path === 'log') throw Object.assign(new Error(code), { code, syscall: 'scandir' });
      return on.fileSystem.list(path);
    };
    expect(await openCaseFile({ ...on.fileSystem, list }, { kind: 'case-key', bytes: caseKey }, 'read')).toEqual({
      ok: false,
      problem: { kind: 'unreadable-file', item: 1, reason },
    });
    const broken = () => {
      throw new TypeError('a bug');
    };
    await expect(openCaseFile({ ...on.fileSystem, list: broken }, { kind: 'case-key', bytes: caseKey }, 'read')).rejects.toThrow('a bug');
    expect(await openCaseFile(recordingDisk().fileSystem, { kind: 'case-key', bytes: caseKey }, 'read')).toEqual({
      ok: false,
      problem: { kind: 'not-a-case' },
    });
  });
});

describe('what this computer remembers of a case', () => {
  it('is where it stands after an edit, and at its end; not what a reader saw', async () => {
    const anchors = anchorsIn();
    const { on, file } = await openCases(undefined, 'write', anchors.port);
    const told = () => anchors.read(file)?.seq;
    expect(told()).toBeUndefined();
    good(file.append('second'));
    expect(anchors.read(file)).toEqual({ v: 1, head: file.head().toString('hex'), seq: 2, generation: 1 });
    // The next one would come half a minute later, or at the end.
    good(file.append('third'));
    expect(told()).toBe(2);
    good(await file.close([]));
    expect(anchors.read(file)).toEqual({ v: 1, head: file.head().toString('hex'), seq: 3, generation: 1 });
    const { writes } = anchors;
    const reader = await openCases(on.content(), 'read', anchors.port);
    good(await reader.file.close([]));
    expect(anchors.writes).toBe(writes);
  });

  it('is where it stands when it is given back after an edit, and nothing when none was made', async () => {
    const anchors = anchorsIn();
    const { file } = await openCases(undefined, 'write', anchors.port);
    await file.abandon();
    expect(anchors.read(file)).toBeUndefined();
    const edited = await openCases(undefined, 'write', anchors.port);
    good(edited.file.append('second'));
    good(edited.file.append('third'));
    await edited.file.abandon();
    expect(anchors.read(edited.file)?.seq).toBe(3);
  });

  it('says so when the case is older than it was', async () => {
    const anchors = anchorsIn();
    const { start, file } = await openCases(undefined, 'write', anchors.port);
    good(file.append('second'));
    good(await file.close([]));
    const older = await openCases(start, 'write', anchors.port);
    expect(older.file.findings).toEqual([{ severity: 'damage', code: 'older-than-seen', subject: 'log' }]);
    await older.file.abandon();
  });
});
