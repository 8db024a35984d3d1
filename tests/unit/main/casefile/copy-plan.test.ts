import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { type CopyPlan, planCopy } from '#main/casefile/copy-plan.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { decodeHeader, encodeHeader } from '#main/casefile/header.ts';
import { readOpening } from '#main/casefile/opening.ts';
import { makeCaseOn } from '#tests/harness/crash-session.ts';
import { forkedCase } from '#tests/harness/forked-case.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { countingFacts, good, writesNote } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const keysOf = (content: DiskContent, caseKey: Buffer) => caseKeys(caseKey, (content.files.get('case.a') ?? Buffer.alloc(32)).subarray(16, 32));
const keys = keysOf(sound.content, sound.caseKey);
const decoded = decodeHeader(sound.content.files.get('case.a') ?? Buffer.alloc(0));
if (decoded.state !== 'whole') throw new Error('the header is not whole');
const { header } = decoded;
const pathsIn = (folder: string) => [...sound.content.files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
const changed = (changes: { readonly [path: string]: Buffer | null }): DiskContent => {
  const files = new Map(sound.content.files);
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes) files.set(path, bytes);
    else files.delete(path);
  }
  return { folders: [...sound.content.folders, 'escrow'], files };
};
const nothing = Buffer.alloc(0);
async function planOf(files: FileSystem): Promise<CopyPlan> {
  const plan = await planCopy(files, keys);
  if ('kind' in plan) throw new Error(plan.kind);
  return plan;
}
/** The disk, with the paths of the files that are open. */
function watched(content: DiskContent = sound.content) {
  const disk = recordingDisk(content);
  const open: string[] = [];
  const files: FileSystem = {
    ...disk.fileSystem,
    open: (path, mode) => {
      const file = disk.fileSystem.open(path, mode);
      open.push(path);
      return { ...file, close: () => void open.splice(open.indexOf(path), 1) };
    },
  };
  return { disk, files, open };
}

