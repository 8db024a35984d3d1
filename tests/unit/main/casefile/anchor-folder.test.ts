import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { anchorFolder, anchorsOn } from '#main/casefile/anchor-folder.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const bytes = Buffer.from('an anchor');

describe('anchors on a disk', () => {
  it('are read as they were written, and replaced by renaming', () => {
    const disk = recordingDisk();
    const anchors = anchorsOn(disk.fileSystem);
    expect(anchors.read('a')).toBeNull();
    anchors.write('a', Buffer.from('older'));
    anchors.write('a', bytes);
    expect(anchors.read('a')).toEqual(bytes);
    expect(anchors.read('b')).toBeNull();
    const once = ['create a.next', 'write', 'sync', 'rename a.next', 'sync-folder .'];
    expect(disk.operations.map((one) => ('path' in one ? `${one.op} ${one.path}` : one.op))).toEqual([...once, ...once]);
  });

  it('are written over what a killed run left', () => {
    const disk = recordingDisk({ folders: [], files: new Map([['a.next', Buffer.from('left')]]) });
    anchorsOn(disk.fileSystem).write('a', bytes);
    expect([...disk.content().files]).toEqual([['a', bytes]]);
  });

  it('have at most 4,096 bytes', () => {
    const disk = recordingDisk({
      folders: [],
      files: new Map([
        ['fits', Buffer.alloc(4096)],
        ['too-long', Buffer.alloc(4097)],
      ]),
    });
    const anchors = anchorsOn(disk.fileSystem);
    expect(anchors.read('fits')).toHaveLength(4096);
    expect(anchors.read('too-long')).toBeNull();
  });

  it('are left out where the disk refuses, and the one before stays', () => {
    const disk = recordingDisk();
    const anchors = anchorsOn(disk.fileSystem);
    anchors.write('a', bytes);
    disk.failWith(() => ({ code: 'ENOSPC', share: 0 }));
    anchors.write('a', Buffer.from('newer'));
    expect(anchors.read('a')).toBeNull();
    disk.failWith(null);
    expect(anchors.read('a')).toEqual(bytes);
  });

  it('hide no bug', () => {
    const { fileSystem } = recordingDisk();
    const bug = () => {
      throw new TypeError('a bug');
    };
    const anchors = anchorsOn({ ...fileSystem, open: bug, createRoot: bug });
    expect(() => anchors.read('a')).toThrow('a bug');
    expect(() => anchors.write('a', bytes)).toThrow('a bug');
  });
});

it('a folder of anchors is made with the first one, for its user only', () =>
  inTemporaryFolder(async (parent) => {
    const folder = join(parent, 'state', 'anchors');
    const anchors = anchorFolder(folder);
    expect(anchors.read('a')).toBeNull();
    expect(existsSync(folder)).toBe(false);
    anchors.write('a', bytes);
    expect(readdirSync(folder)).toEqual(['a']);
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'a')).mode & 0o777]).toEqual([0o700, 0o600]);
    mkdirSync(join(folder, 'b'));
    expect(anchors.read('b')).toBeNull();
  }));
