import { sha256 } from '#main/crypto/digests.ts';
import type { CaseKeys } from './case-keys.ts';
import { decodeFrame, findLaterFrames } from './frame.ts';
import { type LogRecord, LogRecordSchema, type OpenRecord } from './log-record.ts';

/** A segment begins with `CORROLOG`, its random id (16) and 40 zeros; frames follow at multiples of 64. */
const magic = Buffer.from('CORROLOG', 'latin1');
export const segmentHeadBytes = 64;
const namePattern = /^(\d{8})-([0-9a-f]{8})\.seg$/;

/** `NNNNNNNN-xxxxxxxx.seg`: its number and the first four bytes of its id, so that two writers never collide. */
export function segmentName(number: number, segmentId: Buffer): string {
  return `${String(number).padStart(8, '0')}-${segmentId.toString('hex', 0, 4)}.seg`;
}
export function isSegmentName(name: string): boolean {
  return namePattern.test(name);
}

export function segmentHead(segmentId: Buffer): Buffer {
  return Buffer.concat([magic, segmentId, Buffer.alloc(segmentHeadBytes - magic.length - segmentId.length)]);
}

/** `head` is the head of the log after this frame: SHA-256(head before || hash of the frame), in hexadecimal. */
export type ReadFrame = { readonly record: LogRecord; readonly head: string };
export type Segment = {
  readonly name: string;
  readonly number: number;
  readonly open: OpenRecord | null;
  readonly frames: readonly ReadFrame[];
  /** `torn`: ends in the middle of a frame, as after a crash. `damaged`: something complete is there that was not sealed there. */
  readonly end: 'clean' | 'torn' | 'damaged';
  /** Whether bytes outside the sealed parts (segment head, padding) were changed. */
  readonly outsideDamaged: boolean;
  /** Authentic records found after the damage, in order. */
  readonly later: readonly LogRecord[];
};

/** The next head of the log. */
export function nextHead(head: Buffer, frameHash: Buffer): Buffer {
  return sha256(head, frameHash);
}

/** Reads what can be read of a segment. Never throws for damage. */
export function readSegment(keys: CaseKeys, name: string, log: Buffer): Segment {
  const number = Number(namePattern.exec(name)?.[1] ?? 0);
  const segmentId = log.subarray(8, 24);
  const headDamaged =
    log.length < segmentHeadBytes || !log.subarray(0, segmentHeadBytes).equals(segmentHead(segmentId)) || name !== segmentName(number, segmentId);
  const frames: ReadFrame[] = [];
  let open: OpenRecord | null = null;
  let at = segmentHeadBytes;
  let previous = Buffer.alloc(32);
  let head = Buffer.alloc(32);
  let paddingDamaged = false;
  let cut = log.length < segmentHeadBytes;
  while (at < log.length && !cut) {
    const frame = decodeFrame(keys, segmentId, log, at, frames.length);
    if (frame.state !== 'whole') break;
    const record = parseRecord(frame.json);
    if (!record || record.prev !== previous.toString('hex') || (frames.length === 0) !== (record.t === 'open')) break;
    if (record.t === 'open') {
      if (record.number !== number) break;
      open = record;
      head = Buffer.from(record.prevHead, 'hex');
    }
    previous = Buffer.from(frame.hash);
    head = Buffer.from(nextHead(head, previous));
    frames.push({ record, head: head.toString('hex') });
    // The very last frame may have lost its padding in a crash without losing anything of itself.
    if (!frame.paddingClean && frame.next <= log.length) paddingDamaged = true;
    at = frame.next;
  }
  cut = at < log.length || log.length < segmentHeadBytes;
  const after = cut ? findLaterFrames(keys, segmentId, log, at) : { frames: [], complete: false };
  const later = after.frames
    .filter(({ index }) => index > frames.length)
    .map(({ json }) => parseRecord(json))
    .filter((record) => record !== null);
  const end = !cut ? 'clean' : later.length > 0 || after.complete ? 'damaged' : 'torn';
  return { name, number, open, frames, end, outsideDamaged: paddingDamaged || (headDamaged && frames.length > 0), later };
}

function parseRecord(json: Buffer): LogRecord | null {
  try {
    return LogRecordSchema.parse(JSON.parse(json.toString('utf8')));
  } catch {
    // Authentic but not understood: written by something that is not this format.
    return null;
  }
}
