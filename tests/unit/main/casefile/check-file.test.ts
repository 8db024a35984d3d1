import { describe, expect, it } from 'vitest';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { checkCaseFile } from '#main/casefile/check-file.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { encodeHeader } from '#main/casefile/header.ts';
import { readKeyring } from '#main/casefile/key-changes.ts';
import { readSegment } from '#main/casefile/segment.ts';
import { writeSnapshot } from '#main/casefile/snapshot.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import { makeCaseOn } from '#tests/harness/crash-session.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { countingFacts, good, silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const file = good(await openCaseFile(recordingDisk(sound.content).fileSystem, { kind: 'case-key', bytes: sound.caseKey }, 'read'));
const namesIn = (folder: string) =>
  [...sound.content.files.keys()].flatMap((path) => (path.startsWith(`${folder}/`) ? [path.slice(path.lastIndexOf('/') + 1)] : [])).sort();
const [olderSnapshot = '', newerSnapshot = ''] = namesIn('snap');
const [firstSegment = '', middleSegment = '', liveSegment = ''] = namesIn('log');
const [firstBlob = '', secondBlob = ''] = namesIn('blob');
const pathOf = (blob: string) => `blob/${blob.slice(0, 2)}/${blob}`;
const sizes = new Map(Object.values(sound.record.evidence).map(({ blob, bytes }) => [blob as string, bytes]));
const bytesOf = (blob: string) => sizes.get(blob) ?? 0;

type Changes = { readonly [path: string]: ((bytes: Buffer) => Buffer) | Buffer | null };
function diskWith(changes: Changes): FileSystem {
  const files = new Map(sound.content.files);
  for (const [path, change] of Object.entries(changes)) {
    if (change === null) files.delete(path);
    else files.set(path, Buffer.isBuffer(change) ? change : change(Buffer.from(files.get(path) ?? [])));
  }
  const folders = [...sound.content.folders, 'escrow', 'index'];
  return recordingDisk({ folders, files } satisfies DiskContent).fileSystem;
}
const check = async (files: FileSystem, depth: 'quick' | 'full' = 'full', report: Progress = silently) =>
  checkCaseFile({ ...file, files, keyring: () => readKeyring(files, sound.caseKey) }, { depth, sizes }, report);
const findingsOf = async (changes: Changes, depth: 'quick' | 'full' = 'full') => good(await check(diskWith(changes), depth)).findings;
const flip = (at: number) => (bytes: Buffer) => {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  return bytes;
};
const one = (severity: CaseFinding['severity'], code: CaseFinding['code'], subject: string): readonly CaseFinding[] => [{ severity, code, subject }];

