import { describe, expect, it } from 'vitest';
import { type CaseFile, openCaseFile } from '#main/casefile/case-file.ts';
import { logAmount, standsOnSnapshots, unreferencedBlobs } from '#main/casefile/compact-case.ts';
import { writeSnapshot } from '#main/casefile/snapshot.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';
import { soundCase } from '#tests/harness/sound-case.ts';
import { good } from '#tests/harness/stored-case.ts';

const sound = await soundCase();
const read = good(await openCaseFile(recordingDisk(sound.content).fileSystem, { kind: 'case-key', bytes: sound.caseKey }, 'read'));
const pathsIn = (folder: string) => [...sound.content.files.keys()].filter((path) => path.startsWith(`${folder}/`)).sort();
type Said = readonly (readonly [head: string, lines: readonly string[]])[];
const lengthOf = (path: string) => sound.content.files.get(path)?.length ?? 0;

describe('what can go from a case', () => {
  it('is every blob that nothing rests on, by name, with the bytes of its file', () => {
    const { fileSystem } = recordingDisk(sound.content);
    const [one = '', other = ''] = pathsIn('blob');
    const told = (path: string) => ({ blob: path.slice(8), bytes: lengthOf(path) });
    expect(unreferencedBlobs(fileSystem, new Set())).toEqual([told(one), told(other)]);
    expect(unreferencedBlobs(fileSystem, new Set([one.slice(8) as BlobId]))).toEqual([told(other)]);
    expect(unreferencedBlobs(fileSystem, new Set([one, other].map((path) => path.slice(8) as BlobId)))).toEqual([]);
  });

  it('is counted for the log and the snapshots together', () => {
    const paths = [...pathsIn('log'), ...pathsIn('snap')];
    expect(logAmount(recordingDisk(sound.content).fileSystem)).toEqual({ files: 5, bytes: paths.reduce((sum, path) => sum + lengthOf(path), 0) });
    expect(logAmount(recordingDisk().fileSystem)).toEqual({ files: 0, bytes: 0 });
  });
});

describe('a case that stands on its snapshots', () => {
  const lines = ['{"a":1}', '{"b":2}', '{"c":3}'];
  const headHere = read.head().toString('hex');
  /** The case with these snapshots and no others, each with its head and lines. */
  function withSnapshots(snapshots: Said): CaseFile {
    const files = new Map([...sound.content.files].filter(([path]) => !path.startsWith('snap/')));
    const { fileSystem } = recordingDisk({ ...sound.content, files });
    for (const [at, [head, said]] of snapshots.entries())
      writeSnapshot(fileSystem, read.keys, at + 1, { v: 1, head, seq: 11, segmentNumber: 5, generation: 1, closed: true }, said);
    return { ...read, files: fileSystem };
  }
  const elsewhere = 'cd'.repeat(32);

  it.each<readonly [string, Said, 1 | 2, boolean]>([
    ['one, of one that is wanted', [[headHere, lines]], 1, true],
    ['one, of two that are wanted', [[headHere, lines]], 2, false],
    [
      'two, of two that are wanted',
      [
        [headHere, lines],
        [headHere, lines],
      ],
      2,
      true,
    ],
    [
      'the newer of two, of one that is wanted',
      [
        [elsewhere, []],
        [headHere, lines],
      ],
      1,
      true,
    ],
    [
      'only the older of two, of one that is wanted',
      [
        [headHere, lines],
        [elsewhere, lines],
      ],
      1,
      false,
    ],
    [
      'only the newer of two, of two that are wanted',
      [
        [elsewhere, lines],
        [headHere, lines],
      ],
      2,
      false,
    ],
    ['none', [], 1, false],
    ['one with another line', [[headHere, lines.with(1, '{}')]], 1, false],
    ['one with another first line', [[headHere, lines.with(0, '{}')]], 1, false],
    ['one with a line fewer', [[headHere, lines.slice(0, 2)]], 1, false],
    ['one with a line more', [[headHere, [...lines, '{}']]], 1, false],
    ['one without lines', [[headHere, []]], 1, false],
  ])('has %s', (_, snapshots, wanted, stands) => {
    expect(standsOnSnapshots(withSnapshots(snapshots), () => lines, wanted)).toBe(stands);
  });

  it('does not stand on one that is damaged, and not on what only looks like one', () => {
    const file = withSnapshots([[headHere, lines]]);
    file.files.create('snap/letter').close();
    expect(standsOnSnapshots(file, () => lines, 1)).toBe(true);
    const [name = ''] = file.files.list('snap');
    file.files.open(`snap/${name}`, 'write').write(Buffer.alloc(10, 1), 300);
    expect(standsOnSnapshots(file, () => lines, 1)).toBe(false);
  });

  it('may have no lines', () => {
    expect(standsOnSnapshots(withSnapshots([[headHere, []]]), () => [], 1)).toBe(true);
    expect(standsOnSnapshots(withSnapshots([[headHere, ['{}']]]), () => [], 1)).toBe(false);
  });
});
