import { describe, expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import type { Opening } from '#main/casefile/opening.ts';
import { filesReadFrom, settleFiles } from '#main/casefile/settle-files.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const nothing = Buffer.alloc(0);
const disk = () =>
  recordingDisk({
    folders: ['log', 'snap'],
    files: new Map(['case.a', 'case.b', 'log/1', 'log/2', 'snap/00000001-0a0b0c0d', 'snap/notes'].map((path) => [path, nothing])),
  });
/** The disk, writing down what is opened and synced, in order. */
function watched() {
  const { fileSystem, failWith } = disk();
  const asked: string[] = [];
  const files: FileSystem = {
    ...fileSystem,
    open: (path, mode) => {
      const file = fileSystem.open(path, mode);
      return {
        ...file,
        sync: () => {
          asked.push(`${path} for ${mode}`);
          file.sync();
        },
        close: () => void asked.push(`close ${path}`),
      };
    },
    syncFolder: (path) => {
      asked.push(`folder ${path}`);
      fileSystem.syncFolder(path);
    },
  };
  return { files, asked, failWith };
}

describe('what a session was read from', () => {
  it('is both headers, the log with what could not be read of it, and the snapshots', () => {
    const opening = { unread: ['3'], segments: [{ name: '1' }, { name: '2' }] } as unknown as Opening;
    expect(filesReadFrom(disk().fileSystem, opening)).toEqual(['case.a', 'case.b', 'log/3', 'log/1', 'log/2', 'snap/00000001-0a0b0c0d']);
  });

  it('is synced file by file, each folder after its files, the log before the snapshots', () => {
    const { files, asked } = watched();
    settleFiles(files, ['snap/00000001-0a0b0c0d', 'log/2', 'case.a', 'log/1']);
    expect(asked).toEqual([
      'case.a for write',
      'close case.a',
      'folder .',
      'log/2 for write',
      'close log/2',
      'log/1 for write',
      'close log/1',
      'folder log',
      'snap/00000001-0a0b0c0d for write',
      'close snap/00000001-0a0b0c0d',
      'folder snap',
    ]);
  });

  it('is not made where it is gone: a second header that is missing is no error', () => {
    const { files, asked } = watched();
    settleFiles(files, ['case.b', 'case.c', 'log/9']);
    expect(asked).toEqual(['case.b for write', 'close case.b', 'folder .', 'folder log', 'folder snap']);
  });

  it('that the disk cannot sync is not built upon, and no file stays open', () => {
    const { files, asked, failWith } = watched();
    failWith(() => ({ code: 'EIO', share: 0 }));
    expect(() => settleFiles(files, ['case.a'])).toThrow('EIO');
    expect(asked).toEqual(['case.a for write', 'close case.a']);
  });
});
