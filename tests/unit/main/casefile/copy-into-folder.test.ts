import { afterEach, describe, expect, it } from 'vitest';
import { backupMarkName, readBackupMark } from '#main/casefile/backup-mark.ts';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { CopyCancelled } from '#main/casefile/copy-bytes.ts';
import { type CopySource, copyIntoFolder, foldersOf } from '#main/casefile/copy-into-folder.ts';
import { type CopyPlan, planCopy } from '#main/casefile/copy-plan.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { decodeHeader, encodeHeader } from '#main/casefile/header.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { type DiskContent, type RecordingDisk, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const escrow = 'escrow/0001-0a0b0c0d.age';
const content: DiskContent = { folders: [...sound.content.folders, 'escrow'], files: new Map([...sound.content.files, [escrow, Buffer.from('sealed')]]) };
const header = content.files.get('case.a') ?? Buffer.alloc(0);
const decoded = decodeHeader(header);
if (decoded.state !== 'whole') throw new Error('the header is not whole');
const keys = caseKeys(sound.caseKey, decoded.header.caseId);
const paths = [...content.files.keys()];
const [firstBlob = '', secondBlob = ''] = paths.filter((path) => path.startsWith('blob/')).sort();
const [segment = ''] = paths.filter((path) => path.startsWith('log/')).sort();
const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1) as BlobId;
const lengthOf = (path: string) => content.files.get(path)?.length ?? 0;
const bytesInAll = paths.reduce((sum, path) => sum + lengthOf(path), 0);
const none: ReadonlySet<BlobId> = new Set();
const plans: CopyPlan[] = [];
afterEach(() => {
  for (const plan of plans.splice(0)) plan.letGo();
});

type Changes = { readonly [path: string]: Buffer | null };
const changed = (start: DiskContent, changes: Changes): DiskContent => {
  const files = new Map(start.files);
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes) files.set(path, bytes);
    else files.delete(path);
  }
  return { folders: start.folders, files };
};
const flipped = (path: string, at = 300) => {
  const copy = Buffer.from(content.files.get(path) ?? []);
  copy.writeUInt8(copy.readUInt8(at) ^ 4, at);
  return copy;
};
async function sourceOf(from: DiskContent = content): Promise<CopySource> {
  const files = recordingDisk(from).fileSystem;
  const plan = await planCopy(files, keys);
  if ('kind' in plan) throw new Error(plan.kind);
  plans.push(plan);
  return { files, keys, plan };
}
/** A disk that reads files other than it wrote them. */
const lyingAt = ({ fileSystem }: RecordingDisk, beginning: string): FileSystem => ({
  ...fileSystem,
  open: (path, mode) => {
    const file = fileSystem.open(path, mode);
    return path.startsWith(beginning) ? { ...file, read: (at, length) => Buffer.from(file.read(at, length)).fill(1, 0, 1) } : file;
  },
});
type Wishes = {
  readonly from?: DiskContent;
  readonly to?: RecordingDisk;
  readonly mark?: boolean;
  readonly cited?: ReadonlySet<BlobId>;
  readonly report?: Progress;
};
async function copied({ from, to = recordingDisk(), mark = true, cited = none, report = silently }: Wishes = {}) {
  const made = await copyIntoFolder(await sourceOf(from), to.fileSystem, mark, cited, report);
  return { made, files: to.content().files, operations: to.operations };
}
/** A backup as it was made of the sound case. */
const backup = (await copied()).files;
const older = (changes: Changes = {}) => recordingDisk(changed({ folders: [...content.folders], files: backup }, changes));

