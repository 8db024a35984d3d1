import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { encodeFrame } from '#main/casefile/frame.ts';
import { traceLineage } from '#main/casefile/lineage.ts';
import { readOpening } from '#main/casefile/opening.ts';
import { nextHead, readSegment, type Segment, segmentHead, segmentName } from '#main/casefile/segment.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const start = '0'.repeat(64);
const writers = { ours: '1'.repeat(32), theirs: '2'.repeat(32) };

/** The bytes of a segment as a writer would leave them: `open` and so many transactions. */
function segmentBytes(
  number: number,
  prevHead: string,
  transactions: number,
  writer: keyof typeof writers,
  needs: readonly string[] = [],
): { readonly name: string; readonly log: Buffer } {
  const id = Buffer.alloc(16, number * 16 + (writer === 'ours' ? 1 : 2));
  const pieces = [segmentHead(id)];
  let previous = Buffer.alloc(32);
  for (let index = 0; index <= transactions; index += 1) {
    const record = index === 0 ? { t: 'open', prevHead, seq: 0, number, generation: 1, writer: writers[writer], needs } : { t: 'tx', seq: index, body: null };
    const frame = encodeFrame(keys, id, index, JSON.stringify({ ...record, prev: previous.toString('hex') }));
    pieces.push(frame.bytes);
    previous = Buffer.from(frame.hash);
  }
  return { name: segmentName(number, id), log: Buffer.concat(pieces) };
}
function segment(number: number, prevHead: string, transactions: number, writer: keyof typeof writers = 'ours'): Segment {
  const { name, log } = segmentBytes(number, prevHead, transactions, writer);
  return readSegment(keys, name, log);
}
const headAfter = (of: Segment, index: number) => of.frames[index]?.head ?? '';
const base = { head: start, segmentNumber: 0 };

describe('the trunk of the log', () => {
  it('goes from segment to segment along the heads they name', () => {
    const first = segment(1, start, 2);
    const second = segment(2, headAfter(first, 2), 1);
    const { records, head, findings } = traceLineage([second, first], base);
    expect(records.map(({ t }) => t)).toEqual(['open', 'tx', 'tx', 'open', 'tx']);
    expect([head, findings]).toEqual([headAfter(second, 1), []]);
  });

  it('leaves out what the same writer went on without, and says so in passing', () => {
    const first = segment(1, start, 3);
    const second = segment(2, headAfter(first, 1), 1);
    const { records, findings } = traceLineage([first, second], base);
    expect(records.filter(({ t }) => t === 'tx')).toHaveLength(2);
    expect(findings).toEqual([{ severity: 'info', code: 'frames-superseded', subject: first.name }]);
  });

  it('shows a fork when it was another writer', () => {
    const first = segment(1, start, 3);
    const second = segment(2, headAfter(first, 1), 1, 'theirs');
    const { forked, findings } = traceLineage([first, second], base);
    expect([forked, findings]).toEqual([true, [{ severity: 'damage', code: 'fork', subject: first.name }]]);
  });

  it('prefers the branch with more edits when both have the same number, and the newer one otherwise', () => {
    const first = segment(1, start, 1);
    const [ours, theirs] = [segment(2, headAfter(first, 1), 1, 'ours'), segment(2, headAfter(first, 1), 4, 'theirs')];
    expect(traceLineage([first, ours, theirs], base).head).toBe(headAfter(theirs, 4));
    const newer = segment(3, headAfter(ours, 1), 0, 'ours');
    expect(traceLineage([first, ours, theirs, newer], base).head).toBe(headAfter(newer, 0));
  });

  it('says what continues from nothing known', () => {
    const lost = segment(3, 'ab'.repeat(32), 1);
    const { gap, findings } = traceLineage([segment(1, start, 1), lost], base);
    expect([gap, findings]).toEqual([true, [{ severity: 'damage', code: 'segment-gap', subject: lost.name }]]);
  });

  it('begins in the middle of a segment when a snapshot was taken there', () => {
    const first = segment(1, start, 3);
    const { records } = traceLineage([first], { head: headAfter(first, 2), segmentNumber: 1 });
    expect(records).toHaveLength(1);
  });

  it('chains heads as FORMAT.md has it', () => {
    expect(nextHead(Buffer.alloc(32), Buffer.alloc(32)).toString('hex')).toBe('f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b');
  });
});

it('a segment that needs a feature of a later version is refused as that', () => {
  const { name, log } = segmentBytes(1, start, 1, 'ours', ['shares']);
  const disk = recordingDisk({ folders: ['log', 'snap', 'blob'], files: new Map([[`log/${name}`, log]]) });
  expect(readOpening(disk.fileSystem, keys, 1)).toEqual({ kind: 'newer-format', found: 2, known: 1 });
});
