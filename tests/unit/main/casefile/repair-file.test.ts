import { describe, expect, it } from 'vitest';
import { noAnchors } from '#main/casefile/anchor.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { readOpening } from '#main/casefile/opening.ts';
import { type RepairedRecords, type SavedBlobs, writeRepairedCase } from '#main/casefile/repair-file.ts';
import { type Salvage, salvageCaseFile } from '#main/casefile/salvage.ts';
import { linesOf, readSnapshot } from '#main/casefile/snapshot.ts';
import type { Progress } from '#main/usecases/ports.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type DiskContent, type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { good, silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const proof = { kind: 'case-key', bytes: sound.caseKey } as const;
const pathsIn = (folder: string) => [...sound.content.files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
const lengthAt = (path: string) => sound.content.files.get(path)?.length ?? 0;
/** The longer one first; names are chance. */
const [firstPath = '', secondPath = ''] = pathsIn('blob').sort((a, b) => lengthAt(b) - lengthAt(a));
const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1) as BlobId;
const [first, second] = [idOf(firstPath), idOf(secondPath)];
const bytesAt = (path: string) => sound.content.files.get(path) ?? Buffer.alloc(0);
const records: RepairedRecords = {
  before: ['{"before":1}', '{"before":2}'],
  body: { repaired: true },
  after: ['{"after":1}'],
};
type Changes = { readonly [path: string]: Buffer | null };
const changed = (changes: Changes): DiskContent => {
  const files = new Map(sound.content.files);
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes) files.set(path, bytes);
    else files.delete(path);
  }
  return { folders: [...sound.content.folders, 'escrow'], files };
};
const flipped = (path: string) => Buffer.from(bytesAt(path)).fill(1, 300, 310);
type Repair = {
  readonly from?: FileSystem;
  readonly into?: RecordingDisk;
  readonly files?: (files: FileSystem) => FileSystem;
  readonly wanted?: readonly BlobId[];
  readonly records?: (blobs: SavedBlobs) => RepairedRecords;
  readonly report?: Progress;
  readonly salvage?: (salvage: Salvage) => Salvage;
};
async function repaired(content: DiskContent = sound.content, wishes: Repair = {}) {
  const { into = recordingDisk(), files = (same) => same, wanted = [], report = silently } = wishes;
  const from = wishes.from ?? recordingDisk(content).fileSystem;
  const read = good(await salvageCaseFile(recordingDisk(content).fileSystem, proof, null, noAnchors));
  const salvage = wishes.salvage?.(read) ?? read;
  const reply = await writeRepairedCase(from, files(into.fileSystem), salvage, new Set(wanted), wishes.records ?? (() => records), report);
  return { reply, into, salvage, content: into.content() };
}
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
    const long = Buffer.from(Array.from({ length: 2_500_000 }, (_, at) => at % 251));
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

describe('a repair that is not to be', () => {
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
