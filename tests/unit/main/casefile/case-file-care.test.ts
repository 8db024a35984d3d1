import { describe, expect, it } from 'vitest';
import type { CaseFile } from '#main/casefile/case-file.ts';
import { openCaseFile } from '#main/casefile/case-file.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { SnapshotDamage } from '#main/casefile/indexed-snapshot.ts';
import { isSnapshotName, readSnapshot } from '#main/casefile/snapshot.ts';
import { openCases, recordsOf } from '#tests/harness/bare-case.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { good } from '#tests/harness/stored-case.ts';

const care = (id: string) => ({ noticed: [], settled: [id] });
const [one, two] = [care('aaaaaaaaaaaa'), care('bbbbbbbbbbbb')];
const full = { ok: false, problem: { kind: 'write-failed', reason: 'disk-full' } };
const newestHead = (file: CaseFile) => readSnapshot(file.files, file.keys, file.files.list('snap').filter(isSnapshotName).at(-1) ?? '')?.head;
const failAt =
  (ops: readonly string[], code = 'ENOSPC') =>
  (_: number, op: string) =>
    ops.includes(op) ? { code, share: 0 } : null;

describe('what is kept in mind of a case', () => {
  it('is written with the next edit, before it and once', async () => {
    const { on, file } = await openCases();
    file.keepInMind(one);
    expect([file.care(), on.operations.some(({ op }) => op === 'sync-folder')]).toEqual([one, false]);
    good(file.append('second'));
    good(file.append('third'));
    expect(recordsOf(on, file).at(-1)).toEqual(['open', 'care', 'second', 'third']);
    const again = await openCases(on.content(), 'read');
    expect(again.file.care()).toEqual(one);
    await file.abandon();
  });

  it('is in a snapshot, and then in no edit after it', async () => {
    const { on, file } = await openCases();
    file.keepInMind(one);
    good(file.snapshot([]));
    expect(newestHead(file)?.care).toEqual(one);
    good(file.append('second'));
    expect(recordsOf(on, file).at(-1)).toEqual(['open', 'second']);
    await file.abandon();
  });

  it('is on the medium at once when it was decided, and then in no edit after it', async () => {
    const { on, file } = await openCases();
    file.keepInMind(one);
    expect(file.changeCare(two)).toEqual({ ok: true, value: null });
    good(file.append('second'));
    expect([recordsOf(on, file).at(-1), file.care()]).toEqual([['open', 'care', 'second'], two]);
    good(await file.close([]));
    expect(newestHead(file)?.care).toEqual(two);
  });

  it('stays what it was when the decision cannot be written, and a case that was only decided about is closed as one that was edited', async () => {
    const { on, file } = await openCases();
    good(await file.close([]));
    const again = await openCases(on.content());
    again.on.failWith(failAt(['write']));
    expect(again.file.changeCare(two)).toEqual(full);
    expect(again.file.care()).toEqual({ noticed: [], settled: [] });
    again.on.failWith(null);
    good(again.file.changeCare(two));
    good(await again.file.close([]));
    expect(newestHead(again.file)).toMatchObject({ care: two, closed: true });
  });

  it('is tried again with the next edit when it could not be written', async () => {
    const { on, file } = await openCases();
    file.keepInMind(one);
    on.failWith(failAt(['write']));
    expect(file.append('second')).toEqual(full);
    on.failWith(null);
    good(file.append('second'));
    expect(recordsOf(on, file).at(-1)).toEqual(['open', 'care', 'second']);
    await file.abandon();
  });
});

