import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type BackupWishes, backUpCase, copyToNewFolder } from '#main/casefile/backup.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { openBackup } from '#main/casefile/copy-source.ts';
import { type FileSystem, realFileSystem } from '#main/casefile/file-system.ts';
import { decodeHeader } from '#main/casefile/header.ts';
import { readOpening } from '#main/casefile/opening.ts';
import { sixWords } from '#main/crypto/recovery-code.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { good, inTemporaryFolder, silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const { content, caseKey, seqBefore } = sound;
const decoded = decodeHeader(content.files.get('case.a') ?? Buffer.alloc(0));
if (decoded.state !== 'whole') throw new Error('the header is not whole');
const keys = caseKeys(caseKey, decoded.header.caseId);
const bytesInAll = [...content.files.values()].reduce((sum, { length }) => sum + length, 0);
const [blobPath = ''] = [...content.files.keys()].filter((path) => path.startsWith('blob/'));
const lostBlob = 'z'.repeat(52) as BlobId;
const source = (): FileSystem => recordingDisk(content).fileSystem;
/** The source on a disk that reads a snapshot otherwise at each time. */
const fickle = (): FileSystem => {
  const files = source();
  let times = 0;
  return {
    ...files,
    open: (path, mode) => {
      const file = files.open(path, mode);
      const read: typeof file.read = (at, length) => {
        times += 1;
        return Buffer.from(file.read(at, length)).fill(times, 0, 1);
      };
      return path.startsWith('snap/') && path > 'snap/00000002' ? { ...file, read } : file;
    },
  };
};
/** The source on a disk that fails whenever it is read. */
const failing = (code: string | null): FileSystem => ({
  ...source(),
  open: () => {
    throw code === null ? new TypeError('a bug') : Object.assign(new Error(code), { code, syscall: 'open' });
  },
});
const refused = (problem: object) => ({ ok: false, problem });
const backUp = (files: FileSystem, to: string, as: 'folder' | 'tar', wishes: Partial<BackupWishes> = {}, cancelled = () => false) =>
  backUpCase(files, keys, '/nowhere/Kursk.case', { to, as, cited: new Set(), at: 1_736_672_400_999, ...wishes }, { step: () => undefined, cancelled });
const filesIn = (folder: string): DiskContent['files'] => new Map([...content.files.keys()].map((path) => [path, readFileSync(join(folder, path))]));