describe('a copy into an empty folder', () => {
  it('holds every file of the case as it is, and the mark of a backup', async () => {
    const { made, files } = await copied();
    expect(made).toEqual({ copiedFiles: 9, copiedBytes: bytesInAll - 2 * 8192, wrong: 0 });
    expect([...files.keys()].sort()).toEqual([...paths, backupMarkName].sort());
    for (const [path, bytes] of content.files) expect(files.get(path), path).toEqual(bytes);
  });

  it('is not marked when it is to be a case of its own', async () => {
    expect((await copied({ mark: false })).files.has(backupMarkName)).toBe(false);
  });

  it('says in its mark where the case stood and which log and snapshots it put there', async () => {
    const { files } = await copied();
    const { plan } = await sourceOf();
    const mark = readBackupMark(recordingDisk({ folders: [], files }).fileSystem, keys);
    const names = paths.filter((path) => path.startsWith('log/') || path.startsWith('snap/') || path === escrow);
    expect({ ...mark, names: [...(mark?.names ?? [])].sort() }).toEqual({ v: 1, ...plan.position, names: names.sort() });
    expect(plan.position).toMatchObject({ seq: sound.seqBefore + 3, generation: 1 });
  });

  it('is no case until everything but the header is there, in the order in which a reader loses nothing', async () => {
    const { operations } = await copied();
    const renamed = operations.flatMap((one) => (one.op === 'rename' ? [one.to] : one.op === 'create' && one.path.startsWith('case.') ? [one.path] : []));
    const inOrder = (folder: string) => paths.filter((path) => path.startsWith(`${folder}/`)).sort();
    expect(renamed).toEqual([
      backupMarkName,
      ...inOrder('blob'),
      'README.txt',
      escrow,
      ...inOrder('snap'),
      ...inOrder('log'),
      'case.a',
      'case.b',
      backupMarkName,
    ]);
  });

  it('syncs every folder behind its files, and a new folder of blobs in its parent', async () => {
    const { operations } = await copied();
    const folders = operations.flatMap((one) => (one.op === 'sync-folder' ? [one.path] : []));
    const ofBlobs = [firstBlob, secondBlob].flatMap((path) => ['blob', path.slice(0, 7)]);
    expect(folders).toEqual(['.', ...ofBlobs, '.', 'escrow', 'snap', 'log', 'blob', 'escrow', 'snap', 'log', 'blob', '.', '.', '.']);
  });

  it('counts what is written and what is read back', async () => {
    const steps: string[] = [];
    await copied({ report: { step: (phase, done, total) => void steps.push(`${phase} ${done} of ${total}`), cancelled: () => false } });
    const [writing, verifying] = ['writing', 'verifying'].map((phase) => steps.filter((step) => step.startsWith(phase)));
    expect(writing?.[0]).toBe(`writing 0 of ${bytesInAll - 2 * 8192}`);
    expect(writing?.[1]).toBe(`writing ${lengthOf(firstBlob)} of ${bytesInAll - 2 * 8192}`);
    expect(writing?.at(-1)).toBe(`writing ${bytesInAll - 2 * 8192} of ${bytesInAll - 2 * 8192}`);
    expect(writing).toHaveLength(10);
    expect(verifying?.slice(0, 3)).toEqual([`verifying 0 of ${bytesInAll}`, `verifying 8192 of ${bytesInAll}`, `verifying 16384 of ${bytesInAll}`]);
    expect(verifying?.at(-1)).toBe(`verifying ${bytesInAll} of ${bytesInAll}`);
  });

  it('stops when it is cancelled, with no part of a file left', async () => {
    for (const patience of [0, 1, 4, 9, 12, 20]) {
      let asked = 0;
      const to = recordingDisk();
      await expect(copied({ to, report: { step: () => undefined, cancelled: () => ++asked > patience } })).rejects.toBeInstanceOf(CopyCancelled);
      expect([...to.content().files.keys()].filter((path) => path.endsWith('.part'))).toEqual([]);
    }
  });

  it('leaves no part of a file that the disk refuses', async () => {
    const to = recordingDisk();
    let writes = 0;
    to.failWith((_step, op) => (op === 'write' && ++writes === 5 ? { code: 'ENOSPC', share: 0.5 } : null));
    await expect(copied({ to })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect([...to.content().files.keys()].filter((path) => path.endsWith('.part'))).toEqual([]);
  });

  it('has the folder of escrows only when there are any', async () => {
    const { plan } = await sourceOf();
    expect(foldersOf(plan)).toEqual(['escrow', 'snap', 'log', 'blob']);
    expect(foldersOf((await sourceOf(sound.content)).plan)).toEqual(['snap', 'log', 'blob']);
  });

  it.each([
    ['a header', 'case.a'],
    ['a snapshot', 'snap/'],
    ['the log', 'log/'],
  ])('is none when %s does not read back as it was written', async (_, beginning) => {
    const to = recordingDisk();
    const lying = lyingAt(to, beginning);
    expect(await copyIntoFolder(await sourceOf(), lying, true, none, silently)).toBeNull();
  });
});

describe('a backup that is brought up to date', () => {
  it('copies nothing when nothing is missing', async () => {
    const to = older();
    const { made, files, operations } = await copied({ to });
    expect(made).toEqual({ copiedFiles: 0, copiedBytes: 0, wrong: 0 });
    expect([...files.keys()].sort()).toEqual([...backup.keys()].sort());
    expect(operations.flatMap((one) => (one.op === 'create' ? [one.path] : []))).toEqual(['BACKUP.part', 'BACKUP.part']);
  });

  it.each([
    ['a segment that is missing', segment, null],
    ['a segment of the same length that says something else', segment, flipped(segment)],
    ['a segment that is shorter', segment, Buffer.alloc(100)],
    ['a blob that is missing', firstBlob, null],
    ['a blob that is shorter', firstBlob, Buffer.alloc(100)],
    ['an escrow that was changed', escrow, Buffer.from('SEALED')],
    ['a note that is missing', 'README.txt', null],
  ])('copies %s and nothing else', async (_, path, bytes) => {
    const { made, files } = await copied({ to: older({ [path]: bytes }) });
    expect(made).toEqual({ copiedFiles: 1, copiedBytes: lengthOf(path), wrong: 0 });
    expect(files.get(path)).toEqual(content.files.get(path));
  });

  it('mends a blob that has rotted in it', async () => {
    const { made, files } = await copied({ to: older({ [firstBlob]: flipped(firstBlob) }) });
    expect(made).toEqual({ copiedFiles: 0, copiedBytes: 0, wrong: 0 });
    expect(files.get(firstBlob)).toEqual(content.files.get(firstBlob));
  });

  it('tells a blob that is damaged in the case too, and leaves it', async () => {
    const from = changed(content, { [firstBlob]: flipped(firstBlob) });
    const { made, files } = await copied({ from });
    expect(made).toMatchObject({ wrong: 1 });
    expect(files.get(firstBlob)).toEqual(flipped(firstBlob));
  });

  it('is none when a blob does not read back after it was copied again', async () => {
    const to = older();
    const lying = lyingAt(to, firstBlob);
    expect(await copyIntoFolder(await sourceOf(), lying, true, none, silently)).toBeNull();
  });

  it('clears away what an interrupted run left, and nothing else', async () => {
    const parts = ['case.a.part', 'log/x.part', 'snap/x.part', 'escrow/x.part', 'blob/x.part', `${firstBlob}.part`];
    const others = ['letter.txt', 'blob/letter.txt'];
    const to = older(Object.fromEntries([...parts, ...others].map((path) => [path, Buffer.from('left')])));
    const { files } = await copied({ to });
    expect([...files.keys()].sort()).toEqual([...backup.keys(), ...others].sort());
  });

  it('lets go of the log, the snapshots and the escrows that the case has let go of', async () => {
    const gone = [`log/00000001-${'0a'.repeat(16)}.seg`, 'snap/00000000-0a0b0c0d', 'escrow/0002-0a0b0c0e.age'];
    const kept = ['log/letter', 'snap/letter', 'escrow/letter'];
    const { files } = await copied({ to: older(Object.fromEntries([...gone, ...kept].map((path) => [path, Buffer.from('x')]))) });
    expect([...files.keys()].sort()).toEqual([...backup.keys(), ...kept].sort());
  });

  it('names in its first mark what it is yet to remove, so that an interrupted run is not taken for work', async () => {
    const gone = `log/00000001-${'0a'.repeat(16)}.seg`;
    const to = older({ [gone]: Buffer.from('x') });
    let removing = false;
    to.failWith((_step, op) => {
      removing ||= op === 'rename';
      return removing && op === 'sync-folder' ? { code: 'EIO', share: 0 } : null;
    });
    await expect(copied({ to })).rejects.toMatchObject({ code: 'EIO' });
    to.failWith(null);
    expect(readBackupMark(to.fileSystem, keys)?.names).toContain(gone);
  });

  it('lets go of a blob that the case no longer has, unless an exhibit rests on it', async () => {
    const from = changed(content, { [firstBlob]: null });
    expect((await copied({ from, to: older() })).files.has(firstBlob)).toBe(false);
    const { made, files } = await copied({ from, to: older(), cited: new Set([idOf(firstBlob)]) });
    expect(made).toMatchObject({ wrong: 0 });
    expect(files.get(firstBlob)).toEqual(content.files.get(firstBlob));
  });

  it('lets go of no blob while the case is forked', async () => {
    const source = await sourceOf(changed(content, { [firstBlob]: null }));
    const to = older();
    await copyIntoFolder({ ...source, plan: { ...source.plan, forked: true } }, to.fileSystem, true, none, silently);
    expect(to.content().files.has(firstBlob)).toBe(true);
  });

  it('counts what exhibits rest on and neither the case nor the backup has whole', async () => {
    const from = changed(content, { [firstBlob]: null });
    const cited = new Set([idOf(firstBlob), idOf(secondBlob)]);
    expect((await copied({ from, cited })).made).toMatchObject({ wrong: 1 });
    expect((await copied({ from, cited, to: older({ [firstBlob]: flipped(firstBlob) }) })).made).toMatchObject({ wrong: 1 });
    expect((await copied({ from, cited, to: older() })).made).toMatchObject({ wrong: 0 });
  });

  it('takes the header of the case in both copies when it has another, and does not touch it when it has not', async () => {
    const next = encodeHeader({ ...decoded.header, generation: 2 }, sound.caseKey);
    const from = changed(content, { 'case.a': next, 'case.b': next });
    for (const to of [older(), older({ 'case.a': next }), older({ 'case.b': null })]) {
      const { files } = await copied({ from, to });
      expect([files.get('case.a'), files.get('case.b')]).toEqual([next, next]);
    }
    const same = older();
    const inodes = (await copied({ to: same })).operations.flatMap((one) => (one.op === 'write' ? [one.bytes.length] : []));
    expect(inodes).not.toContain(8192);
  });
});
