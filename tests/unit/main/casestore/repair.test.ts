import { describe, expect, it } from 'vitest';
import { noAnchors } from '#main/casefile/anchor.ts';
import { openCaseIn } from '#main/casestore/case-store.ts';
import { repairCaseIn } from '#main/casestore/repair-case.ts';
import type { RepairReport } from '#shared/contract/care.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import type { Reply } from '#shared/kernel/reply.ts';
import { openOn } from '#tests/harness/crash-session.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { copyOfRecord, countingFacts, good, numberedId, samplePassphrase, silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const pathsIn = (folder: string) => [...sound.content.files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
const without = (...paths: readonly string[]): DiskContent => ({
  ...sound.content,
  files: new Map([...sound.content.files].filter(([path]) => !paths.includes(path))),
});
const changed = (path: string, change: (bytes: Buffer) => Buffer): DiskContent => ({
  ...sound.content,
  files: new Map([...sound.content.files, [path, change(Buffer.from(sound.content.files.get(path) ?? Buffer.alloc(0)))]]),
});
const flippedAt = (at: number) => (bytes: Buffer) => {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  return bytes;
};
const zeroed = (from: number, to: number) => (bytes: Buffer) => bytes.fill(0, from, Math.min(to, bytes.length));

type Repaired = { readonly report: RepairReport; readonly record: CaseRecord; readonly findings: readonly string[] };

async function repair(content: DiskContent, header: Buffer | null = null): Promise<Reply<RepairReport> & { readonly disk: DiskContent }> {
  const target = recordingDisk();
  const wishes = { header, anchors: noAnchors, facts: countingFacts(), report: silently };
  const reply = await repairCaseIn(recordingDisk(content).fileSystem, target.fileSystem, { kind: 'case-key', bytes: sound.caseKey }, wishes);
  return { ...reply, disk: target.content() };
}

/** Repairs, opens what came of it for work, verifies it, and answers what it holds. */
async function repaired(content: DiskContent, header: Buffer | null = null): Promise<Repaired> {
  const made = await repair(content, header);
  const report = good<RepairReport>(made);
  const { open } = good(await openOn(recordingDisk(made.disk).fileSystem, sound.caseKey, countingFacts()));
  expect(open.readOnly).toBe(false);
  expect(open.openingFindings).toEqual([]);
  const verified = good(await open.verify(silently));
  const record = copyOfRecord(open.record());
  good(await open.close());
  return { report, record, findings: verified.findings.filter(({ severity }) => severity !== 'info').map(({ code }) => code) };
}

const noLoss = { edits: [], custody: [], blobs: [], beginning: false };
const objectsOf = ({ meta, notes, evidence }: CaseRecord) => ({ meta, notes, evidence });

