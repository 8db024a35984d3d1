import { readdirSync, renameSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { type CaseLock, lockCase } from '#main/casefile/lock.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

const held: CaseLock[] = [];
afterEach(async () => {
  for (const lock of held.splice(0)) await lock.release();
});
async function stateOf(files: FileSystem, caseId: Buffer): Promise<string> {
  const attempt = await lockCase(files, caseId);
  if (attempt.state === 'held') held.push(attempt.lock);
  return attempt.state;
}
const freeAll = async () => {
  for (const lock of held.splice(0)) await lock.release();
};
const noteOf = (disk: RecordingDisk) => disk.content().files.get('LOCK')?.toString();
const machineOf = (caseId: Buffer) => sha256(Buffer.from('corroborate/v1/machine\0'), caseId, Buffer.from(hostname())).toString('hex', 0, 8);
/** A folder with a note in it that changed so many milliseconds ago. */
function noted(text: string, ago: number): { readonly disk: RecordingDisk; readonly files: FileSystem } {
  const disk = recordingDisk({ folders: [], files: new Map([['LOCK', Buffer.from(text)]]) });
  return { disk, files: { ...disk.fileSystem, changedAt: (path) => (path === 'LOCK' && noteOf(disk) !== undefined ? Date.now() - ago : null) } };
}
const ofAnother = 'corroborate lock 1\n0123456789abcdef\nfedcba9876543210\n';
const minute = 60_000;

describe('the lock of a case', () => {
  it('is held once on this machine, and again when it was given back', async () => {
    const caseId = randomBytes(16);
    const disk = recordingDisk();
    expect(await stateOf(disk.fileSystem, caseId)).toBe('held');
    expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('in-use');
    await freeAll();
    expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('held');
  });

  it('of one case leaves every other free', async () => {
    expect(await stateOf(recordingDisk().fileSystem, randomBytes(16))).toBe('held');
    expect(await stateOf(recordingDisk().fileSystem, randomBytes(16))).toBe('held');
  });

  it('is noted in the folder, by a digest of the machine and by chance, until it is given back', async () => {
    const caseId = randomBytes(16);
    const [one, other] = [recordingDisk(), recordingDisk()];
    await stateOf(one.fileSystem, caseId);
    expect(noteOf(one)).toMatch(new RegExp(`^corroborate lock 1\n${machineOf(caseId)}\n[0-9a-f]{16}\n$`));
    expect(noteOf(one)).not.toContain(hostname());
    const first = noteOf(one);
    await freeAll();
    expect(noteOf(one)).toBeUndefined();
    await stateOf(other.fileSystem, caseId);
    expect(noteOf(other)).not.toBe(first);
  });

  it.each([
    ['just written', 0],
    ['nearly ten minutes old', 10 * minute - 5_000],
    ['from a clock that goes ahead by less', -(10 * minute - 5_000)],
  ])('is not taken while another machine has a note that is %s', async (_, ago) => {
    const caseId = randomBytes(16);
    const { disk, files } = noted(ofAnother, ago);
    expect(await stateOf(files, caseId)).toBe('in-use');
    expect(noteOf(disk)).toBe(ofAnother);
    // Nothing is held by the attempt.
    expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('held');
  });

  it.each([
    ['older than ten minutes', 10 * minute + 1],
    ['from a clock that goes ahead by more', -(10 * minute + 5_000)],
  ])('is taken over from a machine whose note is %s', async (_, ago) => {
    const caseId = randomBytes(16);
    const { disk, files } = noted(ofAnother, ago);
    expect(await stateOf(files, caseId)).toBe('held');
    expect(noteOf(disk)).toContain(machineOf(caseId));
  });

  it('is taken over from a session of this machine, however lately it was killed', async () => {
    const caseId = randomBytes(16);
    const { disk, files } = noted(`corroborate lock 1\n${machineOf(caseId)}\nfedcba9876543210\n`, 0);
    expect(await stateOf(files, caseId)).toBe('held');
    expect(noteOf(disk)).not.toContain('fedcba9876543210');
  });

  it('is not taken from who left a note that says nothing', async () => {
    expect(await stateOf(noted('', 0).files, randomBytes(16))).toBe('in-use');
  });

  it.each(['EROFS', 'EACCES', 'EPERM'])('cannot be taken in a folder that answers %s, and is free then', async (code) => {
    const caseId = randomBytes(16);
    const disk = recordingDisk();
    disk.failWith(() => ({ code, share: 0 }));
    expect(await stateOf(disk.fileSystem, caseId)).toBe('read-only-folder');
    expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('held');
  });

  it.each(['ENOSPC', 'EIO'])('is held by this machine where the disk refuses the note with %s', async (code) => {
    const caseId = randomBytes(16);
    const disk = recordingDisk();
    disk.failWith(() => ({ code, share: 0 }));
    expect(await stateOf(disk.fileSystem, caseId)).toBe('held');
    expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('in-use');
  });

  it('is given back without a word where the disk does not let the note go', async () => {
    const disk = recordingDisk();
    const caseId = randomBytes(16);
    await stateOf(disk.fileSystem, caseId);
    disk.failWith(() => ({ code: 'EIO', share: 0 }));
    await freeAll();
    expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('held');
  });

  it('hides no bug', async () => {
    const changedAt = () => {
      throw new TypeError('a bug');
    };
    await expect(lockCase({ ...recordingDisk().fileSystem, changedAt }, randomBytes(16))).rejects.toThrow('a bug');
  });
});

describe('the lock where a socket is a file', () => {
  const { platform } = process;
  const temporary = process.env['TMPDIR'];
  afterEach(async () => {
    await freeAll();
    Object.defineProperty(process, 'platform', { value: platform });
    if (temporary === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = temporary;
  });
  const onMac = (work: (folder: string) => Promise<void>) =>
    inTemporaryFolder(async (folder) => {
      Object.defineProperty(process, 'platform', { value: 'darwin' });
      process.env['TMPDIR'] = folder;
      await work(folder);
      await freeAll();
    });

  it('lies in the temporary folder of the user, and goes with the lock', () =>
    onMac(async (folder) => {
      const caseId = randomBytes(16);
      expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('held');
      expect(readdirSync(folder)).toEqual([`corroborate-${caseId.toString('hex', 0, 8)}.sock`]);
      expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('in-use');
      await freeAll();
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('lies in no folder on Linux, where a name is enough', () =>
    onMac(async (folder) => {
      Object.defineProperty(process, 'platform', { value: 'linux' });
      expect(await stateOf(recordingDisk().fileSystem, randomBytes(16))).toBe('held');
      expect(readdirSync(folder)).toEqual([]);
    }));

  it('is taken over from a process that was killed', () =>
    onMac(async (folder) => {
      const caseId = randomBytes(16);
      const path = `${folder}/corroborate-${caseId.toString('hex', 0, 8)}.sock`;
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(`${folder}/killed.sock`, resolve));
      renameSync(`${folder}/killed.sock`, path);
      await new Promise((resolve) => server.close(resolve));
      expect(readdirSync(folder)).toHaveLength(1);
      expect(await stateOf(recordingDisk().fileSystem, caseId)).toBe('held');
    }));
});
