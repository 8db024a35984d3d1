import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { createCaseFile } from '#main/casefile/create-case-file.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { decodeHeader } from '#main/casefile/header.ts';
import { readOpening } from '#main/casefile/opening.ts';
import { caseReadme } from '#main/casefile/readme.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { good } from '#tests/harness/stored-case.ts';

const create = (files: FileSystem) => createCaseFile(files, [], leastKdfCost, 5, { first: 'edit' });
/** A disk on which the case folder is new, so that it goes again when the case is refused. */
function newFolder(disk: RecordingDisk): { readonly files: FileSystem; readonly removed: string[] } {
  const removed: string[] = [];
  const files: FileSystem = {
    ...disk.fileSystem,
    createRoot: () => 'made',
    removeFolder: (path) => {
      removed.push(path);
      disk.fileSystem.removeFolder(path);
    },
  };
  return { files, removed };
}
const left = (disk: RecordingDisk) => [...disk.content().folders, ...disk.content().files.keys()];

describe('a new case', () => {
  it('is a note, a log with the first edit, and two copies of its header, which come last', async () => {
    const disk = recordingDisk();
    const { caseKey } = good(await create(disk.fileSystem));
    const { files, folders } = disk.content();
    expect(folders).toEqual(['.', 'log', 'snap', 'blob']);
    expect([...files.keys()]).toEqual(['README.txt', expect.stringMatching(/^log\/00000001-[0-9a-f]{32}\.seg$/), 'case.a', 'case.b']);
    expect(files.get('README.txt')?.toString()).toBe(caseReadme);
    expect(files.get('case.a')).toEqual(files.get('case.b'));
    const decoded = decodeHeader(files.get('case.a') ?? Buffer.alloc(0));
    if (decoded.state !== 'whole') throw new Error('the header is not whole');
    expect(decoded.header).toMatchObject({ generation: 1, cost: leastKdfCost });
    const opening = readOpening(disk.fileSystem, caseKeys(caseKey, decoded.header.caseId), 1);
    expect(opening).toMatchObject({ bodies: [{ first: 'edit' }], seq: 1, findings: [], snapshot: null, newestSegmentNumber: 1 });
  });

  it('has a key and an id of its own', async () => {
    const [one, other] = [recordingDisk(), recordingDisk()];
    const keys = [good(await create(one.fileSystem)).caseKey, good(await create(other.fileSystem)).caseKey];
    expect(keys[0]).toHaveLength(32);
    expect(keys[0]).not.toEqual(keys[1]);
    const ids = [one, other].map((disk) => disk.content().files.get('case.a')?.subarray(16, 32));
    expect(ids[0]).not.toEqual(ids[1]);
  });

  it.each(['not-empty', 'not-a-folder'] as const)('is not made in a place that is %s, and nothing there is touched', async (root) => {
    const disk = recordingDisk({
      folders: ['log'],
      files: new Map([
        ['log/letter', Buffer.from('dear')],
        ['README.txt', Buffer.from('mine')],
      ]),
    });
    expect(await create({ ...disk.fileSystem, createRoot: () => root })).toEqual({ ok: false, problem: { kind: 'folder-not-empty' } });
    expect(left(disk)).toEqual(['.', 'log', 'log/letter', 'README.txt']);
    expect(disk.operations).toEqual([]);
  });

  it('that the disk refuses at any step leaves nothing, and takes away the folder only when it made it', async () => {
    const made = async (step: number) => {
      const [there, fresh] = [recordingDisk(), recordingDisk()];
      const { files, removed } = newFolder(fresh);
      for (const disk of [there, fresh]) disk.failWith((now) => (now === step ? { code: 'ENOSPC', share: 0.5 } : null));
      return { replies: [await create(there.fileSystem), await create(files)], there, fresh, removed, over: fresh.steps() <= step };
    };
    const refusedAt: number[] = [];
    for (let step = 0; ; step += 1) {
      const { replies, there, fresh, removed, over } = await made(step);
      if (over) break;
      // Room ahead in the log is a wish, which a disk may refuse.
      if (replies.every(({ ok }) => ok)) continue;
      refusedAt.push(step);
      for (const reply of replies) expect(reply, `step ${step}`).toEqual({ ok: false, problem: { kind: 'write-failed', reason: 'disk-full' } });
      expect(left(there), `step ${step}`).toEqual(['.']);
      expect(left(fresh), `step ${step}`).toEqual([]);
      expect(removed.at(-1)).toBe('.');
    }
    expect(refusedAt.length).toBeGreaterThan(12);
  });

  it('that the disk refuses, and does not let go of either, is refused for the first reason and is no case', async () => {
    const disk = recordingDisk();
    let broken = false;
    disk.failWith((_step, op) => {
      broken ||= op === 'create' && disk.content().files.has('README.txt');
      return broken ? { code: 'EIO', share: 0 } : null;
    });
    expect(await create(disk.fileSystem)).toEqual({ ok: false, problem: { kind: 'write-failed', reason: 'input-output' } });
    expect([...disk.content().files.keys()].filter((path) => path.startsWith('case.'))).toEqual([]);
  });

  it('hides no bug, of making or of tidying up', async () => {
    const bug = () => {
      throw new TypeError('a bug');
    };
    await expect(create({ ...recordingDisk().fileSystem, createRoot: bug })).rejects.toThrow('a bug');
    const disk = recordingDisk();
    disk.failWith((_step, op) => (op === 'create' ? { code: 'EIO', share: 0 } : null));
    await expect(create({ ...disk.fileSystem, list: bug })).rejects.toThrow('a bug');
  });
});
