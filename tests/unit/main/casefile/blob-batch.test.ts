import { describe, expect, it } from 'vitest';
import { checkBlob } from '#main/casefile/blob-check.ts';
import { blobFolder, blobPath } from '#main/casefile/blob-layout.ts';
import { listBlobs, openBlobVault } from '#main/casefile/blob-vault.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, good, silently } from '#tests/harness/stored-case.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const at = '2025-01-12T09:00:00.000Z';
const disk = () => recordingDisk({ folders: ['blob'], files: new Map() });
const bytesOf = (length: number, seed = 0) => Buffer.from(Uint8Array.from({ length }, (_, place) => (place * 31 + (place >> 8) + seed) & 0xff));
const stateOf = async (on: RecordingDisk, blob: BlobId) => (await checkBlob(on.fileSystem, keys, blob, blobPath(blob), silently)).state;

describe('blobs that are asked for at once', () => {
  const several = (on: RecordingDisk, contents: readonly Uint8Array[]) => {
    const vault = openBlobVault(on.fileSystem, keys);
    return Promise.all(contents.map((bytes) => vault.store(contentOf(bytes), at, silently)));
  };

  it('are all on the medium before any of them has its name, and each folder is synced once', async () => {
    const on = disk();
    const blobs = (
      await several(
        on,
        [1, 2, 3, 4, 5].map((seed) => bytesOf(20_000, seed)),
      )
    ).map((reply) => good(reply).blob);
    for (const blob of blobs) expect(await stateOf(on, blob)).toBe('whole');
    const order = on.operations.map(({ op }) => op);
    expect(order.filter((op) => op === 'sync')).toHaveLength(5);
    expect(order.lastIndexOf('sync')).toBeLessThan(order.indexOf('rename'));
    expect(order.lastIndexOf('rename')).toBeLessThan(order.lastIndexOf('sync-folder'));
    const folders = on.operations.flatMap((each) => (each.op === 'sync-folder' ? [each.path] : []));
    expect(folders.sort()).toEqual(['blob', ...new Set(blobs.map(blobFolder))].sort());
  });

  it('are kept once when they are the same, and every asker is told', async () => {
    const on = disk();
    const replies = await several(on, [bytesOf(500), bytesOf(600), bytesOf(500), bytesOf(500)]);
    expect(new Set(replies.map((reply) => good(reply).blob)).size).toBe(2);
    expect(listBlobs(on.fileSystem).blobs).toHaveLength(2);
    expect(on.fileSystem.list('blob').filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('that another session left, which may have been killed before it synced, are synced before they are acknowledged, once', async () => {
    const before = disk();
    const [left] = await several(before, [bytesOf(500)]);
    const { blob } = good(left ?? { ok: false, problem: { kind: 'cancelled' } });
    const on = recordingDisk(before.content());
    const vault = openBlobVault(on.fileSystem, keys);
    expect(good(await vault.store(contentOf(bytesOf(500)), at, silently)).blob).toBe(blob);
    const syncsOf = () => on.operations.filter(({ op }) => op === 'sync').length;
    const foldersOf = () => on.operations.flatMap((each) => (each.op === 'sync-folder' ? [each.path] : []));
    expect(syncsOf()).toBe(1);
    expect(foldersOf()).toEqual(['blob', blobFolder(blob)]);
    expect(on.operations.some(({ op }) => op === 'rename')).toBe(false);
    expect(on.fileSystem.list('blob').filter((name) => name.endsWith('.part'))).toEqual([]);
    good(await vault.store(contentOf(bytesOf(500)), at, silently));
    expect(syncsOf()).toBe(1);
    expect(foldersOf()).toHaveLength(2);
  });

  it('are refused one by one: a source that changed stops only itself', async () => {
    const on = disk();
    const vault = openBlobVault(on.fileSystem, keys);
    const replies = await Promise.all([
      vault.store(contentOf(bytesOf(500)), at, silently),
      vault.store({ ...contentOf(bytesOf(600)), bytes: 601 }, at, silently),
      vault.store(contentOf(bytesOf(700)), at, silently),
    ]);
    expect(replies.map((reply) => (reply.ok ? 'stored' : reply.problem.kind))).toEqual(['stored', 'unreadable-file', 'stored']);
    expect(listBlobs(on.fileSystem).blobs).toHaveLength(2);
  });

  it('are more than one batch when they are many or large, and none is left waiting', async () => {
    const on = disk();
    const replies = await several(on, [...Array.from({ length: 70 }, (_, seed) => bytesOf(300, seed)), Buffer.alloc(9_000_000, 1), Buffer.alloc(9_000_000, 2)]);
    expect(new Set(replies.map((reply) => good(reply).blob)).size).toBe(72);
    const syncs = on.operations.flatMap(({ op }, place) => (op === 'sync' ? [place] : []));
    const firstName = on.operations.findIndex(({ op }) => op === 'rename');
    expect(syncs.filter((place) => place < firstName)).toHaveLength(64);
  });

  it('are stored or refused, and whole when they were acknowledged, whichever step of the disk fails', async () => {
    const contents = [bytesOf(300), bytesOf(400, 1), bytesOf(300)];
    const quiet = disk();
    await several(quiet, contents);
    expect(quiet.steps()).toBeGreaterThan(20);
    for (let failing = 0; failing < quiet.steps(); failing += 1) {
      const on = disk();
      on.failWith((step) => (step === failing ? { code: 'EIO', share: 0 } : null));
      const replies = await several(on, contents);
      on.failWith(null);
      for (const reply of replies)
        if (reply.ok) expect(await stateOf(on, reply.value.blob), `step ${failing}`).toBe('whole');
        else expect(reply.problem.kind).toBe('write-failed');
    }
  });
});