describe.each(['folder', 'tar'] as const)('a backup as a %s', (as) => {
  it('tells where it lies, what it holds, and where the case stood', () =>
    inTemporaryFolder(async (parent) => {
      const to = join(parent, 'Backup.tar');
      const made = good(await backUp(source(), to, as));
      expect(made).toMatchObject({ place: to, files: 10, bytes: bytesInAll, edits: seqBefore + 3, damaged: 0 });
      const opening = readOpening(source(), keys, 1);
      expect(made.headWords).toEqual('kind' in opening ? '' : sixWords(Buffer.from(opening.lineage.head, 'hex')));
      expect([made.copiedFiles, made.copiedBytes]).toEqual(as === 'tar' ? [10, bytesInAll] : [8, bytesInAll - 2 * 8192]);
      expect(readdirSync(parent)).toEqual(['Backup.tar']);
    }));

  it('gives every file back', () =>
    inTemporaryFolder(async (parent) => {
      const to = join(parent, 'Backup.tar');
      good(await backUp(source(), to, as));
      const opened = good(openBackup(to));
      const restored = join(parent, 'Restored.case');
      good(await copyToNewFolder(opened.files, keys, restored, new Set(), silently));
      opened.close();
      expect(filesIn(restored)).toEqual(content.files);
    }));

  it('counts what exhibits rest on and the case has lost', () =>
    inTemporaryFolder(async (parent) => {
      const [, , blob = ''] = blobPath.split('/');
      const cited = new Set([lostBlob, 'y'.repeat(52) as BlobId, blob as BlobId]);
      expect(good(await backUp(source(), join(parent, 'Backup'), as, { cited }))).toMatchObject({ damaged: 2 });
    }));

  it('counts what is damaged in the case, and copies it all the same', () =>
    inTemporaryFolder(async (parent) => {
      const spoilt = Buffer.from(content.files.get(blobPath) ?? []).fill(1, 300, 304);
      const { fileSystem } = recordingDisk({ ...content, files: new Map([...content.files, [blobPath, spoilt]]) });
      expect(good(await backUp(fileSystem, join(parent, 'Backup'), as))).toMatchObject({ damaged: 1 });
    }));

  it('is refused when it is cancelled, and leaves nothing', () =>
    inTemporaryFolder(async (parent) => {
      expect(await backUp(source(), join(parent, 'Backup'), as, {}, () => true)).toEqual(refused({ kind: 'cancelled' }));
      expect(readdirSync(parent)).toEqual([]);
    }));

  it.each([
    ['a file', 'letter.txt'],
    ['a place inside the case', 'Kursk.case/log'],
    ['the case itself', 'Kursk.case'],
  ])('is refused over %s', (_, name) =>
    inTemporaryFolder(async (parent) => {
      writeFileSync(join(parent, 'letter.txt'), 'dear');
      const report = { step: () => undefined, cancelled: () => false };
      const wishes: BackupWishes = { to: join(parent, name), as, cited: new Set(), at: 0 };
      const reply = await backUpCase(source(), keys, join(parent, 'Kursk.case'), wishes, report);
      const reason = name === 'letter.txt' ? 'the name of a file or folder that does not exist yet' : 'a place outside the case folder';
      expect(reply).toEqual(refused({ kind: 'invalid-input', where: 'to', reason }));
      expect(readdirSync(parent)).toEqual(['letter.txt']);
    }),
  );

  it.each([
    ['EIO', { kind: 'unreadable-file' }],
    ['ENOSPC', { kind: 'write-failed', reason: 'disk-full' }],
    ['EEXIST', { kind: 'folder-not-empty' }],
    ['ENOTDIR', { kind: 'write-failed', reason: 'no-such-folder' }],
    ['ENOENT', { kind: 'write-failed', reason: 'no-such-folder' }],
  ])('is refused when reading a file of the case fails with %s', (code, problem) =>
    inTemporaryFolder(async (parent) => {
      const files: FileSystem = {
        ...source(),
        open: (path, mode) => {
          if (path.startsWith('snap/') || (code === 'EIO' && path === 'case.a')) throw Object.assign(new Error(code), { code, syscall: 'open' });
          return source().open(path, mode);
        },
      };
      expect(await backUp(files, join(parent, 'Backup'), as)).toMatchObject(refused(problem));
      expect(readdirSync(parent)).toEqual([]);
    }),
  );

  it('that does not read back as the case is was not made', () =>
    inTemporaryFolder(async (parent) => {
      expect(await backUp(fickle(), join(parent, 'Backup'), as)).toEqual(refused({ kind: 'write-failed', reason: 'input-output' }));
      expect(readdirSync(parent)).toEqual([]);
    }));

  it('hides no bug', () =>
    inTemporaryFolder(async (parent) => {
      await expect(backUp(failing(null), join(parent, 'Backup'), as)).rejects.toThrow('a bug');
    }));

  it('has patience with a writer elsewhere that tidies up, three times', () =>
    inTemporaryFolder(async (parent) => {
      const gone = (times: number): FileSystem => {
        let left = times;
        const files = source();
        return {
          ...files,
          open: (path, mode) => {
            if (path.startsWith('snap/') && left-- > 0) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'open' });
            return files.open(path, mode);
          },
        };
      };
      expect((await backUp(gone(3), join(parent, 'Three'), as)).ok).toBe(true);
      expect(await backUp(gone(4), join(parent, 'Four'), as)).toEqual(refused({ kind: 'write-failed', reason: 'no-such-folder' }));
      expect(readdirSync(parent)).toEqual(['Three']);
    }));

  it('lets go of every file of the case', () =>
    inTemporaryFolder(async (parent) => {
      const files = source();
      const open = new Set<symbol>();
      const watched: FileSystem = {
        ...files,
        open: (path, mode) => {
          const file = Symbol(path);
          open.add(file);
          return { ...files.open(path, mode), close: () => void open.delete(file) };
        },
      };
      good(await backUp(watched, join(parent, 'Backup'), as));
      expect([...open]).toEqual([]);
      await backUp(watched, join(parent, 'Other'), as, {}, () => true);
      expect([...open]).toEqual([]);
    }));
});

