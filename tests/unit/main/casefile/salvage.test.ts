import { describe, expect, it } from 'vitest';
import { type AnchorPort, anchorName, encodeAnchor, noAnchors } from '#main/casefile/anchor.ts';
import { salvageCaseFile } from '#main/casefile/salvage.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import { makeCaseOn } from '#tests/harness/crash-session.ts';
import { forkedCase } from '#tests/harness/forked-case.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { countingFacts, good, writesNote } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const seq = sound.seqBefore + 3;
const pathsIn = (folder: string) => [...sound.content.files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
const changed = (changes: { readonly [path: string]: Buffer | null }): DiskContent => {
  const files = new Map(sound.content.files);
  for (const [path, bytes] of Object.entries(changes)) {
    if (bytes) files.set(path, bytes);
    else files.delete(path);
  }
  return { ...sound.content, files };
};
const without = (...paths: readonly string[]) => changed(Object.fromEntries(paths.map((path) => [path, null])));
const salvaged = async (content: DiskContent, anchors: AnchorPort = noAnchors, caseKey = sound.caseKey, header: Buffer | null = null) =>
  salvageCaseFile(recordingDisk(content).fileSystem, { kind: 'case-key', bytes: caseKey }, header, anchors);
const codes = (findings: readonly CaseFinding[]) => findings.map(({ code }) => code);

describe('what is left of a case', () => {
  it('is everything when nothing is damaged', async () => {
    const { lines, keys, blobs, header, ...rest } = good(await salvaged(sound.content));
    const [older, newer] = pathsIn('snap').map((path) => path.slice(5));
    expect(rest).toEqual({
      generation: 1,
      snapshot: newer,
      bodies: expect.any(Array),
      head: expect.any(Buffer),
      seq,
      newestSegmentNumber: 5,
      newestSnapshotNumber: 2,
      lost: [],
      beginningLost: false,
      branches: { count: 0, files: [], settled: [] },
      strayFiles: [],
      findings: [],
    });
    expect(older).toBeDefined();
    expect(rest.bodies.length).toBe(5);
    expect([...lines].length).toBeGreaterThan(3);
    expect(keys.caseKey).toEqual(sound.caseKey);
    expect(blobs.map(({ path }) => path)).toEqual(pathsIn('blob'));
    expect(blobs.map(({ blob }) => blob)).toEqual(pathsIn('blob').map((path) => path.slice(8)));
    expect(header).toEqual(sound.content.files.get('case.a'));
  });

  it('is nothing but blobs without log and snapshots, and what is written anew stands behind what names tell of', async () => {
    const bare = without(...pathsIn('log'), ...pathsIn('snap'));
    const { keys: _, header: __, blobs, ...rest } = good(await salvaged(bare));
    const nothing = { snapshot: null, lines: [], bodies: [], head: Buffer.alloc(32), seq: 0, lost: [], findings: [], generation: 1, strayFiles: [] };
    expect(rest).toEqual({ ...nothing, newestSegmentNumber: 0, newestSnapshotNumber: 0, beginningLost: true, branches: { count: 0, files: [], settled: [] } });
    expect(blobs).toHaveLength(2);
    const named = new Map([
      ...bare.files,
      ['log/00000007-letter', Buffer.alloc(1)],
      ['log/00000003-x', Buffer.alloc(1)],
      ['log/9-x', Buffer.alloc(1)],
      ['log/x00000099', Buffer.alloc(1)],
      ['snap/00000012-x', Buffer.alloc(1)],
    ]);
    expect(good(await salvaged({ ...bare, files: named }))).toMatchObject({ newestSegmentNumber: 7, newestSnapshotNumber: 12 });
  });

  it('is the log when the snapshots are gone, and the beginning is lost where it begins later', async () => {
    const { snapshot, lines, beginningLost, seq: known } = good(await salvaged(without(...pathsIn('snap'))));
    expect([snapshot, [...lines], beginningLost, known]).toEqual([null, [], true, seq]);
  });

  it('has its beginning where the log begins with the first edit', async () => {
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts(), []);
    expect(good(await salvaged(disk.content(), noAnchors, caseKey))).toMatchObject({ beginningLost: false, snapshot: null, seq: 1, lost: [] });
  });

  it('has lost its beginning where the first frame of the log is damaged', async () => {
    const disk = recordingDisk();
    const caseKey = await makeCaseOn(disk.fileSystem, countingFacts(), []);
    const files = new Map(disk.content().files);
    for (const [path, bytes] of files) if (path.startsWith('log/')) files.set(path, Buffer.from(bytes).fill(1, 64, 100));
    expect(good(await salvaged({ ...disk.content(), files }, noAnchors, caseKey))).toMatchObject({ beginningLost: true, snapshot: null });
  });

  it('tells what is damaged, but not that the end is one of a crash', async () => {
    const [, newest = ''] = pathsIn('snap');
    const spoilt = Buffer.from(sound.content.files.get(newest) ?? []).fill(1, 300, 310);
    const { findings } = good(await salvaged(changed({ [newest]: spoilt })));
    expect(findings).toEqual([{ severity: 'damage', code: 'snapshot-unusable', subject: newest.slice(5) }]);
    const live = `log/${sound.liveSegment.slice(4)}`;
    const torn = changed({ [live]: (sound.content.files.get(live) ?? Buffer.alloc(0)).subarray(0, -10) });
    expect(codes(good(await salvaged(torn)).findings)).toEqual([]);
  });

  it('names files beneath the blobs that bear no name of one', async () => {
    const { strayFiles } = good(await salvaged(changed({ 'blob/photo.jpg': Buffer.alloc(1) })));
    expect(strayFiles).toEqual(['blob/photo.jpg']);
  });

  it('is nothing at all without a header, and the one kept elsewhere is one', async () => {
    const headless = without('case.a', 'case.b');
    expect(await salvaged(headless)).toEqual({ ok: false, problem: { kind: 'case-damaged', part: 'header' } });
    const header = sound.content.files.get('case.a') ?? null;
    expect(good(await salvaged(headless, noAnchors, sound.caseKey, header)).header).toEqual(header);
  });
});

