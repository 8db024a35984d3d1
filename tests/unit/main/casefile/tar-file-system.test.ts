import { describe, expect, it } from 'vitest';
import type { OpenFile } from '#main/casefile/file-system.ts';
import { readTarIndex, type TarIndex, tarFileSystem, tarRootPattern } from '#main/casefile/tar-file-system.ts';
import { encodeTarEntry, upToBlock } from '#main/casefile/tar-layout.ts';

const never = () => {
  throw new Error('a tar file is only read');
};
const inMemory = (bytes: Buffer): OpenFile => ({
  read: (at, length) => bytes.subarray(at, at + length),
  size: () => bytes.length,
  write: never,
  resize: never,
  sync: never,
  syncAside: never,
  writeBack: never,
  close: never,
});
const blob = 'ab'.repeat(26);
type Entry = readonly [string, string?];
/** A path that ends in a stroke is a folder. */
const entry = ([path, content = '']: Entry): Buffer =>
  Buffer.concat([
    encodeTarEntry({ path: path.replace(/\/$/, ''), kind: path.endsWith('/') ? 'folder' : 'file', bytes: content.length }, 7),
    Buffer.from(content),
    Buffer.alloc(upToBlock(content.length)),
  ]);
const tarOf = (entries: readonly Entry[], endBytes = 1024): Buffer => Buffer.concat([...entries.map(entry), Buffer.alloc(endBytes)]);
const indexOf = (bytes: Buffer): TarIndex | null => readTarIndex(inMemory(bytes));
const inRoot = (...entries: readonly Entry[]) => tarOf([['A.case/'], ...entries]);

describe('the files of a case in a tar file', () => {
  it('are found with the place and length of their content', () => {
    const index = indexOf(inRoot(['A.case/case.a', 'head'], ['A.case/log/'], ['A.case/README.txt', 'x'.repeat(600)], ['A.case/case.b']));
    expect([...(index ?? [])]).toEqual([
      ['case.a', { at: 1024, bytes: 4 }],
      ['README.txt', { at: 2560, bytes: 600 }],
      ['case.b', { at: 4096, bytes: 0 }],
    ]);
  });

  it.each([
    ['a', true],
    ['Kursk 2025_v1.2-b.case', true],
    ['A'.repeat(80), true],
    ['A'.repeat(81), false],
    ['', false],
    ['.hidden', false],
    ['-dash', false],
    ['a/b', false],
    ['Курск', false],
    ['a\n', false],
  ])('lie in one folder, which may be called %j: %s', (name, may) => {
    expect(tarRootPattern.test(name)).toBe(may);
  });

  it.each<readonly [string, Buffer]>([
    ['nothing but the end', tarOf([])],
    ['a folder without a file', inRoot(['A.case/log/'])],
    ['a file before any folder', tarOf([['case.a', 'head']])],
    ['a file in the place of the folder', tarOf([['A.case', ''], ['A.case/case.a']])],
    ['a folder with a name of dots', tarOf([['../'], ['../case.a']])],
    ['a second folder beside the first', inRoot(['A.case/case.a'], ['B.case/'])],
    ['a file beside the folder', inRoot(['A.case/case.a'], ['A.case2/case.b'])],
    ['the folder once more', inRoot(['A.case/'], ['A.case/case.a'])],
    ['a folder of no case', inRoot(['A.case/pictures/'], ['A.case/case.a'])],
    ['a folder twice', inRoot(['A.case/log/'], ['A.case/log/'], ['A.case/case.a'])],
    ['a file of no case', inRoot(['A.case/case.c'])],
    ['a file twice', inRoot(['A.case/case.a'], ['A.case/case.a'])],
    ['no end', tarOf([['A.case/'], ['A.case/case.a']], 0)],
    ['half an end', tarOf([['A.case/'], ['A.case/case.a']], 512)],
    ['an end longer than a record', tarOf([['A.case/'], ['A.case/case.a']], 20 * 512 + 512)],
    ['something behind the end', Buffer.concat([inRoot(['A.case/case.a']), Buffer.from('x')])],
    ['something in the second block of the end', Buffer.concat([tarOf([['A.case/'], ['A.case/case.a']], 600), Buffer.alloc(424, 1)])],
    ['something between content and the next block', inRoot(['A.case/case.a', 'head']).fill(1, 1024 + 511, 1024 + 512)],
    [
      'a folder that says it has bytes',
      Buffer.concat([entry(['A.case/']), encodeTarEntry({ path: 'A.case/log', kind: 'folder', bytes: 3 }, 7), entry(['A.case/case.a']), Buffer.alloc(1024)]),
    ],
    [
      'a first folder that says it has bytes',
      Buffer.concat([encodeTarEntry({ path: 'A.case', kind: 'folder', bytes: 3 }, 7), entry(['A.case/case.a']), Buffer.alloc(1024)]),
    ],
    [
      'a file larger than the whole',
      Buffer.concat([entry(['A.case/']), encodeTarEntry({ path: 'A.case/case.a', kind: 'file', bytes: 1025 }, 7), Buffer.alloc(1024)]),
    ],
    ['an entry that is none', inRoot(['A.case/case.a']).fill('x', 512, 1024)],
  ])('are not looked for in a tar file with %s', (_, bytes) => {
    expect(indexOf(bytes)).toBeNull();
  });

  it('may be followed by two blocks of zeros, and by as many as other programs fill up with', () => {
    for (const end of [1024, 5000, 20 * 512]) expect(indexOf(tarOf([['A.case/'], ['A.case/case.a']], end))?.size, `${end} zeros`).toBe(1);
  });

  it('may be as large as what is left', () => {
    const bytes = Buffer.concat([entry(['A.case/']), entry(['A.case/case.a', 'x'.repeat(512)])]);
    expect(indexOf(bytes)).toBeNull();
    expect(indexOf(Buffer.concat([bytes, Buffer.alloc(1024)]))?.get('case.a')).toEqual({ at: 1024, bytes: 512 });
  });
});

