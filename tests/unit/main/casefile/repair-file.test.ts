import { describe, expect, it } from 'vitest';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { readOpening } from '#main/casefile/opening.ts';
import type { SavedBlobs } from '#main/casefile/repair-file.ts';
import { linesOf, readSnapshot } from '#main/casefile/snapshot.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { repairsOf } from '#tests/harness/repaired-file.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { good } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const { blobPaths, bytesAt, changed, flipped, records, repaired } = repairsOf(sound);
const [firstPath = '', secondPath = ''] = blobPaths;
const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1) as BlobId;
const [first, second] = [idOf(firstPath), idOf(secondPath)];
type Changes = Parameters<typeof changed>[0];

describe('a repaired case', () => {
  it('is made of a note, the blobs, a snapshot, a log and another snapshot, and of the header last', async () => {
    const { reply, into, salvage } = await repaired();
    expect(good(reply).lost).toEqual([]);
    expect([...good(reply).saved].map(([blob, { bytes }]) => [blob, bytes]).sort()).toEqual(
      [
        [first, 20_000],
        [second, 300],
      ].sort(),
    );
    const { files, folders } = into.content();
    expect(folders.slice(0, 4)).toEqual(['.', 'log', 'snap', 'blob']);
    expect(folders).not.toContain('escrow');
    expect([...files.keys()]).toEqual([
      ...[...good(reply).saved.keys()].map((blob) => `blob/${blob.slice(0, 2)}/${blob}`),
      'README.txt',
      expect.stringMatching(/^snap\/00000003-/),
      expect.stringMatching(/^log\/00000006-/),
      expect.stringMatching(/^snap\/00000004-/),
      'case.a',
      'case.b',
    ]);
    for (const path of [firstPath, secondPath, 'README.txt']) expect(files.get(path), path).toEqual(bytesAt(path));
    for (const name of ['case.a', 'case.b']) expect(files.get(name)).toEqual(salvage.header);
  });

  it('tells two ways to its state: as it was saved with the transaction of the repair, and as it is after it', async () => {
    const { into, salvage } = await repaired();
    const [older, newer] = into.fileSystem.list('snap').map((name) => readSnapshot(into.fileSystem, salvage.keys, name));
    const { head, seq, generation } = salvage;
    expect(older?.head).toEqual({ v: 1, head: head.toString('hex'), seq, segmentNumber: 5, generation, closed: false });
    expect(newer?.head).toEqual({ v: 1, head: expect.stringMatching(/^[0-9a-f]{64}$/), seq: seq + 1, segmentNumber: 6, generation, closed: true });
    expect([older, newer].map((snapshot) => [...linesOf(snapshot?.body ?? Buffer.alloc(0))])).toEqual([['{"before":1}', '{"before":2}'], ['{"after":1}']]);
    const opening = readOpening(into.fileSystem, salvage.keys, generation);
    expect(opening).toMatchObject({ seq: seq + 1, findings: [], forked: false, doubtful: false });
    for (const name of into.fileSystem.list('snap').slice(1)) into.fileSystem.remove(`snap/${name}`);
    expect(readOpening(into.fileSystem, salvage.keys, generation)).toMatchObject({ bodies: [{ repaired: true }], seq: seq + 1, findings: [] });
  });

  it('asks for its records when it is known which blobs hold, and says how far it is', async () => {
    const asked: SavedBlobs[] = [];
    const steps: string[] = [];
    await repaired(changed({ [firstPath]: flipped(firstPath) }), {
      records: (blobs) => {
        asked.push(blobs);
        return records;
      },
      report: { step: (phase, done, total) => void steps.push(`${phase} ${done} of ${total}`), cancelled: () => false },
    });
    expect(asked.map(({ saved, lost }) => [[...saved.keys()], lost])).toEqual([[[second], [first]]]);
    expect(steps).toEqual(['verifying 0 of 2', 'verifying 1 of 2', 'verifying 2 of 2']);
  });

  it('syncs the folders of blobs before there is a header', async () => {
    const { into } = await repaired();
    const order = into.operations.flatMap((one) => (one.op === 'sync-folder' || one.op === 'create' ? [`${one.op} ${one.path}`] : []));
    const header = order.indexOf('create case.a');
    for (const folder of ['blob', firstPath.slice(0, 7), secondPath.slice(0, 7)]) {
      expect(order.indexOf(`sync-folder ${folder}`), folder).toBeGreaterThan(-1);
      expect(order.indexOf(`sync-folder ${folder}`), folder).toBeLessThan(header);
    }
  });

  it('carries escrows over as they are, of any length, and nothing else that lies with them', async () => {
    const long = Buffer.alloc(2_500_000, 'seven letters');
    const { into } = await repaired(changed({ 'escrow/0001-0a0b0c0d.age': long, 'escrow/letter': Buffer.from('dear') }));
    const { files } = into.content();
    expect([...files.keys()].filter((path) => path.startsWith('escrow/'))).toEqual(['escrow/0001-0a0b0c0d.age']);
    expect(files.get('escrow/0001-0a0b0c0d.age')?.equals(long)).toBe(true);
    expect(into.operations.some((one) => one.op === 'sync-folder' && one.path === 'escrow')).toBe(true);
    expect((await repaired(changed({ 'escrow/letter': Buffer.from('dear') }))).content.folders).not.toContain('escrow');
  });
});