describe('a tar file', () => {
  it.each([
    ['Kursk 2025.tar', 'Kursk 2025'],
    ['Kursk.TAR', 'Kursk'],
    ['Kursk.tar.bak', 'Kursk.tar.bak'],
    ['Kursk', 'Kursk'],
    ['Курск.tar', 'Corroborate.case'],
  ])('called %s has one folder, %s, and the second of its making', (name, root) =>
    inTemporaryFolder(async (parent) => {
      good(await backUp(source(), join(parent, name), 'tar'));
      const head = readFileSync(join(parent, name)).subarray(0, 512);
      expect(head.toString('latin1', 0, root.length + 2)).toBe(`${root}/\0`);
      expect(Number.parseInt(head.toString('latin1', 136, 147), 8)).toBe(1_736_672_400);
    }),
  );

  it('is not written over a folder, not even an empty one', () =>
    inTemporaryFolder(async (parent) => {
      mkdirSync(join(parent, 'Backup.tar'));
      expect(await backUp(source(), join(parent, 'Backup.tar'), 'tar')).toMatchObject(refused({ kind: 'invalid-input', where: 'to' }));
    }));
});

describe('a backup in a folder', () => {
  it('may be an empty one, an older one, and nothing else that is there', () =>
    inTemporaryFolder(async (parent) => {
      const to = join(parent, 'Backup.case');
      mkdirSync(to);
      expect(good(await backUp(source(), to, 'folder')).copiedFiles).toBe(8);
      expect(good(await backUp(source(), to, 'folder'))).toMatchObject({ copiedFiles: 0, copiedBytes: 0, files: 10, bytes: bytesInAll });
      mkdirSync(join(parent, 'letters'));
      writeFileSync(join(parent, 'letters', 'a.txt'), 'dear');
      expect(await backUp(source(), join(parent, 'letters'), 'folder')).toEqual(refused({ kind: 'folder-not-empty' }));
    }));
});

describe('a copy into a new folder', () => {
  const copy = (files: FileSystem, to: string, cancelled = () => false) =>
    copyToNewFolder(files, keys, to, new Set([lostBlob]), { step: () => undefined, cancelled });

  it('is a case of its own, without the mark of a backup, and says what it was copied by', () =>
    inTemporaryFolder(async (parent) => {
      const to = join(parent, 'Copy.case');
      const made = good(await copy(source(), to));
      expect(made).toMatchObject({ copiedFiles: 8, wrong: 1, plan: { bytes: bytesInAll } });
      expect(readdirSync(to)).toEqual(['README.txt', 'blob', 'case.a', 'case.b', 'log', 'snap']);
      expect(filesIn(to)).toEqual(content.files);
    }));

  it('takes the place of an empty folder, and of nothing else', () =>
    inTemporaryFolder(async (parent) => {
      for (const name of ['empty', 'full', 'new']) if (name !== 'new') mkdirSync(join(parent, name));
      writeFileSync(join(parent, 'full', 'a'), 'x');
      writeFileSync(join(parent, 'file'), 'x');
      expect((await copy(source(), join(parent, 'empty'))).ok).toBe(true);
      // What is there is looked at before anything of the case is read.
      for (const name of ['full', 'file']) expect(await copy(failing(null), join(parent, name))).toEqual(refused({ kind: 'folder-not-empty' }));
    }));

  it('is refused where nothing can be read, when it is cancelled, and where there is no folder', () =>
    inTemporaryFolder(async (parent) => {
      const to = join(parent, 'Copy.case');
      expect(await copy(recordingDisk().fileSystem, to)).toEqual(refused({ kind: 'not-a-case' }));
      expect(await copy(source(), to, () => true)).toEqual(refused({ kind: 'cancelled' }));
      expect(await copy(fickle(), to)).toEqual(refused({ kind: 'write-failed', reason: 'input-output' }));
      expect(await copy(source(), join(parent, 'nowhere', 'Copy.case'))).toEqual(refused({ kind: 'write-failed', reason: 'no-such-folder' }));
      expect(readdirSync(parent)).toEqual([]);
      await expect(copy(failing(null), to)).rejects.toThrow('a bug');
    }));

  it('is refused on a disk without room for it', () =>
    inTemporaryFolder(async (parent) => {
      const files = realFileSystem(parent);
      expect(files.list('.')).toEqual([]);
      const huge: FileSystem = {
        ...source(),
        open: (path, mode) => ({ ...source().open(path, mode), ...(path.startsWith('blob/') ? { size: () => 2 ** 52 } : {}) }),
      };
      for (const as of ['folder', 'tar'] as const)
        expect(await backUp(huge, join(parent, as), as)).toEqual(refused({ kind: 'write-failed', reason: 'disk-full' }));
      expect(await copy(huge, join(parent, 'Copy.case'))).toEqual(refused({ kind: 'write-failed', reason: 'disk-full' }));
      expect(readdirSync(parent)).toEqual([]);
    }));
});