describe('the plan of a copy', () => {
  it('has the note, the escrows, the snapshots and the log, in this order, the blobs apart, and nothing else', async () => {
    const strangers = {
      LOCK: nothing,
      BACKUP: nothing,
      'letter.txt': nothing,
      'log/letter': nothing,
      'snap/letter': nothing,
      'escrow/letter': nothing,
      'blob/letter': nothing,
    };
    const content = changed({ ...strangers, 'escrow/0001-0a0b0c0d.age': Buffer.from('sealed') });
    const plan = await planOf(recordingDisk(content).fileSystem);
    const small = ['README.txt', 'escrow/0001-0a0b0c0d.age', ...pathsIn('snap'), ...pathsIn('log')];
    expect(plan.small.map(({ path }) => path)).toEqual(small);
    for (const { path, bytes, read } of plan.small) {
      expect(bytes, path).toBe(content.files.get(path)?.length);
      expect(read(0, bytes), path).toEqual(content.files.get(path));
      expect(read(3, 2), path).toEqual(content.files.get(path)?.subarray(3, 5));
    }
    expect(plan.blobs).toEqual(pathsIn('blob').map((path) => ({ blob: path.slice(8), path, bytes: content.files.get(path)?.length })));
    const all = [...small, ...pathsIn('blob'), 'case.a', 'case.b'];
    expect(plan.bytes).toBe(all.reduce((sum, path) => sum + (content.files.get(path)?.length ?? 0), 0));
    expect(plan.header).toEqual(content.files.get('case.a'));
    expect(plan.forked).toBe(false);
  });

  it('says where the case stands, every head that is still told, and from which edit on they all are', async () => {
    const { fileSystem } = recordingDisk(sound.content);
    const plan = await planOf(fileSystem);
    const opening = readOpening(fileSystem, keys, 1);
    if ('kind' in opening) throw new Error(opening.kind);
    expect(plan.position).toEqual({ head: opening.lineage.head, seq: sound.seqBefore + 3, generation: 1 });
    const told = opening.segments.flatMap(({ open, frames }) => [open?.prevHead, ...frames.map(({ head }) => head)]);
    expect([...plan.heads].sort()).toEqual([...new Set([...told, opening.snapshot?.head.head, opening.lineage.head])].sort());
    expect(plan.headsFrom).toBe(4);
  });

  it('tells heads from the snapshot on where the log before it is gone', async () => {
    const [first = ''] = pathsIn('log');
    const { fileSystem } = recordingDisk(changed({ [first]: null }));
    expect((await planOf(fileSystem)).headsFrom).toBe(6);
    const all = Object.fromEntries(pathsIn('log').map((path) => [path, null]));
    const opening = readOpening(recordingDisk(changed(all)).fileSystem, keys, 1);
    const alone = await planOf(recordingDisk(changed(all)).fileSystem);
    expect([[...alone.heads], alone.headsFrom]).toEqual('kind' in opening ? [] : [[opening.snapshot?.head.head], opening.seq]);
    const plain = recordingDisk();
    const caseKey = await makeCaseOn(plain.fileSystem, countingFacts(), []);
    const plan = await planCopy(plain.fileSystem, keysOf(plain.content(), caseKey));
    expect(plan).toMatchObject({ headsFrom: 0, position: { seq: 1 } });
    expect('kind' in plan ? [] : [...plan.heads]).toContain('0'.repeat(64));
  });

  it('keeps the log at work as it was, and holds every other file open until it lets go', async () => {
    const { disk, files, open } = watched();
    const plan = await planOf(files);
    const live = pathsIn('log').at(-1) ?? '';
    expect([...open].sort()).toEqual(['README.txt', ...pathsIn('snap'), ...pathsIn('log')].filter((path) => path !== live).sort());
    disk.fileSystem.open(live, 'write').write(Buffer.from('more'), 0);
    for (const path of pathsIn('snap')) disk.fileSystem.remove(path);
    for (const { path, bytes, read } of plan.small) expect(read(0, bytes), path).toEqual(sound.content.files.get(path));
    plan.letGo();
    plan.letGo();
    expect(open).toEqual([]);
  });

  it('is made before anything else can happen', async () => {
    const { disk, files } = watched();
    const making = planCopy(files, keys);
    for (const path of [...pathsIn('snap'), ...pathsIn('log')]) disk.fileSystem.remove(path);
    expect(await making).toMatchObject({ position: { seq: sound.seqBefore + 3 } });
  });

  it('has the header that who holds the key wrote', async () => {
    const forged = encodeHeader({ ...header, generation: 9 }, Buffer.alloc(32, 9));
    const next = encodeHeader({ ...header, generation: 2 }, sound.caseKey);
    expect(await planOf(recordingDisk(changed({ 'case.a': forged })).fileSystem)).toMatchObject({ header: sound.content.files.get('case.b') });
    expect(await planOf(recordingDisk(changed({ 'case.b': next })).fileSystem)).toMatchObject({ header: next, position: { generation: 2 } });
    const { files, open } = watched(changed({ 'case.a': forged, 'case.b': forged }));
    expect(await planCopy(files, keys)).toEqual({ kind: 'case-damaged', part: 'header' });
    expect(open).toEqual([]);
  });

  it('is refused where there is no case, or none that can be read, and nothing stays open', async () => {
    expect(await planCopy(recordingDisk().fileSystem, keys)).toEqual({ kind: 'not-a-case' });
    const { files, open } = watched(changed(Object.fromEntries([...pathsIn('log'), ...pathsIn('snap')].map((path) => [path, null]))));
    expect(await planCopy(files, keys)).toEqual({ kind: 'case-damaged', part: 'log' });
    expect(open).toEqual([]);
  });

  it('keeps nothing open when the disk refuses', async () => {
    const [path = ''] = pathsIn('blob');
    const { files, open } = watched();
    const failing: FileSystem = {
      ...files,
      open: (name, mode) => {
        if (name === path) throw Object.assign(new Error('ENOENT'), { code: 'ENOENT', syscall: 'open' });
        return files.open(name, mode);
      },
    };
    await expect(planCopy(failing, keys)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(open).toEqual([]);
  });

  it('says that the case is forked', async () => {
    const note = (number: number) => async (open: { readonly commit: (decide: ReturnType<typeof writesNote>) => Promise<Parameters<typeof good>[0]> }) =>
      void good(await open.commit(writesNote(number)));
    const { content, caseKey } = await forkedCase(note(10), note(20), ['killed', 'killed']);
    expect(await planCopy(recordingDisk(content).fileSystem, keysOf(content, caseKey))).toMatchObject({ forked: true });
  });
});
