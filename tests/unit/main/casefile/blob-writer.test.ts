import { describe, expect, it } from 'vitest';
import { blobFolder, blobPath } from '#main/casefile/blob-layout.ts';
import { type Settled, writeBlobs } from '#main/casefile/blob-writer.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import type { FileSystem, OpenFile } from '#main/casefile/file-system.ts';
import type { BlobContent } from '#main/usecases/ports/blobs.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, good, silently } from '#tests/harness/stored-case.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const at = '2025-01-12T09:00:00.000Z';
const disk = () => recordingDisk({ folders: ['blob'], files: new Map() });
const nothingSettled = (): Settled => ({ folders: new Set(), blobs: new Set() });
const text = (of: string) => contentOf(Buffer.from(of));
const write = (files: FileSystem, contents: readonly BlobContent[], settled = nothingSettled(), report: Progress = silently) =>
  writeBlobs(
    files,
    keys,
    contents.map((content) => ({ content, at, report })),
    settled,
  );
async function stored(files: FileSystem, content: BlobContent, settled = nothingSettled()) {
  const [reply] = await write(files, [content], settled);
  if (!reply) throw new Error('no reply');
  return good(reply);
}
const failed = (reason: string) => ({ ok: false, problem: { kind: 'write-failed', reason } });
const steps = (on: RecordingDisk, from = 0) =>
  on.operations.slice(from).map((each) => ('path' in each ? `${each.op} ${each.path.replace(/[0-9a-f]{16}\.part/, 'PART')}` : each.op));
const withFiles = (on: RecordingDisk, change: (file: OpenFile) => Partial<OpenFile>): FileSystem => ({
  ...on.fileSystem,
  create: (path) => {
    const file = on.fileSystem.create(path);
    return { ...file, ...change(file) };
  },
});
const diskError = (code: string) => Object.assign(new Error(code), { code, syscall: 'x' });
const nothingLeft = (on: RecordingDisk) => expect(on.fileSystem.list('blob').filter((name) => name.endsWith('.part'))).toEqual([]);

describe('a content that is taken in', () => {
  it('is sealed, synced, given its name in its folder, and the names synced', async () => {
    const on = disk();
    const settled = nothingSettled();
    const { blob, bytes } = await stored(on.fileSystem, text('evidence'), settled);
    const folder = blobFolder(blob);
    expect(steps(on)).toEqual(['create blob/PART', 'write', 'sync', `folder ${folder}`, 'sync-folder blob', 'rename blob/PART', `sync-folder ${folder}`]);
    expect([bytes, settled]).toEqual([8, { folders: new Set([folder]), blobs: new Set([blob]) }]);
    expect(on.fileSystem.list(folder)).toEqual([blob]);
  });

  it('costs no sync when this session knows it to be there, and a sync of what lies there when it does not', async () => {
    const on = disk();
    const settled = nothingSettled();
    await write(on.fileSystem, [text('evidence')], settled);
    const before = on.operations.length;
    await stored(on.fileSystem, text('evidence'), settled);
    expect(steps(on, before)).toEqual(['create blob/PART', 'write', 'remove blob/PART']);
    const again = on.operations.length;
    const { blob } = await stored(on.fileSystem, text('evidence'));
    expect(steps(on, again)).toEqual(['create blob/PART', 'write', 'sync', 'sync-folder blob', `sync-folder ${blobFolder(blob)}`, 'remove blob/PART']);
  });

  it('is told of while it is sealed, and while it is checked once', async () => {
    const on = disk();
    const phases = async () => {
      const steps: string[] = [];
      await write(on.fileSystem, [text('evidence')], nothingSettled(), { step: (...step) => void steps.push(step.join(' ')), cancelled: () => false });
      return steps;
    };
    const steps = ['sealing 8 8', 'verifying 0 8'];
    expect(await phases()).toEqual(steps);
    // Now it is there, and what is checked is what lies there.
    expect(await phases()).toEqual(steps);
  });

  it('is brought to the medium and named once when it is asked for twice', async () => {
    const on = disk();
    const [other, one, two] = await write(on.fileSystem, [text('other'), text('same'), text('same')]);
    expect(one).toEqual(two);
    expect(one).not.toEqual(other);
    expect(steps(on).filter((step) => step === 'sync' || step.startsWith('rename'))).toHaveLength(4);
  });

  it('replaces a damaged copy of itself', async () => {
    const on = disk();
    const { blob } = await stored(on.fileSystem, text('evidence'));
    const sound = on.content().files.get(blobPath(blob))?.length;
    const file = on.fileSystem.open(blobPath(blob), 'write');
    file.write(Buffer.alloc(4), 100);
    const before = on.operations.length;
    await stored(on.fileSystem, text('evidence'));
    expect(steps(on, before)).toContain('rename blob/PART');
    expect(on.content().files.get(blobPath(blob))?.length).toBe(sound);
    expect(on.content().files.get(blobPath(blob))?.subarray(100, 104).equals(Buffer.alloc(4))).toBe(false);
  });
});