describe('a case in a tar file', () => {
  const bytes = inRoot(
    ['A.case/snap/'],
    ['A.case/snap/00000002-0011aabb', 'second'],
    ['A.case/snap/00000001-0011aabb', 'first'],
    ['A.case/case.a', 'head'],
    [`A.case/blob/ab/${blob}`, 'sealed'],
  );
  const opened = () => tarFileSystem(inMemory(bytes), indexOf(bytes) ?? new Map());

  it('lists each folder in order, and nothing for one that it does not hold', () => {
    const files = opened();
    expect(['.', 'snap', 'blob', 'blob/ab', 'log', 'case.a'].map((path) => files.list(path))).toEqual([
      ['blob', 'case.a', 'snap'],
      ['00000001-0011aabb', '00000002-0011aabb'],
      ['ab'],
      [blob],
      [],
      [],
    ]);
    expect(tarFileSystem(inMemory(bytes), new Map()).list('.')).toEqual([]);
  });

  it.each([
    [0, 6, 'second'],
    [0, 1000, 'second'],
    [2, 3, 'con'],
    [4, 1000, 'nd'],
    [6, 1000, ''],
    [7, 1000, ''],
    [1000, 2000, ''],
  ])('gives what a file has from %s for %s bytes, and nothing of its neighbours', (at, length, content) => {
    const file = opened().open('snap/00000002-0011aabb', 'read');
    expect(file.size()).toBe(6);
    expect(file.read(at, length).toString()).toBe(content);
    file.close();
  });

  it('may use the room that is offered for a reading', () => {
    const room = Buffer.alloc(6);
    const given: (Buffer | undefined)[] = [];
    const read: OpenFile['read'] = (at, length, into) => {
      given.push(into);
      return bytes.subarray(at, at + length);
    };
    const index = indexOf(bytes) ?? new Map();
    const file = tarFileSystem({ ...inMemory(bytes), read }, index).open('case.a', 'read');
    expect(file.read(0, 4, room).toString()).toBe('head');
    expect(given).toEqual([room]);
  });

  it('has no file that is not in it', () => {
    const files = opened();
    const opening = () => files.open('case.b', 'read');
    expect(opening).toThrow(expect.objectContaining({ code: 'ENOENT', syscall: 'open', message: 'ENOENT: not in the tar file' }));
    expect(() => files.open('case.b', 'write')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
    expect(() => files.open('snap', 'read')).toThrow(expect.objectContaining({ code: 'ENOENT' }));
  });

  it('is never written, as on a disk that is only read', () => {
    const files = opened();
    const file = files.open('case.a', 'read');
    const attempts = [
      () => files.createRoot(),
      () => files.createFolder('log'),
      () => files.create('case.c'),
      () => files.open('case.a', 'write'),
      () => files.rename('case.a', 'case.b'),
      () => files.remove('case.a'),
      () => files.removeFolder('snap'),
      () => files.syncFolder('.'),
      () => files.syncFolderAside('.'),
      () => files.touch('case.a'),
      () => file.write(Buffer.alloc(1), 0),
      () => file.resize(0),
      () => file.sync(),
      () => file.syncAside(),
      () => file.writeBack(),
    ];
    for (const attempt of attempts)
      expect(attempt).toThrow(expect.objectContaining({ code: 'EROFS', syscall: 'write', message: 'EROFS: a tar file is only read' }));
    expect(files.changedAt('case.a')).toBeNull();
  });
});
