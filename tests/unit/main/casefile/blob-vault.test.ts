import { describe, expect, it } from 'vitest';
import { blobFolder, blobPath } from '#main/casefile/blob-layout.ts';
import { listBlobs, openBlobVault, removeParts } from '#main/casefile/blob-vault.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { contentOf, good, silently } from '#tests/harness/stored-case.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const at = '2025-01-12T09:00:00.000Z';
const disk = () => recordingDisk({ folders: ['blob'], files: new Map() });
const store = async (on: RecordingDisk, text: string) => good(await openBlobVault(on.fileSystem, keys).store(contentOf(Buffer.from(text)), at, silently)).blob;
const damaged = { ok: false, problem: { kind: 'case-damaged', part: 'blob' } };
const unknown = 'a'.repeat(52) as BlobId;

/** The disk with a record of which files are open. */
function watched(on: RecordingDisk) {
  const open: string[] = [];
  let opened = 0;
  const files: FileSystem = {
    ...on.fileSystem,
    open: (path, mode) => {
      const file = on.fileSystem.open(path, mode);
      opened += 1;
      open.push(path);
      return { ...file, close: () => void open.splice(open.indexOf(path), 1) };
    },
  };
  return { files, open, opened: () => opened };
}

describe('reading sealed evidence', () => {
  it('gives what was stored, and what was said of it', async () => {
    const on = disk();
    const blob = await store(on, 'evidence');
    const vault = openBlobVault(on.fileSystem, keys);
    expect(Buffer.from(good(vault.read(blob, 2, 3))).toString()).toBe('ide');
    expect(good(vault.meta(blob))).toMatchObject({ name: 'exhibit.bin', bytes: 8, at });
    expect(vault.storedHere().size).toBe(0);
  });

  it('is refused for what is not there, and for what cannot be a name', () => {
    const vault = openBlobVault(disk().fileSystem, keys);
    expect(vault.read(unknown, 0, 1)).toEqual({ ok: false, problem: { kind: 'not-found', what: 'blob', id: unknown } });
    expect(vault.meta('../case.a' as BlobId)).toEqual({ ok: false, problem: { kind: 'not-found', what: 'blob', id: 'unknown' } });
  });

  it('is refused for what is damaged, in its head or only where it is read', async () => {
    const on = disk();
    const blob = await store(on, 'evidence '.repeat(5_000));
    const sound = on.content().files.get(blobPath(blob)) ?? Buffer.alloc(0);
    const spoiledAt = (place: number) => {
      const bytes = Buffer.from(sound);
      bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
      return openBlobVault(recordingDisk({ folders: ['blob', blobFolder(blob)], files: new Map([[blobPath(blob), bytes]]) }).fileSystem, keys);
    };
    expect(spoiledAt(60).read(blob, 0, 1)).toEqual(damaged);
    expect(spoiledAt(60).meta(blob)).toEqual(damaged);
    const further = spoiledAt(30_000);
    expect(further.meta(blob).ok).toBe(true);
    expect(good(further.read(blob, 0, 8)).length).toBe(8);
    expect(further.read(blob, 20_000, 8)).toEqual(damaged);
  });

  it('is refused as damage when the disk fails; a bug is thrown', async () => {
    const on = disk();
    const blob = await store(on, 'evidence');
    on.failWith((_, op) => (op === 'read' ? { code: 'EIO', share: 0 } : null));
    expect(openBlobVault(on.fileSystem, keys).read(blob, 0, 1)).toEqual(damaged);
    const open = () => {
      throw new TypeError('a bug');
    };
    expect(() => openBlobVault({ ...on.fileSystem, open }, keys).read(blob, 0, 1)).toThrow('a bug');
  });

  it('keeps the last sixteen open, those used last, and gives all back', async () => {
    const on = disk();
    const blobs: BlobId[] = [];
    for (let number = 0; number < 18; number += 1) blobs.push(await store(on, `evidence ${number}`));
    const { files, open, opened } = watched(on);
    const vault = openBlobVault(files, keys);
    const read = (number: number) => good(vault.read(blobs[number] ?? unknown, 0, 1));
    for (let number = 0; number < 16; number += 1) read(number);
    expect([open.length, opened()]).toEqual([16, 16]);
    read(0);
    expect(opened()).toBe(16);
    read(16);
    expect([open.length, open.includes(blobPath(blobs[0] ?? unknown)), open.includes(blobPath(blobs[1] ?? unknown))]).toEqual([16, true, false]);
    read(17);
    expect(open.includes(blobPath(blobs[2] ?? unknown))).toBe(false);
    read(1);
    expect(opened()).toBe(19);
    vault.letGo();
    expect(open).toEqual([]);
    read(1);
    expect(opened()).toBe(20);
  });

  it('sees the sound copy that replaced a damaged one', async () => {
    const on = disk();
    const blob = await store(on, 'evidence '.repeat(5_000));
    const file = on.fileSystem.open(blobPath(blob), 'write');
    file.write(Buffer.alloc(1, 1 ^ (file.read(30_000, 1)[0] ?? 0)), 30_000);
    const { files, open } = watched(on);
    const vault = openBlobVault(files, keys);
    expect(vault.read(blob, 20_000, 8)).toEqual(damaged);
    expect(good(await vault.store(contentOf(Buffer.from('evidence '.repeat(5_000))), at, silently)).blob).toBe(blob);
    expect(open).toEqual([]);
    expect(Buffer.from(good(vault.read(blob, 20_007, 8))).toString()).toBe('evidence '.repeat(5_000).slice(20_007, 20_015));
    expect([...vault.storedHere()]).toEqual([blob]);
  });
});

