import { openCaseFile } from '#main/casefile/case-file.ts';
import { frameAlignment } from '#main/casefile/frame.ts';
import { readOpening } from '#main/casefile/opening.ts';
import { openRecord } from '#main/casestore/open-case.ts';
import type { CaseRecord } from '#shared/domain/case/case-record.ts';
import { makeCaseOn } from './crash-session.ts';
import { type DiskContent, recordingDisk } from './recording-file-system.ts';
import { contentOf, copyOfRecord, countingFacts, good, numberedId, sampleEvidence, silently, takesIn, writesNote } from './stored-case.ts';

/** A case as it stands after some sessions, the last one killed: two snapshots, the log between them, and a live segment. */
export type SoundCase = {
  readonly content: DiskContent;
  readonly caseKey: Buffer;
  readonly record: CaseRecord;
  /** The segment the killed session wrote, with one note in each frame after the first. */
  readonly liveSegment: string;
  readonly liveNotes: readonly string[];
  /** A segment between the newest snapshot and the live one. */
  readonly middleSegment: string;
  /** Number of edits before the live segment. */
  readonly seqBefore: number;
  /** Where frame `index` of the live segment begins. */
  readonly frameOf: (index: number) => number;
};

export async function soundCase(): Promise<SoundCase> {
  const disk = recordingDisk();
  const facts = countingFacts();
  const caseKey = await makeCaseOn(disk.fileSystem, facts);
  const session = async () => {
    const file = good(await openCaseFile(disk.fileSystem, { kind: 'case-key', bytes: caseKey }, 'write'));
    return { file, open: good(await openRecord(file, '/case', facts)) };
  };
  const first = await session();
  good(await first.open.commit(writesNote(1)));
  good(await first.open.commit(takesIn(sampleEvidence(2, good(await first.open.storeBlob(contentOf(Buffer.alloc(20_000, 'e')), silently))))));
  good(await first.open.close());
  const second = await session();
  good(await second.open.commit(writesNote(3)));
  good(await second.open.commit(takesIn(sampleEvidence(4, good(await second.open.storeBlob(contentOf(Buffer.alloc(300, 'f')), silently))))));
  good(second.file.snapshot(second.open.lines()));
  good(await second.open.commit(writesNote(5)));
  good(await second.open.commit(writesNote(6)));
  await second.open.abandon();
  const killed = await session();
  const before = new Set(disk.content().files.keys());
  const liveNumbers = [7, 8, 9];
  for (const number of liveNumbers) good(await killed.open.commit(writesNote(number)));
  const record = copyOfRecord(killed.open.record());
  await killed.open.abandon();
  const content = disk.content();
  const segments = [...content.files.keys()].filter((path) => path.startsWith('log/')).sort();
  const liveSegment = segments.find((path) => !before.has(path)) ?? '';
  const bytes = content.files.get(liveSegment) ?? Buffer.alloc(0);
  const last = readOpening(disk.fileSystem, killed.file.keys, 1);
  if ('kind' in last) throw new Error('the sound case cannot be read');
  const frames: number[] = [];
  for (let at = frameAlignment; at < bytes.length; at += frameAlignment) if (bytes.subarray(at, at + 4).equals(Buffer.from('CFRM'))) frames.push(at);
  return {
    content,
    caseKey,
    record,
    liveSegment,
    liveNotes: liveNumbers.map((number) => numberedId(number)),
    middleSegment: segments[segments.indexOf(liveSegment) - 1] ?? '',
    seqBefore: last.seq - liveNumbers.length,
    frameOf: (index) => frames[index] ?? 0,
  };
}