describe('a snapshot', () => {
  it('is wanted when the log has grown by eight mebibytes, and after one that was refused by as much again', async () => {
    const { on, file } = await openCases();
    const grow = () => good(file.append('x'.repeat(4_300_000)));
    grow();
    expect(file.wantsSnapshot()).toBe(false);
    grow();
    expect(file.wantsSnapshot()).toBe(true);
    on.failWith(failAt(['write']));
    expect(file.snapshot(['"a line"'])).toEqual(full);
    on.failWith(null);
    expect(file.wantsSnapshot()).toBe(false);
    grow();
    grow();
    expect(file.wantsSnapshot()).toBe(true);
    good(file.snapshot(['"a line"']));
    expect(file.wantsSnapshot()).toBe(false);
    grow();
    grow();
    expect(file.wantsSnapshot()).toBe(true);
    await file.abandon();
  }, 30_000);

  it('is wanted later when the last one is large: by half of it', async () => {
    const { file } = await openCases();
    good(file.snapshot([`"${'x'.repeat(20_000_000)}"`]));
    good(file.append('x'.repeat(8_500_000)));
    expect(file.wantsSnapshot()).toBe(false);
    good(file.append('x'.repeat(2_500_000)));
    expect(file.wantsSnapshot()).toBe(true);
    await file.abandon();
  }, 30_000);

  it('is refused when a part of the one before turns out damaged; a bug is thrown', async () => {
    const { file } = await openCases();
    const failing = function* (error: Error): Iterable<string> {
      yield '"a line"';
      throw error;
    };
    expect(file.snapshot(failing(new SnapshotDamage()))).toEqual({ ok: false, problem: { kind: 'write-failed', reason: 'input-output' } });
    expect(() => file.snapshot(failing(new TypeError('a bug')))).toThrow('a bug');
    expect(file.files.list('snap')).toEqual([]);
    await file.abandon();
  });
});

describe('closing a case', () => {
  it.each([
    ['the log', 'write'],
    ['the snapshot', 'rename'],
  ])('that is refused for %s leaves it open, with its lock', async (_, failing) => {
    const { on, file, caseKey } = await openCases();
    good(file.append('second'));
    on.failWith(failAt([failing]));
    expect(await file.close([])).toEqual(full);
    on.failWith(null);
    expect(await openCaseFile(on.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write')).toEqual({ ok: false, problem: { kind: 'case-in-use' } });
    good(file.append('third'));
    good(await file.close([]));
    const again = await openCases(on.content(), 'read');
    expect(again.file.findings).toEqual([]);
  });

  it('gives back every file that it had open', async () => {
    const { start, caseKey } = await openCases(undefined, 'read');
    const open = new Set<object>();
    const on = recordingDisk(start);
    const watch = (file: ReturnType<FileSystem['open']>) => {
      open.add(file);
      return { ...file, close: () => void open.delete(file) };
    };
    const files: FileSystem = {
      ...on.fileSystem,
      open: (path, mode) => watch(on.fileSystem.open(path, mode)),
      create: (path) => watch(on.fileSystem.create(path)),
    };
    const placed = { text: '["notes","1",{}]', collection: 'notes', key: '1', columns: [], cells: [] };
    const opened = async () => good(await openCaseFile(files, { kind: 'case-key', bytes: caseKey }, 'write'));
    const file = await opened();
    good(file.append('second'));
    good(file.shelf.write(Buffer.alloc(10), { below: [], above: [] }, []));
    expect(open.size).toBe(2);
    good(await file.close([placed]));
    expect(open.size).toBe(0);
    const again = await opened();
    expect([again.replay().indexed?.tables.size, open.size]).toEqual([1, 1]);
    await again.abandon();
    expect(open.size).toBe(0);
  });
});

describe('the header of a case that is opened for writing', () => {
  const without = (content: DiskContent, name: string): DiskContent => ({ ...content, files: new Map([...content.files].filter(([path]) => path !== name)) });
  it('is made whole again, and what an interrupted writing left is removed', async () => {
    const { start } = await openCases(undefined, 'read');
    const part = new Map([...without(start, 'case.b').files, ['snap/00000001-00000000.part', Buffer.alloc(1)]]);
    const reader = await openCases({ ...start, files: part }, 'read');
    expect(reader.file.findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual(['header-copy-damaged case.b']);
    const { on, file } = await openCases({ ...start, files: part });
    expect(file.findings.map(({ code, subject }) => `${code} ${subject}`)).toEqual(['header-copy-damaged case.b', 'header-copy-healed case.b']);
    expect([
      on
        .content()
        .files.get('case.b')
        ?.equals(start.files.get('case.a') ?? Buffer.alloc(0)),
      on.fileSystem.list('snap'),
    ]).toEqual([true, []]);
    await file.abandon();
  });

  it('that cannot be made whole lets nothing else be written', async () => {
    const { start, caseKey } = await openCases(undefined, 'read');
    const on = recordingDisk(without(start, 'case.b'));
    const create = (path: string) => {
      if (path === 'case.b') throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'open' });
      return on.fileSystem.create(path);
    };
    const file = good(await openCaseFile({ ...on.fileSystem, create }, { kind: 'case-key', bytes: caseKey }, 'write'));
    expect([file.writeBarrier(), file.append(1)]).toEqual([full.problem, full]);
    await file.abandon();
  });
});
