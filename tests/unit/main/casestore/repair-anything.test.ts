import { describe, expect, it } from 'vitest';
import { noAnchors } from '#main/casefile/anchor.ts';
import { repairCaseIn } from '#main/casestore/repair-case.ts';
import { openOn, seededRandom } from '#tests/harness/crash-session.ts';
import { type DiskContent, recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { countingFacts, good, silently } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const paths = [...sound.content.files.keys()].filter((path) => path !== 'README.txt' && path !== 'LOCK').sort();
type Damaged = { readonly content: DiskContent; readonly touched: ReadonlySet<string>; readonly liveFramesHit: ReadonlySet<number> };

/** One to four files cut, deleted, lengthened, overwritten in places or exchanged, by the seed. */
function damagedBy(seed: number): Damaged {
  const random = seededRandom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const files = new Map([...sound.content.files].map(([path, bytes]) => [path, Buffer.from(bytes)]));
  const touched = new Set<string>();
  const liveFramesHit = new Set<number>();
  const hitsFrom = (path: string, from: number, to: number) => {
    if (path !== sound.liveSegment) return;
    for (let index = 0; index <= 3; index += 1)
      if (from < (sound.frameOf(index + 1) || Number.POSITIVE_INFINITY) && to > sound.frameOf(index)) liveFramesHit.add(index);
  };
  for (let count = 1 + below(4); count > 0; count -= 1) {
    const path = paths[below(paths.length)] ?? '';
    const bytes = files.get(path);
    if (!bytes) continue;
    touched.add(path);
    const kind = below(4);
    const at = below(Math.max(bytes.length, 1));
    if (kind === 0) files.delete(path);
    else if (kind === 1) files.set(path, Buffer.from(bytes.subarray(0, at)));
    else if (kind === 2) files.set(path, Buffer.concat([bytes, Buffer.alloc(1 + below(300), below(256))]));
    else bytes.fill(below(256), at, Math.min(bytes.length, at + 1 + below(200)));
    if (kind < 2) hitsFrom(path, kind === 0 ? 0 : at, Number.POSITIVE_INFINITY);
    else if (kind === 3) hitsFrom(path, at, at + 201);
  }
  return { content: { ...sound.content, files }, touched, liveFramesHit };
}

describe('a repair of a case that was damaged by chance', { timeout: 120_000 }, () => {
  it('never throws, never loses an edit that is authentic, and what it makes opens for work', async () => {
    const outcomes = new Map<string, number>();
    for (let seed = 1; seed <= 60; seed += 1) {
      const { content, touched, liveFramesHit } = damagedBy(seed);
      const target = recordingDisk();
      const wishes = { header: sound.content.files.get('case.a') ?? null, anchors: noAnchors, facts: countingFacts(), report: silently };
      const report = good(await repairCaseIn(recordingDisk(content).fileSystem, target.fileSystem, { kind: 'case-key', bytes: sound.caseKey }, wishes));
      const { open } = good(await openOn(recordingDisk(target.content()).fileSystem, sound.caseKey, countingFacts()));
      const notes = open.record().notes;
      for (const [index, id] of sound.liveNotes.entries()) {
        const survives = !touched.has(sound.liveSegment) || !liveFramesHit.has(index + 1);
        if (survives) expect(notes[id], `seed ${seed}, note ${index}`).toEqual(sound.record.notes[id]);
      }
      if (!paths.some((path) => path.startsWith('snap/') && touched.has(path)) && !touched.has(sound.liveSegment) && !touched.has(sound.middleSegment))
        expect(open.record().evidence, `seed ${seed}`).toEqual(sound.record.evidence);
      for (const path of paths.filter((each) => each.startsWith('blob/') && !touched.has(each)))
        expect(target.content().files.has(path), `seed ${seed}`).toBe(true);
      expect(open.readOnly).toBe(false);
      expect(good(await open.verify(silently)).findings.filter(({ code }) => code === 'custody-broken' || code === 'record-invalid')).toEqual([]);
      await open.abandon();
      const outcome = report.lost.beginning ? 'beginning lost' : report.lost.edits.length > 0 ? 'edits lost' : 'nothing lost';
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].sort()).toEqual(['beginning lost', 'edits lost', 'nothing lost']);
  });
});
