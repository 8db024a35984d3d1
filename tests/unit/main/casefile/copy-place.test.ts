import { existsSync, mkdirSync, readdirSync, readFileSync, statfsSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hasRoomFor, holdsOnlyPlainFiles, liesInside, stateOfPlace, writeNewFile, writeNewFolder } from '#main/casefile/copy-place.ts';
import { writeNew } from '#main/casefile/file-system.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const blob = `ab${'c'.repeat(50)}`;
const segment = `00000001-${'0a'.repeat(16)}.seg`;
/** Makes files with their folders; a path that ends in a stroke is a folder. */
function make(root: string, ...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(path.endsWith('/') ? join(root, path) : dirname(join(root, path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(root, path), 'x');
  }
}
const taken = { code: 'EEXIST', syscall: 'rename', message: 'EEXIST: the name is taken' };

it('a place is free, an empty folder, a folder or a file', () =>
  inTemporaryFolder(async (root) => {
    make(root, 'empty/', 'full/a', 'file');
    expect(['nothing', 'empty', 'full', 'file'].map((name) => stateOfPlace(join(root, name)))).toEqual(['free', 'empty-folder', 'folder', 'file']);
  }));

it('a path lies inside a folder wherever it leads into it, links on the way followed', () =>
  inTemporaryFolder(async (root) => {
    make(root, 'case/log/', 'case..d/', 'other/');
    symlinkSync(join(root, 'case'), join(root, 'link'));
    const inside = (path: string) => liesInside(join(root, 'case'), join(root, path));
    for (const path of ['case', 'case/log', 'case/new', 'case/new/deeper', 'case/..d', 'link', 'link/new', 'other/../case/new'])
      expect(inside(path), path).toBe(true);
    for (const path of ['other', 'new', 'case..d', 'case/../new', '.', 'cas', 'case2', 'link/../other']) expect(inside(path), path).toBe(false);
    expect(liesInside(join(root, 'link'), join(root, 'case', 'new'))).toBe(true);
    expect(liesInside(join(root, 'link'), join(root, 'other'))).toBe(false);
    expect(liesInside('/', '/nowhere/at/all')).toBe(true);
    expect(liesInside('/nowhere/at/all', '/')).toBe(false);
  }));

it('a disk has room for what it says is free, and for no more', () =>
  inTemporaryFolder(async (root) => {
    expect(hasRoomFor(join(root, 'new'), 1)).toBe(true);
    const { blocks, bsize } = statfsSync(root);
    expect(hasRoomFor(join(root, 'new'), blocks * bsize + 1)).toBe(false);
    expect(() => hasRoomFor(join(root, 'nowhere', 'new'), 1)).toThrow('ENOENT');
    // What the kernel tells of itself lies on no disk.
    if (existsSync('/proc/self') && statfsSync('/proc').blocks === 0) expect(hasRoomFor('/proc/new', Number.MAX_SAFE_INTEGER)).toBe(true);
  }));

describe('a new folder', () => {
  it('has its name once it is whole, for its owner only, and answers what was made', () =>
    inTemporaryFolder(async (root) => {
      const path = join(root, 'Backup.case');
      const made = await writeNewFolder(path, async (files) => {
        writeNew(files, 'README.txt', Buffer.from('x'));
        expect(readdirSync(root)).toEqual(['Backup.case.part']);
        expect(statSync(`${path}.part`).mode & 0o777).toBe(0o700);
        return 'made';
      });
      expect(made).toBe('made');
      expect(readdirSync(root)).toEqual(['Backup.case']);
      expect(readFileSync(join(path, 'README.txt'), 'utf8')).toBe('x');
    }));

  it('takes the place of an empty one', () =>
    inTemporaryFolder(async (root) => {
      make(root, 'Backup.case/');
      await writeNewFolder(join(root, 'Backup.case'), async (files) => {
        writeNew(files, 'a', Buffer.alloc(1));
        return 'made';
      });
      expect(readdirSync(join(root, 'Backup.case'))).toEqual(['a']);
    }));

  it.each<readonly [string, () => Promise<string | null>]>([
    ['nothing can be made', async () => null],
    ['the making fails', () => Promise.reject(new Error('no luck'))],
  ])('is not there, not even in part, when %s', (_, work) =>
    inTemporaryFolder(async (root) => {
      expect(await writeNewFolder(join(root, 'Backup.case'), work).catch((error: Error) => error.message)).toBe(
        await work().catch((error: Error) => error.message),
      );
      expect(readdirSync(root)).toEqual([]);
    }),
  );

  it.each(['Backup.case', 'Backup.case/letter'])('does not take a name that was taken meanwhile: %s', (path) =>
    inTemporaryFolder(async (root) => {
      const making = writeNewFolder(join(root, 'Backup.case'), async () => {
        make(root, path);
        return 'made';
      });
      await expect(making).rejects.toMatchObject(taken);
      expect(readdirSync(root)).toEqual(['Backup.case']);
    }),
  );

  it.each([
    ['nothing', ['Backup.case.part/']],
    [
      'files of a case',
      ['README.txt', 'case.a', 'BACKUP', `log/${segment}`, 'snap/00000001-0a0b0c0d', 'escrow/0001-0a0b0c0d.age', `blob/ab/${blob}`].map(
        (path) => `Backup.case.part/${path}`,
      ),
    ],
    ['parts of files', ['Backup.case.part/case.a.part', `Backup.case.part/log/${segment}.part`, 'Backup.case.part/blob/ab/x.part']],
  ])('is made where a killed run left %s', (_, left) =>
    inTemporaryFolder(async (root) => {
      make(root, ...left);
      expect(await writeNewFolder(join(root, 'Backup.case'), async (files) => files.list('.').length)).toBe(0);
      expect(readdirSync(root)).toEqual(['Backup.case']);
    }),
  );

  it.each([
    ['a file', ['Backup.case.part']],
    ['a letter', ['Backup.case.part/letter.txt']],
    ['a folder of no case', ['Backup.case.part/letters/']],
    ['a letter in a folder of a case', ['Backup.case.part/log/letter.txt']],
    ['a letter beside the files of a case', ['Backup.case.part/case.a', 'Backup.case.part/letter.txt']],
    ['a folder with the name of a file', ['Backup.case.part/case.a/']],
  ])('is not made where %s of another make lies', (_, left) =>
    inTemporaryFolder(async (root) => {
      make(root, ...left);
      const making = writeNewFolder(join(root, 'Backup.case'), () => expect.unreachable());
      await expect(making).rejects.toMatchObject(taken);
      for (const path of left) expect(existsSync(join(root, path)), path).toBe(true);
    }),
  );

  it('is not made over a link with the name of its part', () =>
    inTemporaryFolder(async (root) => {
      make(root, 'elsewhere/case.a');
      symlinkSync(join(root, 'elsewhere'), join(root, 'Backup.case.part'));
      await expect(writeNewFolder(join(root, 'Backup.case'), () => expect.unreachable())).rejects.toMatchObject(taken);
      mkdirSync(join(root, 'B.case.part'));
      symlinkSync(join(root, 'elsewhere', 'case.a'), join(root, 'B.case.part', 'case.a'));
      await expect(writeNewFolder(join(root, 'B.case'), () => expect.unreachable())).rejects.toMatchObject(taken);
      expect(existsSync(join(root, 'elsewhere', 'case.a'))).toBe(true);
    }));
});

describe('a new file', () => {
  it('has its name once it is whole, for its owner only, and answers what was made', () =>
    inTemporaryFolder(async (root) => {
      const path = join(root, 'Backup.tar');
      const made = await writeNewFile(path, async (file) => {
        file.write(Buffer.from('x'), 0);
        expect(readdirSync(root)).toEqual(['Backup.tar.part']);
        return 'made';
      });
      expect(made).toBe('made');
      expect(readdirSync(root)).toEqual(['Backup.tar']);
      expect([readFileSync(path, 'utf8'), statSync(path).mode & 0o777]).toEqual(['x', 0o600]);
    }));

  it('is made where a killed run left a part of it, and not where a folder has that name', () =>
    inTemporaryFolder(async (root) => {
      make(root, 'Backup.tar.part', 'Other.tar.part/');
      expect(await writeNewFile(join(root, 'Backup.tar'), async (file) => file.size())).toBe(0);
      await expect(writeNewFile(join(root, 'Other.tar'), () => expect.unreachable())).rejects.toMatchObject({ code: 'EEXIST' });
      expect(readdirSync(root)).toEqual(['Backup.tar', 'Other.tar.part']);
    }));

  it.each<readonly [string, () => Promise<string | null>]>([
    ['nothing can be made', async () => null],
    ['the making fails', () => Promise.reject(new Error('no luck'))],
  ])('is not there, not even in part, when %s', (_, work) =>
    inTemporaryFolder(async (root) => {
      expect(await writeNewFile(join(root, 'Backup.tar'), work).catch((error: Error) => error.message)).toBe(
        await work().catch((error: Error) => error.message),
      );
      expect(readdirSync(root)).toEqual([]);
    }),
  );

  it('is closed, whether it was made or not', () =>
    inTemporaryFolder(async (root) => {
      for (const made of ['made', null]) {
        const sizes: (() => number)[] = [];
        await writeNewFile(join(root, `Backup-${made}.tar`), async ({ size }) => {
          sizes.push(size);
          return made;
        });
        for (const size of sizes) expect(size).toThrow('EBADF');
      }
    }));

  it('does not take a name that was taken meanwhile', () =>
    inTemporaryFolder(async (root) => {
      const making = writeNewFile(join(root, 'Backup.tar'), async () => {
        writeFileSync(join(root, 'Backup.tar'), 'a letter');
        return 'made';
      });
      await expect(making).rejects.toMatchObject(taken);
      expect(readdirSync(root)).toEqual(['Backup.tar']);
      expect(readFileSync(join(root, 'Backup.tar'), 'utf8')).toBe('a letter');
    }));
});

describe('a folder to read a case from', () => {
  const whole = ['case.a', 'README.txt', `log/${segment}`, 'snap/', 'escrow/', `blob/ab/${blob}`];

  it.each([
    ['the files of a case', whole],
    ['nothing', []],
    [
      'other files and folders beside them, which are not read',
      [...whole, 'letter.txt', 'letters/a', 'log/letter.txt', 'log/letters/a', 'blob/letter.txt', 'blob/letters/a', 'blob/ab/letter.txt'],
    ],
  ])('may hold %s', (_, paths) =>
    inTemporaryFolder(async (root) => {
      make(root, ...paths);
      expect(holdsOnlyPlainFiles(root)).toBe(true);
    }),
  );

  it.each([
    ['a folder in the place of a file', 'case.a/'],
    ['a folder in the place of a segment', `log/${segment}/`],
    ['a folder in the place of a blob', `blob/ab/${blob}/`],
    ['a file in the place of the log', 'log'],
    ['a file in the place of the snapshots', 'snap'],
    ['a file in the place of the escrows', 'escrow'],
    ['a file in the place of the blobs', 'blob'],
    ['a file in the place of a folder of blobs', 'blob/ab'],
  ])('may not have %s', (_, path) =>
    inTemporaryFolder(async (root) => {
      make(root, path);
      expect(holdsOnlyPlainFiles(root)).toBe(false);
    }),
  );

  it.each(['case.a', 'BACKUP', 'escrow/0001-0a0b0c0d.age', 'snap/00000001-0a0b0c0d', `log/${segment}`, `blob/ab/${blob}`, 'log', 'blob', 'blob/ab', 'escrow'])(
    'may not have a link for %s',
    (path) =>
      inTemporaryFolder(async (root) => {
        make(root, 'elsewhere/a', `case/${path.includes('/') ? dirname(path) : '.'}/`);
        symlinkSync(join(root, 'elsewhere', ...(path.includes('.') || path.length > 20 || path === 'BACKUP' ? ['a'] : [])), join(root, 'case', path));
        expect(holdsOnlyPlainFiles(join(root, 'case'))).toBe(false);
      }),
  );

  it('may be chosen by a link, and is looked at all the same', () =>
    inTemporaryFolder(async (root) => {
      make(root, 'elsewhere/a', 'real/case.a');
      symlinkSync(join(root, 'real'), join(root, 'link'));
      expect(holdsOnlyPlainFiles(join(root, 'link'))).toBe(true);
      symlinkSync(join(root, 'elsewhere', 'a'), join(root, 'real', 'case.b'));
      expect(holdsOnlyPlainFiles(join(root, 'link'))).toBe(false);
    }));
});
