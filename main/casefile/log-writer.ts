import { randomBytes } from '#main/crypto/random.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { CaseKeys } from './case-keys.ts';
import type { FileSystem, OpenFile } from './file-system.ts';
import { encodeFrame } from './frame.ts';
import type { LogRecord } from './log-record.ts';
import { nextHead, segmentHead, segmentHeadBytes, segmentName } from './segment.ts';
import { removeQuietly } from './snapshot.ts';
import { isDiskError, mayPass, writeProblem } from './write-problem.ts';

/** Where the log stands: everything before `head` is acknowledged. */
export type LogPosition = { readonly head: Buffer; readonly seq: number; readonly segmentNumber: number };
export type LogWriter = {
  /** Writes one transaction; on the medium when it answers `null`. Otherwise the log stands where it stood. */
  readonly append: (body: unknown) => Problem | null;
  /** Tells the log of a new header, so that an older one put back shows. */
  readonly appendHeader: (generation: number) => Problem | null;
  readonly appendClose: () => Problem | null;
  /** The next record begins a new segment: after a snapshot, everything in older ones is covered by it. */
  readonly rotate: () => void;
  readonly position: () => LogPosition;
  readonly bytesSinceRotation: () => number;
  /** Set once the medium could not be trusted; every append answers this from then on. */
  readonly broken: () => Problem | null;
  /** Names of the segments this session began. */
  readonly begun: () => readonly string[];
  readonly letGo: () => void;
};

type OpenSegment = { readonly file: OpenFile; readonly path: string; readonly id: Buffer; size: number; index: number; previous: Buffer };
type RecordBody = LogRecord extends infer R ? (R extends LogRecord ? Omit<R, 'prev'> : never) : never;

/**
 * Appends to the log. A frame is one write and one fdatasync. When either fails, nothing is known of the file any more (a
 * second fdatasync may report success for pages the kernel has dropped), so the segment is left for good and the record is
 * written to a new one that continues from the last acknowledged head. When that fails too, the log is broken until the case
 * is opened again, unless the disk is only full.
 *
 * `settle` is run before the first segment of a session: it syncs the files the session was read from. After a kill -9 they may
 * have been read from the page cache, and must not vanish beneath what now builds on them.
 */
export function startLogWriter(files: FileSystem, keys: CaseKeys, start: LogPosition, generation: () => number, settle: () => void): LogWriter {
  const writer = randomBytes(16).toString('hex');
  let position = start;
  let newestNumber = start.segmentNumber;
  let segment: OpenSegment | null = null;
  let broken: Problem | null = null;
  let settled = false;
  let written = 0;
  const begunNames: string[] = [];

  const put = (into: OpenSegment, record: RecordBody, head: Buffer): Buffer => {
    const frame = encodeFrame(keys, into.id, into.index, JSON.stringify({ ...record, prev: into.previous.toString('hex') }));
    into.file.write(frame.bytes, into.size);
    into.file.sync();
    into.size += frame.bytes.length;
    into.index += 1;
    into.previous = frame.hash;
    written += frame.bytes.length;
    return nextHead(head, frame.hash);
  };

  const begin = (): { readonly segment: OpenSegment; readonly head: Buffer } => {
    if (!settled) settle();
    settled = true;
    newestNumber += 1;
    const id = randomBytes(16);
    const path = `log/${segmentName(newestNumber, id)}`;
    const begun: OpenSegment = { file: files.create(path), path, id, size: segmentHeadBytes, index: 0, previous: Buffer.alloc(32) };
    try {
      begun.file.write(segmentHead(id), 0);
      const head = put(
        begun,
        { t: 'open', prevHead: position.head.toString('hex'), seq: position.seq, number: newestNumber, generation: generation(), writer, needs: [] },
        position.head,
      );
      files.syncFolder('log');
      begunNames.push(segmentName(newestNumber, id));
      return { segment: begun, head };
    } catch (error) {
      abandon(begun);
      removeQuietly(files, path);
      throw error;
    }
  };

  const attempt = (record: RecordBody) => {
    const fresh = segment ? null : begin();
    const into = segment ?? fresh?.segment;
    if (!into) throw new Error('log writer without a segment');
    try {
      const head = put(into, record, fresh?.head ?? position.head);
      segment = into;
      position = { head, seq: record.t === 'tx' ? record.seq : position.seq, segmentNumber: newestNumber };
    } catch (error) {
      abandon(into);
      segment = null;
      // Nothing acknowledged lies in a segment begun for this record.
      if (fresh) removeQuietly(files, into.path);
      throw error;
    }
  };

  const append = (record: RecordBody): Problem | null => {
    if (broken) return broken;
    try {
      attempt(record);
      return null;
    } catch (first) {
      if (!isDiskError(first)) throw first;
    }
    try {
      attempt(record);
      return null;
    } catch (second) {
      const problem = writeProblem(second);
      if (!mayPass(problem)) broken = problem;
      return problem;
    }
  };

  const rotate = () => {
    if (segment) abandon(segment);
    segment = null;
    written = 0;
  };

  return {
    append: (body) => append({ t: 'tx', seq: position.seq + 1, body }),
    appendHeader: (of) => append({ t: 'header', generation: of }),
    appendClose: () => append({ t: 'close' }),
    rotate,
    position: () => position,
    bytesSinceRotation: () => written,
    broken: () => broken,
    begun: () => begunNames,
    letGo: rotate,
  };
}

function abandon(segment: OpenSegment): void {
  try {
    segment.file.close();
  } catch (error) {
    // A failing medium may report its error once more at close; the segment is not used again either way.
    if (!isDiskError(error)) throw error;
  }
}
