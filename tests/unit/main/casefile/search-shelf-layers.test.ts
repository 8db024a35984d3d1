import { describe, expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { checkShelf, type SearchShelf, searchShelf, shelfFolder } from '#main/casefile/search-shelf.ts';
import { unseal } from '#main/crypto/cobblestone.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { forgedLayer, layerContext, layerHead, layerName, layerPlain, layerSaid } from '#tests/harness/forged-layer.ts';
import { logKeys as keys } from '#tests/harness/log-segments.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { good } from '#tests/harness/stored-case.ts';

const nothing = { below: [], above: [] };
const disk = (folders: readonly string[] = ['log', 'snap', 'blob']) => recordingDisk({ folders, files: new Map() });
function shelfOn(files: FileSystem, barrier: () => Problem | null = () => null): SearchShelf {
  return searchShelf(files, keys, () => layerHead, barrier);
}
const layerFiles = (on: RecordingDisk) => on.fileSystem.list(shelfFolder);
const bytesOf = (on: RecordingDisk, name: string) => on.content().files.get(`${shelfFolder}/${name}`) ?? Buffer.alloc(0);

describe('a layer of the search index', () => {
  it('is on the medium, and its folder too, before the layers it replaces go', () => {
    const on = disk();
    const shelf = shelfOn(on.fileSystem);
    const first = good(shelf.write(Buffer.alloc(10, 7), nothing, []));
    const stepOf = (from: number) => on.operations.slice(from).map((each) => ('path' in each ? `${each.op} ${each.path}` : each.op));
    const path = `${shelfFolder}/${first.name}`;
    const written = [`create ${path}.part`, 'write', 'sync', `rename ${path}.part`, `sync-folder ${shelfFolder}`];
    expect(stepOf(0)).toEqual([`folder ${shelfFolder}`, 'sync-folder .', ...written]);
    const { length } = on.operations;
    const second = good(shelf.write(Buffer.alloc(10, 8), nothing, []));
    expect(stepOf(length)).toEqual([...written.map((step) => step.replace(first.name, second.name)), `remove ${path}`]);
    expect(layerFiles(on)).toEqual([second.name]);
  });

  it('is numbered after the highest there is, and says in its seal where it stands', () => {
    const on = forgedLayer('00000041-0123abcd', layerPlain(JSON.stringify(layerSaid)));
    for (const strange of ['00000099-x', 'notes.txt']) on.fileSystem.create(`${shelfFolder}/${strange}`).close();
    const made = good(shelfOn(on.fileSystem).write(Buffer.alloc(10, 8), { below: ['00000041-0123abcd'], above: ['00000042-aaaaaaaa'] }, ['an id']));
    expect(made.name).toMatch(/^00000042-[0-9a-f]{8}$/);
    expect(made.bytes).toBe(10);
    const plain = unseal(keys.index, layerContext(made.name), bytesOf(on, made.name)) ?? Buffer.alloc(4);
    const length = plain.readUInt32LE(0);
    expect(plain.length).toBe(4_096);
    expect(length % 4).toBe(0);
    expect(JSON.parse(plain.toString('utf8', 4, 4 + length))).toEqual({
      v: 1,
      head: layerHead.toString('hex'),
      layers: ['00000041-0123abcd', '', '00000042-aaaaaaaa'],
      unread: ['an id'],
      bytes: 10,
    });
    expect(plain.subarray(4 + length, 14 + length)).toEqual(Buffer.alloc(10, 8));
    // What is not of this index stays where it is.
    expect(layerFiles(on)).toEqual(['00000041-0123abcd', made.name, '00000099-x', 'notes.txt']);
  });

  it('is read within its segment, and no further', () => {
    const on = disk();
    const layer = good(shelfOn(on.fileSystem).write(Buffer.from('evidence'), nothing, []));
    const text = (at: number, length: number) => Buffer.from(layer.read(at, length) ?? 'null').toString();
    expect([text(0, 8), text(2, 3), text(5, 100), text(8, 1)]).toEqual(['evidence', 'ide', 'nce', '']);
  });

  it('removes what an interrupted writing left', () => {
    const on = disk([shelfFolder]);
    on.fileSystem.create(`${shelfFolder}/00000001-00000000.part`).close();
    const { name: made } = good(shelfOn(on.fileSystem).write(Buffer.alloc(1), nothing, []));
    expect(layerFiles(on)).toEqual([made]);
    expect(on.operations.some(({ op }) => op === 'folder')).toBe(false);
  });

  it('is refused where nothing may be written, and nothing is touched', () => {
    const on = disk();
    const shelf = shelfOn(on.fileSystem, () => ({ kind: 'read-only' }));
    expect(shelf.write(Buffer.alloc(1), nothing, [])).toEqual({ ok: false, problem: { kind: 'read-only' } });
    expect(on.operations).toEqual([]);
  });

  it.each(['folder', 'sync-folder', 'create', 'write', 'sync', 'rename'])('is refused when the disk is full at a %s, and leaves what was there', (failing) => {
    const on = disk();
    const shelf = shelfOn(on.fileSystem);
    const before = failing === 'folder' ? null : good(shelf.write(Buffer.alloc(10, 7), nothing, []));
    on.failWith((_, op) => (op === failing ? { code: 'ENOSPC', share: 0 } : null));
    expect(shelf.write(Buffer.alloc(10, 8), nothing, [])).toEqual({ ok: false, problem: { kind: 'write-failed', reason: 'disk-full' } });
    on.failWith(null);
    if (before) expect(on.fileSystem.list(shelfFolder)).toContain(before.name);
    expect(layerFiles(on).filter((each) => each.endsWith('.part'))).toEqual([]);
  });

  it('that does not read back is refused, and what it was to replace stays', () => {
    const on = disk();
    const first = good(shelfOn(on.fileSystem).write(Buffer.alloc(10, 7), nothing, []));
    const lying: FileSystem = {
      ...on.fileSystem,
      create: (path) => {
        const file = on.fileSystem.create(path);
        return { ...file, write: (bytes, at) => file.write(Buffer.alloc(bytes.length), at) };
      },
    };
    expect(shelfOn(lying).write(Buffer.alloc(10, 8), nothing, [])).toEqual({ ok: false, problem: { kind: 'write-failed', reason: 'input-output' } });
    expect(layerFiles(on)).toContain(first.name);
  });

  it('meets no mercy for a bug', () => {
    const on = disk();
    const buggy: FileSystem = {
      ...on.fileSystem,
      rename: () => {
        throw new TypeError('a bug');
      },
    };
    expect(() => shelfOn(buggy).write(Buffer.alloc(1), nothing, [])).toThrow('a bug');
    const open = () => {
      throw new TypeError('a bug');
    };
    const filled = forgedLayer(layerName, layerPlain(JSON.stringify(layerSaid)));
    expect(() => shelfOn({ ...filled.fileSystem, open }).open()).toThrow('a bug');
  });
});

describe('the layers together', () => {
  it('are opened as the newest names them', () => {
    expect(shelfOn(disk().fileSystem).open()).toBe('none');
    const on = forgedLayer(layerName, layerPlain(JSON.stringify({ ...layerSaid, unread: ['a', 'b'] })));
    const content = shelfOn(on.fileSystem).open();
    if (typeof content === 'string') throw new Error(content);
    expect([content.head, content.unread, content.layers.map((layer) => [layer.name, layer.bytes])]).toEqual([layerSaid.head, ['a', 'b'], [[layerName, 10]]]);
  });

  it.each<readonly [string, Buffer]>([
    ['of another version', layerPlain(JSON.stringify({ ...layerSaid, v: 2 }))],
    ['with a head that is none', layerPlain(JSON.stringify({ ...layerSaid, head: 'AB'.repeat(32) }))],
    ['with a head that is too long', layerPlain(JSON.stringify({ ...layerSaid, head: `${layerSaid.head}0` }))],
    ['with a head that begins too early', layerPlain(JSON.stringify({ ...layerSaid, head: `0${layerSaid.head}` }))],
    ['of fewer than no bytes', layerPlain(JSON.stringify({ ...layerSaid, bytes: -1 }))],
    ['of too many layers', layerPlain(JSON.stringify({ ...layerSaid, layers: Array.from({ length: 1_001 }, () => '') }), Buffer.alloc(10), 4_608)],
    ['that is no JSON', layerPlain('{')],
    ['that says too little of its length', layerPlain(JSON.stringify(layerSaid).slice(0, 40))],
    ['that has more bytes than it says', layerPlain(JSON.stringify(layerSaid), Buffer.alloc(10), 5_120)],
    ['that has fewer bytes than it says', layerPlain(JSON.stringify({ ...layerSaid, bytes: 5_000 }))],
    ['that is shorter than its length', Buffer.alloc(3)],
    ['of nothing', Buffer.alloc(0)],
    ['that names one that is not there', layerPlain(JSON.stringify({ ...layerSaid, layers: ['00000001-00000000', ''] }))],
    ['that names what is no layer', layerPlain(JSON.stringify({ ...layerSaid, layers: ['../case.a', ''] }))],
  ])('are damaged when there is one %s', (_, plain) => {
    expect(shelfOn(forgedLayer(layerName, plain).fileSystem).open()).toBe('damaged');
  });

  it('are damaged, and throw nothing, when the disk cannot be read', () => {
    const on = forgedLayer(layerName, layerPlain(JSON.stringify(layerSaid)));
    on.failWith((_, op) => (op === 'read' ? { code: 'EIO', share: 0 } : null));
    expect(shelfOn(on.fileSystem).open()).toBe('damaged');
    const list = () => {
      throw Object.assign(new Error('EIO'), { code: 'EIO' });
    };
    expect(shelfOn({ ...on.fileSystem, list }).open()).toBe('none');
  });

  it('are closed when they are opened again, replaced, removed or given back', () => {
    const on = disk();
    const open = new Set<string>();
    const files: FileSystem = {
      ...on.fileSystem,
      open: (path, mode) => {
        const file = on.fileSystem.open(path, mode);
        const mark = `${path} ${Math.random()}`;
        open.add(mark);
        return { ...file, close: () => void open.delete(mark) };
      },
    };
    const shelf = shelfOn(files);
    const first = good(shelf.write(Buffer.alloc(10, 7), nothing, []));
    good(shelf.write(Buffer.alloc(10, 8), { below: [first.name], above: [] }, []));
    expect(open.size).toBe(2);
    shelf.open();
    shelf.open();
    expect(open.size).toBe(2);
    good(shelf.write(Buffer.alloc(10, 9), nothing, []));
    expect(open.size).toBe(1);
    shelf.clear();
    expect([open.size, layerFiles(on)]).toEqual([0, []]);
    good(shelf.write(Buffer.alloc(10, 9), nothing, []));
    shelf.letGo();
    expect(open.size).toBe(0);
    checkShelf(files, keys, 'full');
    expect(open.size).toBe(0);
    const damaged = forgedLayer(layerName, layerPlain('{'));
    shelfOn({ ...damaged.fileSystem, open: (path, mode) => ({ ...damaged.fileSystem.open(path, mode), close: () => void open.add('closed') }) }).open();
    expect(open.has('closed')).toBe(true);
  });

  it('stay where they are when nothing may be written', () => {
    const on = forgedLayer(layerName, layerPlain(JSON.stringify(layerSaid)));
    shelfOn(on.fileSystem, () => ({ kind: 'read-only' })).clear();
    expect(layerFiles(on)).toEqual([layerName]);
    on.failWith(() => ({ code: 'EIO', share: 0 }));
    shelfOn(on.fileSystem).clear();
    on.failWith(null);
    expect(layerFiles(on)).toEqual([layerName]);
  });
});
