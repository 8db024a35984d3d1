import { describe, expect, it } from 'vitest';
import { realFileSystem } from '#main/casefile/file-system.ts';
import { codeOf, codeOfLater } from '#tests/harness/error-codes.ts';
import { inTemporaryFolder } from '#tests/harness/stored-case.ts';

describe('on Windows', () => {
  const onWindows = async (work: () => void | Promise<void>) => {
    const platform = Object.getOwnPropertyDescriptor(process, 'platform') ?? {};
    Object.defineProperty(process, 'platform', { value: 'win32', configurable: true });
    try {
      await work();
    } finally {
      Object.defineProperty(process, 'platform', platform);
    }
  };

  it('a folder that cannot be synced is no failure, one that is not there is', () =>
    onWindows(async () => {
      const files = realFileSystem('/proc');
      expect(codeOf(() => files.syncFolder('.'))).toBe('nothing refused');
      expect(await codeOfLater(files.syncFolderAside('.'))).toBe('nothing refused');
      expect(codeOf(() => files.syncFolder('nowhere'))).toBe('ENOENT');
      expect(await codeOfLater(files.syncFolderAside('nowhere'))).toBe('ENOENT');
    }));

  /** What cannot be renamed, and how often was waited for it; nobody waits in earnest. */
  const waitsFor = (path: string) => {
    const waits: number[] = [];
    const { wait } = Atomics;
    Atomics.wait = (...[, , , ms]: readonly unknown[]) => {
      waits.push(Number(ms));
      return 'timed-out';
    };
    try {
      return { code: codeOf(() => realFileSystem('/').rename(path, `${path}-renamed`)), waits };
    } finally {
      Atomics.wait = wait;
    }
  };

  it('a file that somebody else holds is asked for ten times more; elsewhere it is refused at once', async () => {
    const elsewhere = waitsFor('proc');
    expect(elsewhere.waits).toEqual([]);
    await onWindows(() => expect(waitsFor('proc')).toEqual({ code: elsewhere.code, waits: Array.from({ length: 10 }, () => 50) }));
  });

  it('a file that is not there is not waited for', () =>
    inTemporaryFolder((folder) => onWindows(() => expect(codeOf(() => realFileSystem(folder).rename('a', 'b'))).toBe('ENOENT'))));
});