describe('a repair', () => {
  it('of a sound case loses nothing, says so in custody, and the passphrase opens what it makes', async () => {
    const made = await repair(sound.content);
    const facts = countingFacts();
    const open = good(await openCaseIn(recordingDisk(made.disk).fileSystem, '/case', { passphrase: samplePassphrase }, facts, 'write'));
    expect(objectsOf(open.record())).toEqual(objectsOf(sound.record));
    expect(Object.values(open.record().custody).map(({ action }) => action)).toEqual([
      ...Object.values(sound.record.custody).map(({ action }) => action),
      'repaired',
    ]);
    await open.abandon();
    expect(good<RepairReport>(made)).toMatchObject({ lost: noLoss, recovered: [], from: { branches: 0 } });
  });

  it.each([
    ['the newer snapshot is lost', () => without(pathsIn('snap').at(-1) ?? '')],
    ['the older snapshot is lost', () => without(pathsIn('snap')[0] ?? '')],
    ['the newer snapshot has one wrong byte', () => changed(pathsIn('snap').at(-1) ?? '', flippedAt(900))],
    ['one copy of the header is lost', () => without('case.a')],
    ['the other copy of the header has a wrong byte', () => changed('case.b', flippedAt(700))],
    ['the log the newest snapshot covers is lost', () => without(pathsIn('log')[0] ?? '')],
    ['the first sector of the newest segment is gone but for its frames', () => changed(pathsIn('log').at(-1) ?? '', zeroed(0, 64))],
    ['two segments have exchanged their names', () => exchanged(pathsIn('log')[0] ?? '', pathsIn('log')[1] ?? '')],
    ['two blobs have exchanged their names', () => exchanged(pathsIn('blob')[0] ?? '', pathsIn('blob')[1] ?? '')],
  ])('loses nothing when %s', async (_what, damage) => {
    const { report, record } = await repaired(damage());
    expect(objectsOf(record)).toEqual(objectsOf(sound.record));
    expect(report.lost).toEqual(noLoss);
  });

  it('puts the header together from two copies that are damaged in different places', async () => {
    const files = new Map([...sound.content.files]);
    files.set('case.a', flippedAt(100)(Buffer.from(files.get('case.a') ?? [])));
    files.set('case.b', flippedAt(5000)(Buffer.from(files.get('case.b') ?? [])));
    expect((await repaired({ ...sound.content, files })).report.lost).toEqual(noLoss);
  });

  it('needs a header from elsewhere when both are lost, and says so when there is none', async () => {
    const headless = without('case.a', 'case.b');
    expect(await repair(headless)).toMatchObject({ ok: false, problem: { kind: 'case-damaged', part: 'header' } });
    const header = sound.content.files.get('case.a') ?? null;
    expect(objectsOf((await repaired(headless, header)).record)).toEqual(objectsOf(sound.record));
  });

  it('keeps every edit but the one in a damaged frame, and names it', async () => {
    const { report, record, findings } = await repaired(changed(sound.liveSegment, flippedAt(sound.frameOf(2) + 100)));
    expect(report.lost.edits).toEqual([{ from: sound.seqBefore + 2, to: sound.seqBefore + 2 }]);
    const expected = structuredClone(sound.record.notes) as { [id: string]: unknown };
    delete expected[sound.liveNotes[1] ?? ''];
    expect(record.notes).toEqual(expected);
    expect(findings).toEqual([]);
  });

  it('keeps what follows a segment that is gone', async () => {
    const { report, record } = await repaired(without(sound.middleSegment));
    expect(report.lost.edits).toHaveLength(1);
    expect(Object.keys(record.notes)).toEqual(expect.arrayContaining([...sound.liveNotes]));
  });

  it('keeps the log and enters the exhibits again from their bytes when both snapshots are lost', async () => {
    const { report, record } = await repaired(without(...pathsIn('snap')));
    expect(report.lost.beginning).toBe(true);
    expect(Object.keys(record.notes)).toEqual(expect.arrayContaining([...sound.liveNotes]));
    expect(
      Object.values(record.evidence)
        .map(({ sha256 }) => sha256)
        .sort(),
    ).toEqual(
      Object.values(sound.record.evidence)
        .map(({ sha256 }) => sha256)
        .sort(),
    );
    const rebuilt = Object.values(record.evidence).filter(({ warnings }) => warnings.includes('record-rebuilt'));
    expect(rebuilt.map(({ id }) => id).sort()).toEqual([...report.recovered].sort());
    expect(
      Object.values(record.custody)
        .filter(({ action }) => action === 'restored')
        .map(({ evidenceId }) => evidenceId)
        .sort(),
    ).toEqual([...report.recovered].sort());
  });

  it('recovers the exhibits when nothing but a header and the blobs is left', async () => {
    const { report, record } = await repaired(without(...pathsIn('snap'), ...pathsIn('log')));
    expect(report).toMatchObject({ lost: { beginning: true, blobs: [] }, from: { snapshot: null, edits: 0 } });
    expect(
      Object.values(record.evidence)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['exhibit.bin', 'exhibit.bin']);
  });

  it('names the exhibits whose bytes are damaged or missing, and keeps their records', async () => {
    const [one, other] = pathsIn('blob');
    const content = changed(one ?? '', flippedAt(300));
    const files = new Map(content.files);
    files.delete(other ?? '');
    const { report, record } = await repaired({ ...content, files });
    expect(record.evidence).toEqual(sound.record.evidence);
    expect(report.lost.blobs.map(({ touched }) => touched.map(({ kind, part }) => [kind, part]))).toEqual([
      [['evidence', 'original']],
      [['evidence', 'original']],
    ]);
    expect(report.lost.blobs.flatMap(({ touched }) => touched.map(({ id }) => id)).sort()).toEqual([numberedId(2), numberedId(4)]);
  });

  it('carries the files of an escrow over as they are', async () => {
    const escrow = Buffer.from('age-encryption.org/v1');
    const files = new Map([...sound.content.files, ['escrow/0001-0a0b0c0d.age', escrow], ['escrow/stranger', escrow]]);
    const made = await repair({ folders: [...sound.content.folders, 'escrow'], files });
    good<RepairReport>(made);
    expect([...made.disk.files].filter(([path]) => path.startsWith('escrow/'))).toEqual([['escrow/0001-0a0b0c0d.age', escrow]]);
  });

  it('never writes into the damaged folder', async () => {
    const disk = recordingDisk(without(pathsIn('snap').at(-1) ?? ''));
    const before = [...disk.content().files];
    const wishes = { header: null, anchors: noAnchors, facts: countingFacts(), report: silently };
    good(await repairCaseIn(disk.fileSystem, recordingDisk().fileSystem, { kind: 'case-key', bytes: sound.caseKey }, wishes));
    expect([...disk.content().files]).toEqual(before);
  });

  it('leaves nothing when it is cancelled, whenever that is', async () => {
    for (let patience = 0; ; patience += 1) {
      let asked = 0;
      const target = recordingDisk();
      const report = { step: () => undefined, cancelled: () => ++asked > patience };
      const wishes = { header: null, anchors: noAnchors, facts: countingFacts(), report };
      const reply = await repairCaseIn(recordingDisk(sound.content).fileSystem, target.fileSystem, { kind: 'case-key', bytes: sound.caseKey }, wishes);
      if (reply.ok) return expect(patience).toBeGreaterThan(2);
      expect(reply.problem).toEqual({ kind: 'cancelled' });
      expect([...target.content().files.keys()]).toEqual([]);
    }
  });

  it('that the disk refuses halfway leaves no folder that passes for a case', async () => {
    for (let step = 0; ; step += 1) {
      const target = recordingDisk();
      target.failWith((now) => (now === step ? { code: 'ENOSPC', share: 0.5 } : null));
      const wishes = { header: null, anchors: noAnchors, facts: countingFacts(), report: silently };
      const reply = await repairCaseIn(recordingDisk(sound.content).fileSystem, target.fileSystem, { kind: 'case-key', bytes: sound.caseKey }, wishes);
      if (target.steps() <= step) return expect(step).toBeGreaterThan(20);
      if (!reply.ok) expect([...target.content().files.keys()]).toEqual([]);
      else {
        const { open } = good(await openOn(recordingDisk(target.content()).fileSystem, sound.caseKey, countingFacts()));
        expect(open.readOnly).toBe(false);
        await open.abandon();
      }
    }
  });
});

function exchanged(one: string, other: string): DiskContent {
  const files = new Map(sound.content.files);
  files.set(one, sound.content.files.get(other) ?? Buffer.alloc(0));
  files.set(other, sound.content.files.get(one) ?? Buffer.alloc(0));
  return { ...sound.content, files };
}