describe('what this computer remembers of a damaged case', () => {
  const remembering = async (seen: number): Promise<AnchorPort> => {
    const { keys } = good(await salvaged(sound.content));
    const bytes = encodeAnchor(keys, { head: 'ab'.repeat(32), seq: seen, generation: 1 });
    return { read: (name) => (name === anchorName(keys) ? bytes : null), write: () => undefined };
  };

  it('is how many edits there were: those behind the last that is left are lost', async () => {
    expect(good(await salvaged(sound.content, await remembering(seq + 4)))).toMatchObject({ seq: seq + 4, lost: [{ from: seq + 1, to: seq + 4 }] });
  });

  it.each([0, -1])('changes nothing when it is no more than what is left: %s', async (more) => {
    expect(good(await salvaged(sound.content, await remembering(seq + more)))).toMatchObject({ seq, lost: [] });
  });

  it('counts only when it is of this case', async () => {
    const foreign: AnchorPort = { read: () => Buffer.alloc(200, 1), write: () => undefined };
    expect(good(await salvaged(sound.content, foreign))).toMatchObject({ seq, lost: [] });
  });
});

describe('branches of a damaged case', () => {
  it('are counted, with the files that say them, and the trunk is settled', async () => {
    const edits = (from: number, times: number) => async (open: { readonly commit: (decide: ReturnType<typeof writesNote>) => Promise<unknown> }) => {
      for (let note = from; note < from + times; note += 1) await open.commit(writesNote(note));
    };
    const { content, caseKey } = await forkedCase(edits(10, 2), edits(20, 1), ['killed', 'killed']);
    const { branches, head } = good(await salvaged(content, noAnchors, caseKey));
    expect(branches.count).toBe(1);
    expect(branches.settled).toEqual([head.toString('hex', 0, 6)]);
    expect(branches.files.length).toBeGreaterThan(0);
    expect(new Set(branches.files).size).toBe(branches.files.length);
    for (const path of branches.files) expect([...content.files.keys()]).toContain(path);
    expect(branches.files.some((path) => path.startsWith('log/'))).toBe(true);
  });
});
