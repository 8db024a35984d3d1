import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorCode, type FileSystem, fileSize, readWhole, realFileSystem, roomFor, writeNew } from '#main/casefile/file-system.ts';
import { codeOf, codeOfLater } from '#tests/harness/error-codes.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const onDisk = (work: (files: FileSystem, folder: string) => void | Promise<void>) => inTemporaryFolder(async (folder) => work(realFileSystem(folder), folder));
const mode = (path: string) => statSync(path).mode & 0o777;

describe('the folder of a case', () => {
  it('is made with its parents, for its owner only', () =>
    onDisk((_, folder) => {
      const path = join(folder, 'a/b/c.case');
      expect(realFileSystem(path).createRoot()).toBe('made');
      for (const made of ['a', 'a/b', 'a/b/c.case']) expect(mode(join(folder, made)), made).toBe(0o700);
    }));

  it('may be there: empty, with something in it, or no folder at all', () =>
    onDisk((_, folder) => {
      const root = (name: string) => realFileSystem(join(folder, name)).createRoot();
      mkdirSync(join(folder, 'empty'));
      mkdirSync(join(folder, 'full/inner'), { recursive: true });
      writeFileSync(join(folder, 'file'), '');
      expect(['empty', 'full', 'file'].map(root)).toEqual(['empty', 'not-empty', 'not-a-folder']);
      expect(codeOf(() => root('file/a.case'))).toBe('ENOTDIR');
    }));

  it('cannot be made where nothing can, and says why', () => {
    expect(codeOf(() => realFileSystem('/proc/corroborate/a.case').createRoot())).toBe('ENOENT');
    expect(codeOf(() => realFileSystem('/proc').createFolder('a'))).toBe('ENOENT');
  });

  it('has folders that may be made twice, and not where a file is', () =>
    onDisk((files, folder) => {
      files.createFolder('log/deep');
      files.createFolder('log/deep');
      expect(mode(join(folder, 'log/deep'))).toBe(0o700);
      writeFileSync(join(folder, 'file'), '');
      expect(codeOf(() => files.createFolder('file'))).toBe('EEXIST');
      symlinkSync(join(folder, 'nowhere'), join(folder, 'link'));
      expect(codeOf(() => files.createFolder('link'))).toBe('EEXIST');
      expect(codeOf(() => files.createFolder('link/below'))).toBe('EEXIST');
      files.removeFolder('log/deep');
      expect(files.list('log')).toEqual([]);
      expect(codeOf(() => files.removeFolder('log/deep'))).toBe('ENOENT');
    }));

  it('lists names in order; one that is not there is empty, and one that is a file is refused', () =>
    onDisk((files, folder) => {
      for (const name of ['b', 'C', 'a', 'ä']) writeFileSync(join(folder, name), '');
      expect(files.list('.')).toEqual(['C', 'a', 'b', 'ä']);
      expect(files.list('nowhere')).toEqual([]);
      expect(codeOf(() => files.list('a'))).toBe('ENOTDIR');
    }));
});