describe('taking sealed evidence in', () => {
  const names = (on: RecordingDisk) => on.operations.flatMap((each, place) => (each.op === 'rename' ? [place] : []));
  const firstName = (on: RecordingDisk) => names(on)[0] ?? 0;
  const syncedBefore = (on: RecordingDisk, place: number) => on.operations.slice(0, place).filter(({ op }) => op === 'sync').length;
  const ofSize = (bytes: number, seed: number) => contentOf(Buffer.alloc(bytes, seed));
  const mib = 1024 * 1024;

  it.each<readonly [string, readonly number[], number]>([
    ['as many small ones as follow each other', [10, 20, 30], 3],
    ['up to eight mebibytes', [4 * mib, 4 * mib], 2],
    ['no more than that', [4 * mib, 4 * mib, 1], 2],
    ['one large one by itself', [9 * mib, 10], 1],
    ['those before a large one', [10, 9 * mib], 1],
    ['sixty-four of them at most', Array.from({ length: 65 }, (_, number) => number + 1), 64],
  ])('takes %s together', async (_, sizes, together) => {
    const on = disk();
    const vault = openBlobVault(on.fileSystem, keys);
    const replies = await Promise.all(sizes.map((bytes, seed) => vault.store(ofSize(bytes, seed + 1), at, silently)));
    for (const reply of replies) good(reply);
    expect(syncedBefore(on, firstName(on))).toBe(together);
    expect(vault.storedHere()).toEqual(new Set(replies.map((reply) => good(reply).blob)));
  });

  it('tells every one that waits when there is a bug, and takes the next ones in', async () => {
    const on = disk();
    let broken = true;
    const vault = openBlobVault({ ...on.fileSystem, rename: (from, to) => (broken ? bug() : on.fileSystem.rename(from, to)) }, keys);
    const bug = () => {
      throw new TypeError('a bug');
    };
    const ended = await Promise.allSettled([1, 2].map((seed) => vault.store(ofSize(100, seed), at, silently)));
    expect(ended.map((end) => (end.status === 'rejected' ? String(end.reason) : end.value))).toEqual(['TypeError: a bug', 'TypeError: a bug']);
    broken = false;
    expect((await vault.store(ofSize(100, 3), at, silently)).ok).toBe(true);
    expect(vault.storedHere().size).toBe(1);
  });
});

describe('removing sealed evidence', () => {
  it('takes it away for good, each folder synced once, and not what this session stored', async () => {
    const on = disk();
    const blobs = [await store(on, 'one'), await store(on, 'two')];
    const { files, open } = watched(on);
    const vault = openBlobVault(files, keys);
    good(vault.read(blobs[0] ?? unknown, 0, 1));
    const { blob: mine } = good(await vault.store(contentOf(Buffer.from('three')), at, silently));
    const before = on.operations.length;
    expect(await vault.remove([...blobs, mine])).toEqual(blobs);
    expect(open).toEqual([]);
    expect(on.operations.slice(before).map((each) => ('path' in each ? `${each.op} ${each.path}` : each.op))).toEqual([
      ...blobs.map((blob) => `remove ${blobPath(blob)}`),
      ...new Set(blobs.map((blob) => `sync-folder ${blobFolder(blob)}`)),
    ]);
    expect(listBlobs(on.fileSystem).blobs).toEqual([mine]);
    expect(vault.read(blobs[0] ?? unknown, 0, 1)).toMatchObject({ problem: { kind: 'not-found' } });
  });

  it('waits for what is being stored, and what comes after is stored all the same when it fails', async () => {
    const on = disk();
    const blob = await store(on, 'one');
    const vault = openBlobVault(on.fileSystem, keys);
    const storing = vault.store(contentOf(Buffer.from('one')), at, silently);
    expect(await vault.remove([blob])).toEqual([]);
    good(await storing);
    await expect(vault.remove([unknown])).rejects.toThrow('ENOENT');
    expect(good(await vault.store(contentOf(Buffer.from('two')), at, silently)).bytes).toBe(3);
  });

  it('is forgotten by what knows it as settled: the same content is synced anew', async () => {
    const on = disk();
    const blob = await store(on, 'one');
    const vault = openBlobVault(on.fileSystem, keys);
    expect(await vault.remove([blob])).toEqual([blob]);
    expect(good(await vault.store(contentOf(Buffer.from('one')), at, silently)).blob).toBe(blob);
    expect(listBlobs(on.fileSystem).blobs).toEqual([blob]);
  });
});

describe('the folders around', () => {
  it('lose what an interrupted writing left, and nothing else', () => {
    const folders = ['blob', 'snap', 'escrow', 'index', 'log'];
    const on = recordingDisk({
      folders,
      files: new Map(folders.flatMap((folder) => [`${folder}/a.part`, `${folder}/a.partly`].map((path) => [path, Buffer.alloc(1)]))),
    });
    removeParts(on.fileSystem);
    expect([...on.content().files.keys()].sort()).toEqual(['log/a.part', ...folders.map((folder) => `${folder}/a.partly`)].sort());
  });

  it('hold blobs each in the folder of its first two letters; anything else is unknown', () => {
    const known = `ab${'a'.repeat(50)}`;
    const strange = ['blob/abc/x', 'blob/a1/x', 'blob/xab/x', `blob/cd/${known}`, `blob/ab/${known}x`, 'blob/notes.txt'];
    const paths = [`blob/ab/${known}`, ...strange, 'blob/0011.part'];
    const folders = [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/'))))];
    const { blobs, unknown: others } = listBlobs(recordingDisk({ folders, files: new Map(paths.map((path) => [path, Buffer.alloc(1)])) }).fileSystem);
    expect(blobs).toEqual([known]);
    expect([...others].sort()).toEqual(['blob/a1', `blob/ab/${known}x`, 'blob/abc', `blob/cd/${known}`, 'blob/notes.txt', 'blob/xab'].sort());
  });
});
