import { randomBytes } from '#main/crypto/random.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { CareState } from './care-state.ts';
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
  readonly appendCare: (care: CareState) => Problem | null;
  readonly appendClose: () => Problem | null;
  /** The next record begins a new segment: after a snapshot, everything in older ones is covered by it. */
  readonly rotate: () => void;
  readonly position: () => LogPosition;
  readonly bytesSinceRotation: () => number;
  /** Set once the medium could not be trusted; every append answers this from then on. */
  readonly broken: () => Problem | null;
  /** Names of the segments this session began, or tried to. */
  readonly begun: () => readonly string[];
  /** Closes the segment. A record that was refused for the disk's sake is taken back if the disk lets it. */
  readonly letGo: () => void;
};

/** `room`: bytes the file has; those after `size` are zeros written ahead. */
type OpenSegment = { readonly file: OpenFile; readonly path: string; readonly id: Buffer; size: number; room: number; index: number; previous: Buffer };
type RecordBody = LogRecord extends infer R ? (R extends LogRecord ? Omit<R, 'prev'> : never) : never;

/**
 * Zeros written ahead of the frames: a segment doubles, within these bounds. An fdatasync inside room that is on the medium touches no
 * metadata of the file system, which is a third of its time; and a short session does not pay for a long one.
 */
const leastAhead = 64 * 1024;
const mostAhead = 1024 * 1024;
/** A medium that failed a moment ago may answer again. */
const triesToTakeBack = 3;

/**
 * Appends to the log. A frame is one write and one fdatasync. When either fails, nothing is known of the file any more (a
 * second fdatasync may report success for pages the kernel has dropped), so the segment is left for good and the record is
 * written to a new one that continues from the last acknowledged head. When that fails too, the log is broken until the case
 * is opened again, unless the disk is only full.
 *
 * Whether a refused record reached the medium is not known. The next record that does is in a segment that continues from the
 * acknowledged head, so that the refused one is superseded; where none came, {@link LogWriter.letGo} begins an empty segment for that.
 * Only when the disk refuses this too, or the process ends first, may the next opening show the one edit that was refused last.
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
  /** A record was refused and nothing was written since. */
  let inDoubt = false;
  let settled = false;
  let written = 0;
  // A disk that refuses the room may still have some for the edit.
  let reserving = true;
  const begunNames: string[] = [];

  const put = (into: OpenSegment, record: RecordBody, head: Buffer): Buffer => {
    const frame = encodeFrame(keys, into.id, into.index, JSON.stringify({ ...record, prev: into.previous.toString('hex') }));
    const end = into.size + frame.bytes.length;
    // The last frame of a session ends its file, so that whatever is found behind it was put there.
    const room = record.t === 'close' ? into.size : reserving && end > into.room ? end + Math.min(Math.max(end, leastAhead), mostAhead) : into.room;
    if (room !== into.room) into.file.resize(room);
    into.room = Math.max(room, end);
    into.file.write(frame.bytes, into.size);
    into.file.sync();
    into.size = end;
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
    const begun: OpenSegment = { file: files.create(path), path, id, size: segmentHeadBytes, room: segmentHeadBytes, index: 0, previous: Buffer.alloc(32) };
    begunNames.push(segmentName(newestNumber, id));
    try {
      begun.file.write(segmentHead(id), 0);
      const head = put(
        begun,
        { t: 'open', prevHead: position.head.toString('hex'), seq: position.seq, number: newestNumber, generation: generation(), writer, needs: [] },
        position.head,
      );
      files.syncFolder('log');
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
      inDoubt = false;
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
      reserving = false;
    }
    try {
      attempt(record);
      return null;
    } catch (second) {
      const problem = writeProblem(second);
      inDoubt = true;
      if (!mayPass(problem)) broken = problem;
      return problem;
    }
  };

  const letGo = () => {
    if (segment) {
      trim(segment);
      abandon(segment);
    }
    segment = null;
  };

  const takeBack = () => {
    for (let tries = 0; inDoubt && tries < triesToTakeBack; tries += 1) {
      try {
        abandon(begin().segment);
        inDoubt = false;
      } catch (error) {
        if (!isDiskError(error)) throw error;
      }
    }
  };

  const rotate = () => {
    letGo();
    written = 0;
    reserving = true;
  };

  return {
    append: (body) => append({ t: 'tx', seq: position.seq + 1, body }),
    appendHeader: (of) => append({ t: 'header', generation: of }),
    appendCare: (care) => append({ t: 'care', care }),
    appendClose: () => append({ t: 'close' }),
    rotate,
    position: () => position,
    bytesSinceRotation: () => written,
    broken: () => broken,
    begun: () => begunNames,
    letGo: () => {
      letGo();
      takeBack();
    },
  };
}

/** Gives back the room a finished segment did not use. Zeros mean nothing, so a disk that refuses costs nothing, and no sync is needed. */
function trim(segment: OpenSegment): void {
  if (segment.room === segment.size) return;
  try {
    segment.file.resize(segment.size);
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
}

function abandon(segment: OpenSegment): void {
  try {
    segment.file.close();
  } catch (error) {
    // A failing medium may report its error once more at close; the segment is not used again either way.
    if (!isDiskError(error)) throw error;
  }
}
