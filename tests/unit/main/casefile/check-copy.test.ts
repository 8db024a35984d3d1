import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { checkCopy, isBlobWhole } from '#main/casefile/check-copy.ts';
import { CopyCancelled } from '#main/casefile/copy-bytes.ts';
import { copyIntoTar } from '#main/casefile/copy-into-tar.ts';
import { type CopyPlan, planCopy } from '#main/casefile/copy-plan.ts';
import { readTarIndex, tarFileSystem } from '#main/casefile/tar-file-system.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const { content } = sound;
const keys = caseKeys(sound.caseKey, (content.files.get('case.a') ?? Buffer.alloc(32)).subarray(16, 32));
const pathsIn = (folder: string) => [...content.files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
const lengthOf = (path: string) => content.files.get(path)?.length ?? 0;
const bytesInAll = [...content.files.keys()].reduce((sum, path) => sum + lengthOf(path), 0);
const flipped = (path: string, at = 300) => {
  const copy = Buffer.from(content.files.get(path) ?? []);
  copy.writeUInt8(copy.readUInt8(at) ^ 4, at);
  return copy;
};
const diskWith = (changes: { readonly [path: string]: Buffer }) =>
  recordingDisk({ ...content, files: new Map([...content.files, ...Object.entries(changes)]) });
async function planned(): Promise<CopyPlan> {
  const plan = await planCopy(recordingDisk(content).fileSystem, keys);
  if ('kind' in plan) throw new Error(plan.kind);
  return plan;
}
function counted(patience = Number.POSITIVE_INFINITY): { readonly report: Progress; readonly steps: string[] } {
  const steps: string[] = [];
  let asked = 0;
  return { steps, report: { step: (phase, done, total) => void steps.push(`${phase} ${done} of ${total}`), cancelled: () => ++asked > patience } };
}
const unfaithful = { faithful: false, wrongBlobs: [] };

describe('a copy that is read back', () => {
  it('is faithful when every byte is the planned one, and every one is counted', async () => {
    const { report, steps } = counted();
    expect(await checkCopy(recordingDisk(content).fileSystem, keys, await planned(), report)).toEqual({ faithful: true, wrongBlobs: [] });
    const done = steps.map((step) => Number(step.split(' ')[1]));
    expect(done).toEqual(done.toSorted((a, b) => a - b));
    expect([steps[0], steps[1], steps.at(-1)]).toEqual([
      `verifying 0 of ${bytesInAll}`,
      `verifying 8192 of ${bytesInAll}`,
      `verifying ${bytesInAll} of ${bytesInAll}`,
    ]);
    expect(new Set(done).size).toBe(11);
  });

  it.each(['case.a', 'case.b', 'README.txt', ...pathsIn('snap'), ...pathsIn('log')])(
    'is not faithful with one wrong byte, a byte fewer or a byte more in %s',
    async (path) => {
      const bytes = content.files.get(path) ?? Buffer.alloc(0);
      for (const wrong of [flipped(path, 100), bytes.subarray(0, -1), Buffer.concat([bytes, Buffer.alloc(1)])])
        expect(await checkCopy(diskWith({ [path]: wrong }).fileSystem, keys, await planned(), silently)).toEqual(unfaithful);
    },
  );

  it.each<readonly [string, (plan: CopyPlan) => CopyPlan]>([
    ['with another head', (plan) => ({ ...plan, position: { ...plan.position, head: 'cd'.repeat(32) } })],
    ['after another edit', (plan) => ({ ...plan, position: { ...plan.position, seq: plan.position.seq + 1 } })],
  ])('is not faithful when the case in it opens %s', async (_, change) => {
    expect(await checkCopy(recordingDisk(content).fileSystem, keys, change(await planned()), silently)).toEqual(unfaithful);
  });

  it('is not faithful when no case in it opens', async () => {
    const plan = await planned();
    const files = new Map([...content.files].filter(([path]) => !path.startsWith('log/') && !path.startsWith('snap/')));
    expect(await checkCopy(recordingDisk({ ...content, files }).fileSystem, keys, { ...plan, small: [] }, silently)).toEqual(unfaithful);
  });

  it('tells the blobs that are not whole, one by one', async () => {
    const plan = await planned();
    const [first = '', second = ''] = pathsIn('blob');
    expect(await checkCopy(diskWith({ [second]: flipped(second) }).fileSystem, keys, plan, silently)).toEqual({ faithful: true, wrongBlobs: [plan.blobs[1]] });
    expect((await checkCopy(diskWith({ [first]: flipped(first), [second]: flipped(second) }).fileSystem, keys, plan, silently)).wrongBlobs).toEqual(plan.blobs);
  });

  it.each([0, 1, 2, 7, 8, 9])('stops when it is cancelled after %s looks', async (patience) => {
    await expect(checkCopy(recordingDisk(content).fileSystem, keys, await planned(), counted(patience).report)).rejects.toBeInstanceOf(CopyCancelled);
  });
});

it('a blob that is looked at while the person cancels is neither whole nor damaged', async () => {
  const { blobs } = await planned();
  const { fileSystem } = recordingDisk(content);
  for (const blob of blobs) {
    expect(await isBlobWhole(fileSystem, keys, blob, silently)).toBe(true);
    await expect(isBlobWhole(fileSystem, keys, blob, counted(0).report)).rejects.toBeInstanceOf(CopyCancelled);
  }
});

describe('a copy in a tar file', () => {
  const written = async (report: Progress = silently, from = content) => {
    const files = recordingDisk(from).fileSystem;
    const plan = await planCopy(files, keys);
    if ('kind' in plan) throw new Error(plan.kind);
    const disk = recordingDisk();
    const into = disk.fileSystem.create('a.tar');
    return { made: await copyIntoTar({ files, keys, plan }, into, 'A.case', 7_999, report), into, disk };
  };

  it('holds every file where a reader of a half of it loses nothing, and is synced', async () => {
    const { made, into, disk } = await written();
    expect(made).toEqual({ copiedFiles: 10, copiedBytes: bytesInAll, wrong: 0 });
    const index = readTarIndex(into) ?? new Map();
    expect([...index.keys()]).toEqual(['case.a', 'case.b', 'README.txt', ...pathsIn('snap'), ...pathsIn('log'), ...pathsIn('blob')]);
    const files = tarFileSystem(into, index);
    for (const [path, bytes] of content.files) expect(files.open(path, 'read').read(0, bytes.length), path).toEqual(bytes);
    expect(disk.operations.at(-1)).toMatchObject({ op: 'sync' });
    expect(into.size() % 512).toBe(0);
    expect(into.read(into.size() - 1024, 1024)).toEqual(Buffer.alloc(1024));
  });

  it('has a folder for each kind of file and for each beginning of blobs, once', async () => {
    const { into } = await written();
    const text = into.read(0, into.size()).toString('latin1');
    for (const folder of ['snap', 'log', 'blob', ...pathsIn('blob').map((path) => path.slice(0, 7))])
      expect(text.split(`A.case/${folder}/\0`).length, folder).toBe(2);
    expect(text).not.toContain('A.case/escrow/');
  });

  it('counts what is written and what is read back', async () => {
    const { report, steps } = counted();
    await written(report);
    const [writing, verifying] = ['writing', 'verifying'].map((phase) => steps.filter((step) => step.startsWith(phase)));
    expect([writing?.[0], writing?.[1], writing?.at(-1)]).toEqual([
      `writing 0 of ${bytesInAll}`,
      `writing 8192 of ${bytesInAll}`,
      `writing ${bytesInAll} of ${bytesInAll}`,
    ]);
    expect(verifying?.at(-1)).toBe(`verifying ${bytesInAll} of ${bytesInAll}`);
  });

  it('has what is damaged in the case as it is there, and tells how much', async () => {
    const [first = ''] = pathsIn('blob');
    const { made, into } = await written(silently, { ...content, files: new Map([...content.files, [first, flipped(first)]]) });
    expect(made).toMatchObject({ wrong: 1 });
    expect(
      tarFileSystem(into, readTarIndex(into) ?? new Map())
        .open(first, 'read')
        .read(0, lengthOf(first)),
    ).toEqual(flipped(first));
  });

  it('is none when a blob that is whole in the case does not read back', async () => {
    const files = recordingDisk(content).fileSystem;
    const { blobs } = await planned();
    const place = readTarIndex((await written()).into)?.get(blobs[0]?.path ?? '')?.at ?? 0;
    const file = recordingDisk().fileSystem.create('a.tar');
    const read = (at: number, length: number) => (at >= place && at < place + 500 ? Buffer.from(file.read(at, length)).fill(3, 0, 1) : file.read(at, length));
    expect(place).toBeGreaterThan(20_000);
    expect(await copyIntoTar({ files, keys, plan: await planned() }, { ...file, read }, 'A.case', 7_999, silently)).toBeNull();
  });

  it.each([
    ['the header of an entry', (offset: number) => offset < 512],
    ['a header of the case', (offset: number) => offset >= 1024 && offset < 9216],
  ])('is none when %s does not read back as it was written', async (_, lies) => {
    const files = recordingDisk(content).fileSystem;
    const disk = recordingDisk();
    const file = disk.fileSystem.create('a.tar');
    const lying = {
      ...file,
      read: (at: number, length: number) => (lies(at) && length > 0 ? Buffer.from(file.read(at, length)).fill(3, 0, 1) : file.read(at, length)),
    };
    expect(await copyIntoTar({ files, keys, plan: await planned() }, lying, 'A.case', 7_999, silently)).toBeNull();
  });
});