describe('the files of a case', () => {
  it('are made once, for their owner only, and can be read and written at any place', () =>
    onDisk((files, folder) => {
      const file = files.create('a');
      file.write(Buffer.from('evidence'), 0);
      file.write(Buffer.from('X'), 3);
      file.write(Buffer.alloc(0), 100);
      expect([file.size(), file.read(0, 100).toString(), file.read(2, 3).toString(), file.read(50, 5).length]).toEqual([8, 'eviXence', 'iXe', 0]);
      file.close();
      expect(mode(join(folder, 'a'))).toBe(0o600);
      expect(codeOf(() => files.create('a'))).toBe('EEXIST');
      expect(codeOf(() => files.create('no/a'))).toBe('ENOENT');
    }));

  it('are opened to be read, or to be written as well, when they are there', () =>
    onDisk((files) => {
      writeNew(files, 'a', Buffer.from('one '), Buffer.from('two'));
      const reading = files.open('a', 'read');
      expect(codeOf(() => reading.write(Buffer.from('x'), 0))).toBe('EBADF');
      reading.close();
      const writing = files.open('a', 'write');
      writing.write(Buffer.from('ONE'), 0);
      writing.close();
      expect(readWhole(files, 'a').toString()).toBe('ONE two');
      expect(codeOf(() => files.open('b', 'read'))).toBe('ENOENT');
      expect(codeOf(() => files.open('b', 'write'))).toBe('ENOENT');
      expect(codeOf(() => writing.size())).toBe('EBADF');
    }));

  it('are read into memory that is given, when it is long enough', () =>
    onDisk((files) => {
      writeNew(files, 'a', Buffer.from('evidence'));
      const file = files.open('a', 'read');
      const room = Buffer.alloc(8);
      expect(file.read(2, 8, room).buffer).toBe(room.buffer);
      expect([room.toString('latin1', 0, 6), file.read(2, 8, room).length]).toEqual(['idence', 6]);
      const short = Buffer.alloc(7);
      expect(file.read(0, 8, short).toString()).toBe('evidence');
      expect(short.equals(Buffer.alloc(7))).toBe(true);
      file.close();
    }));

  it('are made longer by zeros on the disk itself, and shorter by a cut', () =>
    onDisk((files, folder) => {
      const file = files.create('a');
      file.write(Buffer.from('evidence'), 0);
      file.resize(150_000);
      expect(file.size()).toBe(150_000);
      expect(file.read(8, 150_000).equals(Buffer.alloc(150_000 - 8))).toBe(true);
      // Zeros that were written, not a hole: what is put there later needs no room of its own.
      expect(statSync(join(folder, 'a')).blocks * 512).toBeGreaterThanOrEqual(150_000);
      file.resize(150_000);
      expect(file.size()).toBe(150_000);
      file.resize(3);
      expect(file.read(0, 10).toString()).toBe('evi');
      file.close();
    }));

  it('are renamed over others, removed, touched, and have a time', () =>
    onDisk((files, folder) => {
      writeNew(files, 'a', Buffer.from('new'));
      writeNew(files, 'b', Buffer.from('old'));
      files.rename('a', 'b');
      expect([files.list('.'), readFileSync(join(folder, 'b'), 'utf8')]).toEqual([['b'], 'new']);
      utimesSync(join(folder, 'b'), 1_000, 2_000);
      expect([files.changedAt('b'), files.changedAt('a')]).toEqual([2_000_000, null]);
      files.touch('b');
      expect(files.changedAt('b')).toBeGreaterThan(1_700_000_000_000);
      files.remove('b');
      expect(files.list('.')).toEqual([]);
      expect([codeOf(() => files.remove('b')), codeOf(() => files.touch('b')), codeOf(() => files.rename('a', 'b'))]).toEqual(['ENOENT', 'ENOENT', 'ENOENT']);
    }));

  it('are synced in every way there is, with their folder', () =>
    onDisk(async (files) => {
      const file = files.create('a');
      file.write(Buffer.from('evidence'), 0);
      file.sync();
      await Promise.all([file.syncAside(), file.writeBack(), files.syncFolderAside('.')]);
      files.syncFolder('.');
      file.close();
      expect(codeOf(() => file.sync())).toBe('EBADF');
      expect(await Promise.all([file.syncAside(), file.writeBack()].map(codeOfLater))).toEqual(['EBADF', 'EBADF']);
    }));

  it('are in a folder that its sync leaves closed', () => {
    const open = () => readdirSync('/proc/self/fd').length;
    const before = open();
    realFileSystem('/').syncFolder('.');
    expect(open()).toBe(before);
  });

  it('tell when they cannot be synced', async () => {
    const devices = realFileSystem('/dev');
    const file = devices.open('full', 'write');
    expect(codeOf(() => file.write(Buffer.from('x'), 0))).toBe('ENOSPC');
    expect(codeOf(() => file.sync())).toBe('EINVAL');
    expect(await Promise.all([file.syncAside(), file.writeBack()].map(codeOfLater))).toEqual(['EINVAL', 'EINVAL']);
    file.close();
    expect(codeOf(() => realFileSystem('/proc').syncFolder('.'))).toBe('EINVAL');
    expect(await codeOfLater(realFileSystem('/proc').syncFolderAside('.'))).toBe('EINVAL');
    expect(codeOf(() => realFileSystem('/proc').syncFolder('nowhere'))).toBe('ENOENT');
    expect(await codeOfLater(realFileSystem('/proc').syncFolderAside('nowhere'))).toBe('ENOENT');
  });
});