describe('the blobs of a damaged case', () => {
  const swapped = { [firstPath]: bytesAt(secondPath), [secondPath]: bytesAt(firstPath) };

  it.each<readonly [string, Changes, readonly BlobId[], readonly BlobId[]]>([
    ['is damaged is lost', { [firstPath]: flipped(firstPath) }, [second], [first]],
    ['is empty is lost', { [firstPath]: Buffer.alloc(0) }, [second], [first]],
    ['is gone is not known of', { [firstPath]: null }, [second], []],
    ['has exchanged its name with another has its own again', swapped, [first, second], []],
    ['was renamed has its own name again', { [firstPath]: null, 'blob/photo.jpg': bytesAt(firstPath) }, [first, second], []],
    ['lies there twice is saved once', { 'blob/copy.jpg': bytesAt(firstPath) }, [first, second], []],
    ['was renamed and is damaged is not known of', { [firstPath]: null, 'blob/photo.jpg': flipped(firstPath) }, [second], []],
    [
      'was renamed and is damaged behind its first part is not known of',
      { [firstPath]: null, 'blob/photo.jpg': Buffer.from(bytesAt(firstPath)).fill(1, 20_000, 20_010) },
      [second],
      [],
    ],
    ['lies beside what is no blob is saved', { 'blob/letter.txt': Buffer.from('dear'), 'blob/empty': Buffer.alloc(0) }, [first, second], []],
  ])('one that %s', async (_, changes, saved, lost) => {
    const { reply, content } = await repaired(changed(changes));
    expect([...good(reply).saved.keys()].sort()).toEqual([...saved].sort());
    expect(good(reply).lost).toEqual(lost);
    const files = [...content.files].filter(([path]) => path.startsWith('blob/'));
    expect(files.map(([path]) => path).sort()).toEqual(saved.map((blob) => `blob/${blob.slice(0, 2)}/${blob}`).sort());
    for (const [path, bytes] of files) expect(bytes.equals(bytesAt(path)), path).toBe(true);
  });

  it('are lost when the records want them and they are nowhere, each once', async () => {
    const wanted = [first, 'z'.repeat(52) as BlobId];
    expect(good((await repaired(changed({ [firstPath]: flipped(firstPath) }), { wanted })).reply).lost).toEqual([first, 'z'.repeat(52)]);
    expect(good((await repaired(sound.content, { wanted })).reply).lost).toEqual(['z'.repeat(52)]);
  });

  it('that cannot even be opened are lost like those whose bytes are; a bug is thrown on', async () => {
    const { fileSystem } = recordingDisk(sound.content);
    const failing = (error: Error): FileSystem => ({
      ...fileSystem,
      open: (path, mode) => {
        if (path === firstPath) throw error;
        return fileSystem.open(path, mode);
      },
    });
    const eio = Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'open' });
    expect(good((await repaired(sound.content, { from: failing(eio) })).reply).lost).toEqual([first]);
    await expect(repaired(sound.content, { from: failing(new TypeError('a bug')) })).rejects.toThrow('a bug');
  });
});
