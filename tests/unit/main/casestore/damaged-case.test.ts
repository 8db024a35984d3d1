import { describe, expect, it } from 'vitest';
import type { OpenCase } from '#main/casestore/open-case.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import { openOn } from '#tests/harness/crash-session.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { countingFacts, good, numberedId, silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const [firstBlob, secondBlob] = [...sound.content.files.keys()].filter((path) => path.startsWith('blob/')).sort();
const snapshots = [...sound.content.files.keys()].filter((path) => path.startsWith('snap/')).sort();
const nameOf = (path: string | undefined) => path?.slice(path.lastIndexOf('/') + 1) ?? '';

function damaged(changes: { readonly [path: string]: ((bytes: Buffer) => Buffer) | null }): DiskContent {
  const files = new Map(sound.content.files);
  for (const [path, change] of Object.entries(changes)) {
    const bytes = Buffer.from(files.get(path) ?? Buffer.alloc(0));
    if (change) files.set(path, change(bytes));
    else files.delete(path);
  }
  return { ...sound.content, files };
}
const flip = (at: number) => (bytes: Buffer) => {
  bytes.writeUInt8(bytes.readUInt8(at) ^ 4, at);
  return bytes;
};
const gone = null;

async function opened<T>(content: DiskContent, work: (open: OpenCase) => Promise<T>): Promise<T> {
  const { open } = good(await openOn(recordingDisk(content).fileSystem, sound.caseKey, countingFacts()));
  const result = await work(open);
  await open.abandon();
  return result;
}
const verify = (content: DiskContent, depth: 'quick' | 'full' = 'full') => opened(content, async (open) => good(await open.verify(silently, depth)));
const finding = (findings: readonly CaseFinding[], code: string) => findings.find((each) => each.code === code);

describe('verification of a damaged case', () => {
  it('names the exhibit whose original has one wrong byte, when it reads every byte', async () => {
    const { sound: isSound, findings } = await verify(damaged({ [firstBlob ?? '']: flip(500) }));
    expect(isSound).toBe(false);
    expect(finding(findings, 'blob-damaged')).toMatchObject({ subject: nameOf(firstBlob), touched: [{ kind: 'evidence', part: 'original' }], touchedInAll: 1 });
  });

  it('notices sizes and absence without reading the bytes', async () => {
    const cut = await verify(damaged({ [firstBlob ?? '']: (bytes) => bytes.subarray(0, -1), [secondBlob ?? '']: gone }), 'quick');
    const touched = [...(finding(cut.findings, 'blob-damaged')?.touched ?? []), ...(finding(cut.findings, 'blob-missing')?.touched ?? [])];
    expect(touched.map(({ id }) => id).sort()).toEqual([numberedId(2), numberedId(4)]);
    expect((await verify(damaged({ [firstBlob ?? '']: flip(500) }), 'quick')).findings.filter(({ severity }) => severity === 'damage')).toEqual([]);
  });

  it('tells which edits are lost in the middle of the log, and shows every other', async () => {
    const content = damaged({ [sound.liveSegment]: flip(sound.frameOf(2) + 200) });
    const { findings } = await verify(content);
    const seq = sound.seqBefore + 2;
    expect(finding(findings, 'edits-lost')).toMatchObject({ severity: 'damage', lostEdits: [{ from: seq, to: seq }] });
    await opened(content, async (open) => {
      expect(open.readOnly).toBe(true);
      expect(Object.keys(open.record().notes)).toEqual(Object.keys(sound.record.notes).filter((id) => id !== sound.liveNotes[1]));
    });
  });

  it('shows what follows a segment that is gone, and what came before it', async () => {
    await opened(damaged({ [sound.middleSegment]: gone }), async (open) => {
      expect(open.readOnly).toBe(true);
      expect(open.openingFindings.map(({ code }) => code)).toEqual(expect.arrayContaining(['segment-gap', 'edits-lost']));
      expect(Object.keys(open.record().notes)).toEqual(expect.arrayContaining([numberedId(1), ...sound.liveNotes]));
      expect(Object.keys(open.record().notes)).toHaveLength(Object.keys(sound.record.notes).length - 2);
    });
  });

  it('shows the log without a title and with a gap in custody when both snapshots are gone', async () => {
    const content = damaged({ [snapshots[0] ?? '']: gone, [snapshots[1] ?? '']: gone });
    await opened(content, async (open) => {
      expect(open.readOnly).toBe(true);
      expect(Object.keys(open.record().notes)).toEqual(expect.arrayContaining([...sound.liveNotes]));
      expect(Object.values(open.record().meta).map(({ title }) => title)).toEqual(['Case whose title is lost']);
    });
    const { findings } = await verify(content);
    expect(finding(findings, 'custody-gap')?.touched).toEqual([{ kind: 'custody', id: '0', part: 'whole' }]);
  });
});