describe('a content that is refused', () => {
  it.each([
    ['create', 'ENOSPC', 'disk-full'],
    ['write', 'EFBIG', 'too-large'],
    ['sync', 'EIO', 'input-output'],
    ['folder', 'EROFS', 'read-only'],
    ['sync-folder', 'EIO', 'input-output'],
    ['rename', 'EACCES', 'no-permission'],
  ])('at a %s says why, and leaves nothing', async (op, code, reason) => {
    const on = disk();
    const settled = nothingSettled();
    on.failWith((_, each) => (each === op ? { code, share: 0 } : null));
    expect(await write(on.fileSystem, [text('evidence')], settled)).toEqual([failed(reason)]);
    on.failWith(null);
    nothingLeft(on);
    expect(settled.blobs.size).toBe(0);
  });

  it('because the last sync of its folder failed keeps its name, and is settled only when it is stored again', async () => {
    const on = disk();
    const settled = nothingSettled();
    let syncs = 0;
    on.failWith((_, op) => (op === 'sync-folder' && ++syncs === 2 ? { code: 'EIO', share: 0 } : null));
    expect(await write(on.fileSystem, [text('evidence')], settled)).toEqual([failed('input-output')]);
    expect([settled.folders.size, settled.blobs.size]).toEqual([1, 0]);
    const before = on.operations.length;
    expect((await write(on.fileSystem, [text('evidence')], settled))[0]?.ok).toBe(true);
    expect(steps(on, before).filter((step) => step.startsWith('sync'))).toHaveLength(2);
    expect(settled.blobs.size).toBe(1);
  });

  it('because what was written reads back as something else', async () => {
    const on = disk();
    const lying = withFiles(on, (file) => ({ read: (from, length) => Buffer.from(file.read(from, length)).fill(7) }));
    expect(await write(lying, [text('evidence')])).toEqual([failed('input-output')]);
    nothingLeft(on);
    // It reads back as it was written, and is another one when it is opened once more.
    const late = {
      ...on.fileSystem,
      open: (path: string, mode: 'read' | 'write') => {
        const file = on.fileSystem.open(path, mode);
        return { ...file, read: (from: number, length: number) => Buffer.from(file.read(from, length)).fill(7) };
      },
    };
    expect(await write(late, [text('evidence')])).toEqual([failed('input-output')]);
    nothingLeft(on);
  });

  it('because the file cannot be closed', async () => {
    const on = disk();
    const failing = withFiles(on, () => ({
      close: () => {
        throw diskError('EIO');
      },
    }));
    expect(await write(failing, [text('evidence')])).toEqual([failed('input-output')]);
    nothingLeft(on);
  });

  it('because nobody wants it any more: while it is read, or while it is checked', async () => {
    const cancelledAt = async (times: number, on: RecordingDisk) => {
      let asked = 0;
      const report = { step: () => undefined, cancelled: () => ++asked === times + 1 };
      const [reply] = await write(on.fileSystem, [text('evidence')], nothingSettled(), report);
      nothingLeft(on);
      return reply?.ok ? 'stored' : reply?.problem;
    };
    const cancelled = { kind: 'cancelled' };
    // Asked before the content, at its end, and by the check of what was written.
    expect([await cancelledAt(0, disk()), await cancelledAt(1, disk()), await cancelledAt(2, disk()), await cancelledAt(3, disk())]).toEqual([
      cancelled,
      cancelled,
      cancelled,
      'stored',
    ]);
    const on = disk();
    await write(on.fileSystem, [text('evidence')]);
    expect(await cancelledAt(2, on)).toEqual(cancelled);
  });

  it('does not stop the others, and the same content is refused with it', async () => {
    const on = disk();
    let creates = 0;
    on.failWith((_, op) => (op === 'create' && ++creates === 2 ? { code: 'ENOSPC', share: 0 } : null));
    const replies = await write(on.fileSystem, [text('one'), text('two'), text('three')]);
    expect(replies.map((reply) => reply.ok)).toEqual([true, false, true]);
    const other = disk();
    other.failWith((_, op) => (op === 'rename' ? { code: 'ENOSPC', share: 0 } : null));
    expect(await write(other.fileSystem, [text('same'), text('same')])).toEqual([failed('disk-full'), failed('disk-full')]);
    nothingLeft(other);
  });

  it('is none of our doing when there is a bug: that is thrown, and nothing is left', async () => {
    const on = disk();
    const buggy = withFiles(on, () => ({
      sync: () => undefined,
      syncAside: () => Promise.reject(new TypeError('a bug')),
    }));
    await expect(write(buggy, [text('evidence')])).rejects.toThrow('a bug');
    nothingLeft(on);
  });
});

describe('several contents', () => {
  it('are each closed, and what lies there already too', async () => {
    const on = disk();
    await write(on.fileSystem, [text('one')]);
    const open = new Set<object>();
    const watch = (file: OpenFile) => {
      open.add(file);
      return { ...file, close: () => void open.delete(file) };
    };
    const files: FileSystem = {
      ...on.fileSystem,
      open: (path, mode) => watch(on.fileSystem.open(path, mode)),
      create: (path) => watch(on.fileSystem.create(path)),
    };
    for (const reply of await write(files, [text('one'), text('two'), text('two')])) good(reply);
    expect(open.size).toBe(0);
  });
});
