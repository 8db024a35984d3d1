import { caseKeys } from '#main/casefile/case-keys.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { frameLength } from '#main/casefile/frame.ts';
import { type LogPosition, type LogWriter, startLogWriter } from '#main/casefile/log-writer.ts';
import { readSegment, type Segment } from '#main/casefile/segment.ts';
import { type RecordingDisk, recordingDisk } from './recording-file-system.ts';

/** A log that is written on a disk in memory, and what is then found there. */
const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
export const logDisk = () => recordingDisk({ folders: ['log'], files: new Map() });
export const nothingBefore: LogPosition = { head: Buffer.alloc(32), seq: 0, segmentNumber: 0 };
export function logWriter(files: FileSystem, start = nothingBefore, settle: () => void = () => undefined): LogWriter {
  return startLogWriter(files, keys, start, () => 7, settle);
}

export function segmentsOn(on: RecordingDisk): readonly Segment[] {
  return on.fileSystem.list('log').map((name) => readSegment(keys, name, on.content().files.get(`log/${name}`) ?? Buffer.alloc(0)));
}
/** Bytes of each segment. */
export function sizesOn(on: RecordingDisk): readonly (number | undefined)[] {
  return on.fileSystem.list('log').map((name) => on.content().files.get(`log/${name}`)?.length);
}
/** The records of each segment: of an edit its number. */
export function recordsOn(on: RecordingDisk): readonly (readonly (string | number)[])[] {
  return segmentsOn(on).map(({ frames }) => frames.map(({ record }) => (record.t === 'tx' ? record.seq : record.t)));
}
/** What was asked of the disk, in order. */
export function stepsOn(on: RecordingDisk, from = 0): readonly string[] {
  return on.operations
    .slice(from)
    .map((each) => (each.op === 'resize' ? `resize ${each.to - each.from}` : each.op === 'write' ? `write at ${each.at}` : each.op));
}

/** Room that is written ahead at least. */
export const roomAhead = 64 * 1024;
/** Bytes of the frame of any short record. */
export const smallFrame = frameLength(10);
/** Bytes of the frame of the opening record. */
export function openFrameOn(on: RecordingDisk): number {
  const [first] = on.operations.flatMap((each) => (each.op === 'write' && each.at === 64 ? [each.bytes.length] : []));
  return first ?? 0;
}