describe('what helps with any disk', () => {
  const disk = (content: string) => recordingDisk({ folders: [], files: new Map([['a', Buffer.from(content)]]) });
  const closing = (on: ReturnType<typeof disk>) => {
    const closed: string[] = [];
    const withClose = (path: string, file: ReturnType<FileSystem['open']>) => ({ ...file, close: () => void closed.push(path) });
    const files: FileSystem = {
      ...on.fileSystem,
      open: (path, how) => withClose(`${path} after ${how}`, on.fileSystem.open(path, how)),
      create: (path) => withClose(path, on.fileSystem.create(path)),
    };
    return { files, closed };
  };

  it('reads a whole file, tells its size, and closes it', () => {
    const { files, closed } = closing(disk('evidence'));
    expect([readWhole(files, 'a').toString(), fileSize(files, 'a'), fileSize(files, 'b')]).toEqual(['evidence', 8, null]);
    expect(closed).toEqual(['a after read', 'a after read']);
  });

  it('closes it when the disk fails, and tells that', () => {
    const on = disk('evidence');
    on.failWith(() => ({ code: 'EIO', share: 0 }));
    const { files, closed } = closing(on);
    expect(codeOf(() => readWhole(files, 'a'))).toBe('EIO');
    expect(closed).toEqual(['a after read']);
    const open = () => {
      throw Object.assign(new Error('EACCES'), { code: 'EACCES' });
    };
    expect(codeOf(() => fileSize({ ...files, open }, 'a'))).toBe('EACCES');
  });

  it('writes a new file piece by piece and syncs it before it is closed', () => {
    const on = disk('');
    const { files, closed } = closing(on);
    writeNew(files, 'b', Buffer.from('one '), Buffer.from('two '), Buffer.from('three'));
    expect(on.content().files.get('b')?.toString()).toBe('one two three');
    expect([on.operations.map(({ op }) => op), closed]).toEqual([['create', 'write', 'write', 'write', 'sync'], ['b']]);
    on.failWith((_, op) => (op === 'sync' ? { code: 'ENOSPC', share: 0 } : null));
    expect([codeOf(() => writeNew(files, 'c', Buffer.from('x'))), closed]).toEqual(['ENOSPC', ['b', 'c']]);
  });

  it('knows the code of an error of the disk, and of nothing else', () => {
    const coded = (code: unknown) => Object.assign(new Error('x'), { code });
    expect([coded('EIO'), coded(5), new Error('x'), { code: 'EIO' }, null, undefined, 'EIO'].map(errorCode)).toEqual([
      'EIO',
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('makes room as long as is asked, large ones beside the beginning of a page', () => {
    expect([0, 100, 65_535, 65_536, 1_000_000].map((length) => roomFor(length).length)).toEqual([0, 100, 65_535, 65_536, 1_000_000]);
    expect(roomFor(65_536).byteOffset).toBeGreaterThan(0);
    expect(roomFor(65_536).byteOffset).toBe(roomFor(1_000_000).byteOffset);
    expect(roomFor(65_535).byteOffset).not.toBe(roomFor(65_536).byteOffset);
  });
});