describe('a case file that is checked', () => {
  it.each(['quick', 'full'] as const)('is sound: %s', async (depth) => {
    const checked = good(await check(diskWith({}), depth));
    expect(checked).toEqual({ findings: [], frames: 10, blobs: [firstBlob, secondBlob], blobBytes: 20_300 });
  });

  it('says blob by blob how far it is', async () => {
    const steps: string[] = [];
    good(await check(diskWith({}), 'full', { step: (phase, done, total) => void steps.push(`${phase} ${done} of ${total}`), cancelled: () => false }));
    expect(steps).toEqual(['verifying 0 of 2', 'verifying 1 of 2', 'verifying 2 of 2']);
  });

  it.each([
    ['quick', 0],
    ['quick', 1],
    ['full', 0],
    ['full', 1],
    ['full', 2],
    ['full', 3],
  ] as const)('stops when it is cancelled: %s, after %s looks', async (depth, patience) => {
    let asked = 0;
    const report = { step: () => undefined, cancelled: () => ++asked > patience };
    expect(await check(diskWith({}), depth, report)).toEqual({ ok: false, problem: { kind: 'cancelled' } });
    expect(asked).toBe(patience + 1);
  });

  it.each<readonly [string, Changes, readonly CaseFinding[]]>([
    ['a copy of the header that is gone', { 'case.a': null }, one('warning', 'header-copy-damaged', 'case.a')],
    ['the other one damaged', { 'case.b': flip(700) }, one('warning', 'header-copy-damaged', 'case.b')],
    ['a snapshot that does not open', { [`snap/${olderSnapshot}`]: flip(900) }, one('damage', 'snapshot-unusable', olderSnapshot)],
    ['the newest snapshot that does not open, once', { [`snap/${newerSnapshot}`]: flip(900) }, one('damage', 'snapshot-unusable', newerSnapshot)],
    ['the older snapshot that is gone', { [`snap/${olderSnapshot}`]: null }, one('warning', 'recovery-point-missing', 'snap')],
    ['the newer snapshot that is gone', { [`snap/${newerSnapshot}`]: null }, one('warning', 'recovery-point-missing', 'snap')],
    ['the log between the snapshots that is gone', { [`log/${firstSegment}`]: null }, one('warning', 'recovery-point-missing', 'log')],
    ['an end that a crash tore off', { [`log/${liveSegment}`]: (bytes) => bytes.subarray(0, -10) }, one('info', 'unclean-end', liveSegment)],
    [
      'room ahead in a segment nobody works at',
      { [`log/${liveSegment}`]: (bytes) => Buffer.concat([bytes, Buffer.alloc(640)]) },
      one('info', 'unclean-end', liveSegment),
    ],
    ['a file beside those of a case', { 'notes.txt': Buffer.alloc(1) }, one('info', 'unknown-file', 'notes.txt')],
    ['a file among the snapshots', { 'snap/notes.txt': Buffer.alloc(1) }, one('info', 'unknown-file', 'snap/notes.txt')],
    ['a file among the blobs', { 'blob/notes.txt': Buffer.alloc(1) }, one('info', 'unknown-file', 'blob/notes.txt')],
    ['a file among the escrows', { 'escrow/notes.txt': Buffer.alloc(1) }, one('info', 'unknown-file', 'escrow/notes.txt')],
    ['a file on the shelf of the search', { 'index/notes.txt': Buffer.alloc(1) }, one('info', 'unknown-file', 'index/notes.txt')],
    ['a note that is gone', { 'README.txt': null }, one('info', 'note-changed', 'README.txt')],
    ['a note that says something else', { 'README.txt': Buffer.from('Send the key') }, one('info', 'note-changed', 'README.txt')],
  ])('tells %s', async (_, changes, findings) => {
    expect(await findingsOf(changes)).toEqual(findings);
    expect(await findingsOf(changes, 'quick')).toEqual(findings);
  });

  it('says nothing of the files of a lock, of a backup, of a search, and of what is not whole yet', async () => {
    const nothing = Buffer.alloc(0);
    expect(await findingsOf({ LOCK: nothing, BACKUP: nothing, 'snap/00000009-0a0b0c0d.part': nothing, 'escrow/0001-0a0b0c0d.age.part': nothing })).toEqual([]);
  });

  it('tells an older copy of the header, by its name', async () => {
    const files = diskWith({});
    const ring = good(await readKeyring(files, sound.caseKey));
    const next = encodeHeader({ ...ring.header, generation: 2 }, sound.caseKey);
    expect(await findingsOf({ 'case.b': next })).toEqual(one('info', 'header-copy-older', 'case.a'));
    expect(await findingsOf({ 'case.a': next })).toEqual(one('info', 'header-copy-older', 'case.b'));
    expect(await findingsOf({ 'case.a': next, 'case.b': next })).toEqual([]);
  });

  it('does not call the room ahead in the segment at work an end', async () => {
    const files = diskWith({ [`log/${liveSegment}`]: (bytes) => Buffer.concat([bytes, Buffer.alloc(640)]) });
    const atWork = { ...file, files, keyring: () => readKeyring(files, sound.caseKey), segmentAtWork: () => liveSegment };
    expect(good(await checkCaseFile(atWork, { depth: 'quick', sizes }, silently)).findings).toEqual([]);
  });

  it('is refused where nothing can be read', async () => {
    expect(await check(diskWith({ 'case.a': null, 'case.b': null }))).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'header' } });
    const withoutLog = Object.fromEntries(
      [...namesIn('log').map((name) => `log/${name}`), ...namesIn('snap').map((name) => `snap/${name}`)].map((path) => [path, null]),
    );
    expect(await check(diskWith(withoutLog))).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'log' } });
  });

  it('is refused when its keys cannot be read, as the reading of the keys refuses', async () => {
    const refusal = { ok: false, problem: { kind: 'case-damaged', part: 'header' } } as const;
    expect(await checkCaseFile({ ...file, files: diskWith({}), keyring: async () => refusal }, { depth: 'quick', sizes }, silently)).toEqual(refusal);
  });
});

