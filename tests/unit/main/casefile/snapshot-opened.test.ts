import { describe, expect, it } from 'vitest';
import { caseKeys, sealContext, u32 } from '#main/casefile/case-keys.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { SnapshotDamage } from '#main/casefile/indexed-snapshot.ts';
import { newestSnapshot, openSnapshot, readSnapshot, removeQuietly, type SnapshotHead, writeSnapshot } from '#main/casefile/snapshot.ts';
import type { SnapshotLine } from '#main/casefile/snapshot-tables.ts';
import { chunkBytes, seal, unseal } from '#main/crypto/cobblestone.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const head: SnapshotHead = { v: 1, head: 'ab'.repeat(32), seq: 7, segmentNumber: 3, generation: 2, closed: true };
const placed = (key: string, text = `["notes","${key}",{}]`): SnapshotLine => ({ text, collection: 'notes', key, columns: [], cells: [] });
const context = sealContext('snapshot', keys.caseId, u32(4));

function written(lines: readonly SnapshotLine[], change: Partial<SnapshotHead> = {}) {
  const on = recordingDisk({ folders: ['snap'], files: new Map() });
  const { name } = writeSnapshot(on.fileSystem, keys, 4, { ...head, ...change }, lines);
  return { on, name, bytes: on.content().files.get(`snap/${name}`) ?? Buffer.alloc(0) };
}
/** The same snapshot with another plaintext, sealed as only who has the keys can. */
function resealed({ name, bytes }: ReturnType<typeof written>, change: (plain: Buffer) => Buffer) {
  const plain = unseal(keys.snapshot, context, bytes) ?? Buffer.alloc(0);
  return recordingDisk({ folders: ['snap'], files: new Map([[`snap/${name}`, seal(keys.snapshot, context, change(Buffer.from(plain)))]]) });
}
function watched(files: FileSystem) {
  const open = new Set<object>();
  const watching: FileSystem = {
    ...files,
    open: (path, mode) => {
      const file = files.open(path, mode);
      open.add(file);
      return { ...file, close: () => void open.delete(file) };
    },
  };
  return { files: watching, open };
}

describe('a snapshot that is opened', () => {
  it.each([0, 50, 200, 2_000])('says what it says when it is read, with %i names of segments in its head', (names) => {
    const covers = Array.from({ length: names }, (_, number) => `${String(number).padStart(8, '0')}-${'03'.repeat(16)}.seg`);
    const { on, name, bytes } = written([placed('a')], { covers });
    const opened = openSnapshot(on.fileSystem, keys, name);
    expect(opened).toMatchObject({ name, number: 4, head: { ...head, covers }, bytes: bytes.length });
    expect([opened?.body.length, opened?.indexed?.tables.get('notes')?.rows]).toEqual([0, 1]);
    expect(readSnapshot(on.fileSystem, keys, name)?.head).toEqual(opened?.head);
    expect([...(opened?.indexed?.others() ?? [])]).toEqual([]);
  });

  it('stays open as long as its tables are used, and only then', () => {
    const tabled = written([placed('a')]);
    const { files, open } = watched(tabled.on.fileSystem);
    const opened = openSnapshot(files, keys, tabled.name);
    expect(open.size).toBe(1);
    opened?.indexed?.close();
    expect(open.size).toBe(0);
    const plain = written(['["notes","a",{}]']);
    const other = watched(plain.on.fileSystem);
    expect(openSnapshot(other.files, keys, plain.name)).toMatchObject({ head, body: Buffer.from('["notes","a",{}]') });
    expect(other.open.size).toBe(0);
  });

  it.each<readonly [string, (plain: Buffer) => Buffer]>([
    ['has nothing in it', () => Buffer.alloc(0)],
    ['is shorter than its length', () => Buffer.alloc(3)],
    ['has no line', (plain) => Buffer.concat([plain.subarray(0, 4), Buffer.from(plain.subarray(4).toString('latin1').replaceAll('\n', ' '), 'latin1')])],
    ['has a head that is no JSON', (plain) => plain.fill('X', 4, 6)],
    ['says more of its length than there is', (plain) => plain.fill(0xff, 0, 4)],
  ])('is none when it %s', (_, change) => {
    const made = written([placed('a')]);
    const on = resealed(made, change);
    const { files, open } = watched(on.fileSystem);
    expect(openSnapshot(files, keys, made.name)).toBeNull();
    expect(open.size).toBe(0);
  });

  it('is closed when the disk fails while it is opened, and that is told', () => {
    const { on, name } = written([placed('a', 'x'.repeat(2_000_000))]);
    const { files, open } = watched(on.fileSystem);
    let reads = 0;
    on.failWith((_, op) => (op === 'read' && ++reads > 3 ? { code: 'EIO', share: 0 } : null));
    expect(() => openSnapshot(files, keys, name)).toThrow('EIO');
    expect(open.size).toBe(0);
  });

  it('takes for damage what the disk cannot read later', () => {
    const { on, name } = written([placed('a', 'x'.repeat(2_000_000)), placed('b')]);
    const opened = openSnapshot(on.fileSystem, keys, name);
    on.failWith((_, op) => (op === 'read' ? { code: 'EIO', share: 0 } : null));
    expect(() => opened?.indexed?.tables.get('notes')?.lineAt(0)).toThrow(SnapshotDamage);
  });

  it('is looked through to its last byte when it is small, and where it is met when it is large', () => {
    const spoiled = (length: number) => {
      const { name, bytes } = written([placed('a', 'x'.repeat(length))]);
      const changed = Buffer.from(bytes);
      const place = 56 + 10 * (chunkBytes + 16) + 100;
      changed.writeUInt8(changed.readUInt8(place) ^ 1, place);
      const on = recordingDisk({ folders: ['snap'], files: new Map([[`snap/${name}`, changed]]) });
      return openSnapshot(on.fileSystem, keys, name) !== null;
    };
    expect([spoiled(900_000), spoiled(1_200_000)]).toEqual([false, true]);
  });
});

it('the newest snapshot is opened in the way that is asked for', () => {
  const { on, name } = written([placed('a')]);
  expect(newestSnapshot(on.fileSystem, keys).snapshot?.indexed).toBeUndefined();
  expect(newestSnapshot(on.fileSystem, keys, openSnapshot).snapshot?.indexed?.name).toBe(name);
});

it('what cannot be removed quietly is left', () => {
  const on = recordingDisk({ folders: [], files: new Map([['a', Buffer.alloc(1)]]) });
  expect(() => removeQuietly(on.fileSystem, 'b')).not.toThrow();
  on.failWith(() => ({ code: 'EIO', share: 0 }));
  removeQuietly(on.fileSystem, 'a');
  on.failWith(null);
  expect(on.fileSystem.list('.')).toEqual(['a']);
  removeQuietly(on.fileSystem, 'a');
  expect(on.fileSystem.list('.')).toEqual([]);
});
