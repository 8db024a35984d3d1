import { describe, expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { repairsOf } from '#tests/harness/repaired-file.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { good } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const { blobPaths, bytesAt, changed, flipped, repaired } = repairsOf(sound);
const [firstPath = '', secondPath = ''] = blobPaths;
/** A disk on which the folder is new. */
const asMade =
  (disk: RecordingDisk, removed: string[] = []) =>
  (files: FileSystem): FileSystem => ({
    ...files,
    createRoot: () => 'made',
    removeFolder: (path) => {
      removed.push(path);
      disk.fileSystem.removeFolder(path);
    },
  });

describe('a repair that is not to be', () => {
  it('only reads the damaged folder, and leaves no file open', async () => {
    const open: string[] = [];
    const watched = (files: FileSystem): FileSystem => ({
      ...files,
      create: (path) => {
        open.push(path);
        return { ...files.create(path), close: () => void open.splice(open.indexOf(path), 1) };
      },
      open: (path, mode) => {
        open.push(path);
        return { ...files.open(path, mode), close: () => void open.splice(open.indexOf(path), 1) };
      },
    });
    const modes = new Set<string>();
    const damaged = changed({ 'escrow/0001-0a0b0c0d.age': Buffer.from('sealed'), 'blob/photo.jpg': bytesAt(firstPath), [firstPath]: flipped(firstPath) });
    const from = watched(recordingDisk(damaged).fileSystem);
    const noting: FileSystem = {
      ...from,
      open: (path, mode) => {
        modes.add(mode);
        return from.open(path, mode);
      },
    };
    good((await repaired(damaged, { from: noting, files: watched })).reply);
    expect(open.filter((path) => !path.startsWith('log/'))).toEqual([]);
    expect([...modes]).toEqual(['read']);
  });

  it.each(['not-empty', 'not-a-folder'] as const)('is refused in a place that is %s, and nothing there is touched', async (root) => {
    const into = recordingDisk({ folders: ['log'], files: new Map([['log/letter', Buffer.from('dear')]]) });
    const { reply } = await repaired(sound.content, { into, files: (files) => ({ ...files, createRoot: () => root }) });
    expect(reply).toEqual({ ok: false, problem: { kind: 'folder-not-empty' } });
    expect(into.operations).toEqual([]);
  });

  it('leaves nothing when it is cancelled, and takes away the folder only when it made it', async () => {
    const escrowed = changed({ 'escrow/0001-0a0b0c0d.age': Buffer.from('sealed') });
    let patience = 0;
    for (; ; patience += 1) {
      const removed: string[] = [];
      const [there, fresh] = [recordingDisk(), recordingDisk()];
      const report = (): Progress => {
        let asked = 0;
        return { step: () => undefined, cancelled: () => ++asked > patience };
      };
      const replies = [
        (await repaired(escrowed, { into: there, report: report() })).reply,
        (await repaired(escrowed, { into: fresh, files: asMade(fresh, removed), report: report() })).reply,
      ];
      if (replies.every(({ ok }) => ok)) break;
      for (const reply of replies) expect(reply).toEqual({ ok: false, problem: { kind: 'cancelled' } });
      expect([...there.content().files.keys()]).toEqual([]);
      expect(there.content().folders).toEqual(['.']);
      expect(fresh.content()).toEqual({ folders: [], files: new Map() });
      expect(removed.at(-1)).toBe('.');
    }
    expect(patience).toBeGreaterThan(4);
  });

  it('that is cancelled within the last blob asks for no records', async () => {
    let asked = 0;
    const report = { step: () => undefined, cancelled: () => ++asked > 3 };
    const { reply } = await repaired(sound.content, { report, records: () => expect.unreachable() });
    expect(reply).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(asked).toBe(4);
  });

  it('is cancelled within the renamed files too', async () => {
    const renamed = changed({ [firstPath]: null, [secondPath]: null, 'blob/a.jpg': bytesAt(firstPath), 'blob/b.jpg': bytesAt(secondPath) });
    let asked = 0;
    const { reply } = await repaired(renamed, { report: { step: () => undefined, cancelled: () => ++asked > 0 } });
    expect(reply).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(asked).toBe(1);
  });

  it('leaves nothing when the disk refuses, and tells the first reason', async () => {
    const into = recordingDisk();
    into.failWith((_step, op) => (op === 'create' && into.content().files.has('README.txt') ? { code: 'ENOSPC', share: 0 } : null));
    const { reply } = await repaired(sound.content, { into });
    expect(reply).toEqual({ ok: false, problem: { kind: 'write-failed', reason: 'disk-full' } });
    expect(into.content()).toEqual({ folders: ['.'], files: new Map() });
  });

  it('leaves no case when the disk lets nothing go either', async () => {
    const into = recordingDisk();
    let broken = false;
    into.failWith((_step, op) => {
      broken ||= op === 'create' && into.content().files.has('README.txt');
      return broken ? { code: 'EIO', share: 0 } : null;
    });
    expect((await repaired(sound.content, { into })).reply).toEqual({ ok: false, problem: { kind: 'write-failed', reason: 'input-output' } });
    expect([...into.content().files.keys()].filter((path) => path.startsWith('case.'))).toEqual([]);
  });

  it('hides no bug, of the records or of tidying up', async () => {
    const bug = () => {
      throw new TypeError('a bug');
    };
    const into = recordingDisk();
    await expect(repaired(sound.content, { into, records: bug })).rejects.toThrow('a bug');
    expect([...into.content().files.keys()]).toEqual([]);
    const report = { step: () => undefined, cancelled: () => true };
    await expect(repaired(sound.content, { report, files: (files) => ({ ...files, list: bug }) })).rejects.toThrow('a bug');
  });
});