describe('a log of which something is missing', () => {
  it('names the segment whose end the next one does not continue from', async () => {
    const [before, , after] = [firstSegment, middleSegment, liveSegment].map((name) =>
      readSegment(file.keys, name, sound.content.files.get(`log/${name}`) ?? Buffer.alloc(0)),
    );
    expect([before?.frames.length, after?.frames.length]).toEqual([3, 4]);
    const lastFrame = (name: string) => {
      const bytes = sound.content.files.get(`log/${name}`) ?? Buffer.alloc(0);
      return bytes.lastIndexOf('CFRM');
    };
    const cut = await findingsOf({ [`log/${middleSegment}`]: (bytes) => bytes.subarray(0, lastFrame(middleSegment)) });
    expect(cut.filter(({ code }) => code === 'segment-damaged')).toEqual(one('warning', 'segment-damaged', middleSegment));
    expect(cut.map(({ code }) => code)).toContain('edits-lost');
  });

  it('is read on behind a segment whose beginning is damaged', async () => {
    const findings = await findingsOf({ [`log/${liveSegment}`]: (bytes) => bytes.fill(1, 64, 300) });
    expect(findings.map(({ code, subject }) => [code, subject])).toContainEqual(['segment-damaged', liveSegment]);
  });

  it('has one way to its state while the case is new', async () => {
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts(), []);
    const fresh = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKey }, 'read'));
    const head = { v: 1, head: fresh.head().toString('hex'), seq: 1, segmentNumber: 1, generation: 1, closed: true } as const;
    writeSnapshot(disk.fileSystem, fresh.keys, 1, head, []);
    expect(good(await checkCaseFile(fresh, { depth: 'quick', sizes }, silently)).findings).toEqual([]);
  });

  it('names a segment that is gone by its number', async () => {
    expect((await findingsOf({ [`log/${middleSegment}`]: null })).filter(({ code }) => code === 'segment-damaged')).toEqual(
      one('warning', 'segment-damaged', '00000004'),
    );
  });

  it('names the segment that a snapshot stands in when its end is not there', async () => {
    const bytes = sound.content.files.get(`log/${firstSegment}`) ?? Buffer.alloc(0);
    const findings = await findingsOf({ [`log/${firstSegment}`]: (whole) => whole.subarray(0, bytes.lastIndexOf('CFRM')) });
    expect(findings).toContainEqual({ severity: 'warning', code: 'segment-damaged', subject: firstSegment });
    expect(findings).toContainEqual({ severity: 'warning', code: 'recovery-point-missing', subject: 'log' });
  });

  it('is not missed before a snapshot that names no segment', async () => {
    const damagedWith = async (covers: string[] | undefined) => {
      const disk = recordingDisk(sound.content);
      const head = { v: 1 as const, head: 'cd'.repeat(32), seq: 20, segmentNumber: 5, generation: 1, closed: true, ...(covers && { covers }) };
      writeSnapshot(disk.fileSystem, file.keys, 9, head, []);
      return good(await check(disk.fileSystem)).findings.flatMap(({ code, subject }) => (code === 'segment-damaged' ? [subject] : []));
    };
    expect(await damagedWith([liveSegment])).toEqual([liveSegment]);
    expect(await damagedWith(undefined)).toEqual([liveSegment]);
    expect(await damagedWith([])).toEqual([]);
  });
});

describe('the blobs of a case that is checked', () => {
  it.each<readonly [string, Changes, string, boolean]>([
    ['one wrong byte', { [pathOf(firstBlob)]: flip(500) }, firstBlob, false],
    ['one byte fewer', { [pathOf(firstBlob)]: (bytes) => bytes.subarray(0, -1) }, firstBlob, true],
    ['one byte more', { [pathOf(secondBlob)]: (bytes) => Buffer.concat([bytes, Buffer.alloc(1)]) }, secondBlob, true],
    ['the bytes of another', { [pathOf(secondBlob)]: sound.content.files.get(pathOf(firstBlob)) ?? null }, secondBlob, true],
  ])('are damaged with %s; by their size alone where it tells', async (_, changes, blob, bySize) => {
    const full = good(await check(diskWith(changes)));
    expect(full).toMatchObject({ findings: one('damage', 'blob-damaged', blob), blobs: [firstBlob, secondBlob], blobBytes: 20_300 - bytesOf(blob) });
    const quick = good(await check(diskWith(changes), 'quick'));
    expect(quick.findings).toEqual(bySize ? one('damage', 'blob-damaged', blob) : []);
    expect(quick.blobBytes).toBe(bySize ? 20_300 - bytesOf(blob) : 20_300);
  });

  it('have no size to be right while no record speaks of them', async () => {
    const files = diskWith({ [pathOf(firstBlob)]: (bytes) => bytes.subarray(0, -1) });
    const checked = good(
      await checkCaseFile({ ...file, files, keyring: () => readKeyring(files, sound.caseKey) }, { depth: 'quick', sizes: new Map() }, silently),
    );
    expect(checked).toMatchObject({ findings: [], blobBytes: 0 });
  });

  it.each(['quick', 'full'] as const)('that the disk cannot read are damaged, and a bug is thrown on: %s', async (depth) => {
    const sick = diskWith({});
    const failing = (error: Error): FileSystem => ({
      ...sick,
      open: (path, mode) => {
        if (path === pathOf(firstBlob)) throw error;
        return sick.open(path, mode);
      },
    });
    const eio = Object.assign(new Error('EIO'), { code: 'EIO', syscall: 'open' });
    expect(good(await check(failing(eio), depth)).findings).toEqual(one('damage', 'blob-damaged', firstBlob));
    await expect(check(failing(new TypeError('a bug')), depth)).rejects.toThrow('a bug');
  });

  it('are closed again, each', async () => {
    const files = diskWith({});
    const open = new Set<string>();
    const watched: FileSystem = {
      ...files,
      open: (path, mode) => {
        const one = files.open(path, mode);
        open.add(path);
        return { ...one, close: () => void open.delete(path) };
      },
    };
    for (const depth of ['quick', 'full'] as const) {
      good(await check(watched, depth));
      expect([...open]).toEqual([]);
    }
  });
});
