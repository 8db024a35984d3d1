import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { isSnapshotName, linesOf, newestSnapshot, readSnapshot, type SnapshotHead, snapshotNumber, writeSnapshot } from '#main/casefile/snapshot.ts';
import { type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const head: SnapshotHead = { v: 1, head: 'ab'.repeat(32), seq: 7, segmentNumber: 3, generation: 2, closed: true };
const disk = () => recordingDisk({ folders: ['snap'], files: new Map() });
const write = (on: RecordingDisk, number: number, lines: readonly string[] = ['["notes","1",{}]']) => writeSnapshot(on.fileSystem, keys, number, head, lines);
const read = (on: RecordingDisk, name: string) => readSnapshot(on.fileSystem, keys, name);

/** The same disk with the bytes of one file changed. */
function changed(on: RecordingDisk, name: string, change: (bytes: Buffer) => Buffer): RecordingDisk {
  const { folders, files } = on.content();
  return recordingDisk({ folders, files: new Map([...files].map(([path, bytes]) => [path, path === `snap/${name}` ? change(Buffer.from(bytes)) : bytes])) });
}

describe('a snapshot', () => {
  it('gives back its head and any lines, one at a time', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 60 }).filter((text) => !/[\n\r]/.test(text) && text !== '');
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), (lines) => {
        const on = disk();
        const snapshot = read(on, write(on, 4, lines).name);
        expect([...linesOf(snapshot?.body ?? Buffer.alloc(0))]).toEqual(lines);
        expect(snapshot).toMatchObject({ number: 4, head });
      }),
      { numRuns: 50 },
    );
  });

  it('of nothing but its head has no lines', () => {
    const on = disk();
    const written = write(on, 1, []);
    const snapshot = read(on, written.name);
    expect([...linesOf(snapshot?.body ?? Buffer.from('x'))]).toEqual([]);
    expect(snapshot?.bytes).toBe(on.content().files.get(`snap/${written.name}`)?.length);
    expect(written).toMatchObject({ number: 1, head, bytes: snapshot?.bytes });
    // What is sealed is at least 1,024 bytes, so that an empty case looks like a small one.
    expect(written.bytes).toBe(56 + 1_024 + 16);
  });

  it('has a name of its own only when it is whole and synced', () => {
    const on = disk();
    const { name } = write(on, 12);
    expect(name).toMatch(/^00000012-[0-9a-f]{8}$/);
    const steps = on.operations.map((operation) => ('path' in operation ? `${operation.op} ${operation.path}` : operation.op));
    expect(steps).toEqual([`create snap/${name}.part`, 'write', 'sync', `rename snap/${name}.part`, 'sync-folder snap']);
  });

  it.each([0, 1, 2, 3])('that fails at step %i is refused and leaves nothing under its name', (failing) => {
    const on = disk();
    on.failWith((step, op) => (step === failing && op !== 'remove' ? { code: 'EIO', share: 0 } : null));
    expect(() => write(on, 1)).toThrow('EIO');
    on.failWith(null);
    expect(on.fileSystem.list('snap')).toEqual([]);
  });

  it('is unusable after any change, under another number, in another case, or cut', () => {
    const on = disk();
    const { name } = write(on, 5);
    for (const place of [0, 30, 60, 500, 1_095]) {
      const spoiled = changed(on, name, (bytes) => {
        bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
        return bytes;
      });
      expect(read(spoiled, name), `byte ${place}`).toBeNull();
    }
    expect(
      read(
        changed(on, name, (bytes) => bytes.subarray(0, -1)),
        name,
      ),
    ).toBeNull();
    expect(
      read(
        changed(on, name, () => Buffer.alloc(0)),
        name,
      ),
    ).toBeNull();
    on.fileSystem.rename(`snap/${name}`, 'snap/00000006-00000000');
    expect(read(on, '00000006-00000000')).toBeNull();
    expect(readSnapshot(on.fileSystem, caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 9)), '00000006-00000000')).toBeNull();
    on.fileSystem.rename('snap/00000006-00000000', 'snap/00000005-ffffffff');
    expect(read(on, '00000005-ffffffff')).toMatchObject({ number: 5 });
  });

  it.each<readonly [string, object]>([
    ['of a later version', { ...head, v: 2 }],
    ['with a head that is no hash', { ...head, head: 'AB'.repeat(32) }],
    ['with a head that is too long', { ...head, head: `${'ab'.repeat(32)}0` }],
    ['with a head behind other text', { ...head, head: `0${'ab'.repeat(32)}` }],
    ['with a count below nothing', { ...head, seq: -1 }],
    ['with a segment below nothing', { ...head, segmentNumber: -1 }],
    ['with a generation below nothing', { ...head, generation: -1 }],
    ['that does not say whether it was closed', { ...head, closed: undefined }],
  ])('%s is not understood', (_, strange) => {
    const on = disk();
    const { name } = writeSnapshot(on.fileSystem, keys, 1, strange as SnapshotHead, []);
    expect(read(on, name)).toBeNull();
  });

  it('whose counts are nothing is understood', () => {
    const on = disk();
    const { name } = writeSnapshot(on.fileSystem, keys, 1, { ...head, seq: 0, segmentNumber: 0, generation: 0, closed: false }, []);
    expect(read(on, name)?.head).toMatchObject({ seq: 0, closed: false });
  });
});

describe('the newest snapshot', () => {
  it('is the one with the highest number that opens; each newer one that does not is named', () => {
    const on = disk();
    const [, second, third] = [1, 2, 3].map((number) => write(on, number).name);
    expect(newestSnapshot(on.fileSystem, keys)).toMatchObject({ snapshot: { number: 3 }, newestNumber: 3, findings: [] });
    const spoiled = changed(on, third ?? '', (bytes) => bytes.fill(0));
    expect(newestSnapshot(spoiled.fileSystem, keys)).toMatchObject({
      snapshot: { name: second, number: 2 },
      newestNumber: 3,
      findings: [{ severity: 'damage', code: 'snapshot-unusable', subject: third }],
    });
  });

  it('is none where there is none, or where none opens', () => {
    expect(newestSnapshot(disk().fileSystem, keys)).toEqual({ snapshot: null, newestNumber: 0, findings: [] });
    const on = disk();
    const { name } = write(on, 9);
    const spoiled = changed(on, name, (bytes) => bytes.fill(0));
    expect(newestSnapshot(spoiled.fileSystem, keys)).toMatchObject({ snapshot: null, newestNumber: 9, findings: [{ subject: name }] });
  });

  it('does not look at unfinished or strange files', () => {
    const on = disk();
    write(on, 1);
    for (const name of ['00000002-0011aabb.part', '0002-0011aabb', 'x00000002-0011aabb', '00000002-0011aabX', '00000002-0011aabb0'])
      on.fileSystem.create(`snap/${name}`).close();
    expect(newestSnapshot(on.fileSystem, keys)).toMatchObject({ snapshot: { number: 1 }, newestNumber: 1, findings: [] });
    expect(isSnapshotName('00000002-0011aabb')).toBe(true);
    expect([snapshotNumber('00000042-0011aabb'), snapshotNumber('something')]).toEqual([42, 0]);
  });
});

it('lines end at the end, with or without a last line feed, and may be empty', () => {
  const lines = (text: string) => [...linesOf(Buffer.from(text))];
  expect(lines('a\nb')).toEqual(['a', 'b']);
  expect(lines('a\nb\n')).toEqual(['a', 'b']);
  expect(lines('\n\né')).toEqual(['', '', 'é']);
  expect(lines('')).toEqual([]);
});
