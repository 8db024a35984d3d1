import { sha256 } from '#main/crypto/digests.ts';
import type { CaseKeys } from './case-keys.ts';
import { decodeFrame, findLaterFrames } from './frame.ts';
import { type LogRecord, LogRecordSchema, type OpenRecord } from './log-record.ts';

/**
 * A segment begins with `CORROLOG`, its random id (16) and 40 zeros; frames follow at multiples of 64. The id stands in the name too:
 * no frame can be opened without it, and the first bytes of a file are as easily lost as any.
 */
const magic = Buffer.from('CORROLOG', 'latin1');
export const segmentHeadBytes = 64;
const namePattern = /^(\d{8})-([0-9a-f]{32})\.seg$/;

/** `NNNNNNNN-<32 digits>.seg`: its number and its id, so that two writers never collide. */
export function segmentName(number: number, segmentId: Buffer): string {
  return `${String(number).padStart(8, '0')}-${segmentId.toString('hex')}.seg`;
}
export function isSegmentName(name: string): boolean {
  return namePattern.test(name);
}

export function segmentNumber(name: string): number {
  return Number(namePattern.exec(name)?.[1] ?? 0);
}

export function segmentHead(segmentId: Buffer): Buffer {
  return Buffer.concat([magic, segmentId, Buffer.alloc(segmentHeadBytes - magic.length - segmentId.length)]);
}

/** `head` is the head of the log after this frame: SHA-256(head before || hash of the frame), in hexadecimal. */
export type ReadFrame = { readonly record: LogRecord; readonly head: string };
/** An authentic frame behind a damaged one. `head` is known when the record names the hash of a single frame that was lost before it. */
export type LaterFrame = { readonly record: LogRecord; readonly index: number; readonly head: string | null };
export type Segment = {
  readonly name: string;
  readonly number: number;
  readonly open: OpenRecord | null;
  readonly frames: readonly ReadFrame[];
  /**
   * `roomy`: after its last frame come the zeros a writer puts ahead. `torn`: ends in the middle of a frame, as after a crash.
   * `damaged`: something complete is there that was not sealed there.
   */
  readonly end: 'clean' | 'roomy' | 'torn' | 'damaged';
  /** Whether bytes outside the sealed parts (segment head, padding) were changed. */
  readonly outsideDamaged: boolean;
  /** Authentic frames found after the damage, in order: each still holds by itself. */
  readonly later: readonly LaterFrame[];
};

/** The next head of the log. */
export function nextHead(head: Buffer, frameHash: Buffer): Buffer {
  return sha256(head, frameHash);
}

/** Reads what can be read of a segment. Never throws for damage. */
export function readSegment(keys: CaseKeys, name: string, log: Buffer): Segment {
  const number = segmentNumber(name);
  const segmentId = idOf(keys, name, log);
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
    // The very last frame may have lost its padding in a crash without losing anything of itself: then the segment is torn.
    if (!frame.paddingClean && frame.next <= log.length) paddingDamaged = true;
    at = frame.next;
  }
  const roomy = at > segmentHeadBytes && at < log.length && isZero(log.subarray(at));
  // Nothing is written ahead of a close record.
  const extended = roomy && frames.at(-1)?.record.t === 'close';
  cut = (at < log.length && !roomy) || log.length < segmentHeadBytes;
  const after = cut ? findLaterFrames(keys, segmentId, log, at) : { frames: [], complete: false };
  const later = laterFrames(after.frames, frames.length, head, previous);
  const paddingCut = at > log.length && frames.length > 0;
  const end = roomy ? 'roomy' : paddingCut ? 'torn' : !cut ? 'clean' : later.length > 0 || after.complete ? 'damaged' : 'torn';
  return { name, number, open, frames, end, outsideDamaged: paddingDamaged || extended || (headDamaged && frames.length > 0), later };
}

const zeros = Buffer.alloc(64 * 1024);
function isZero(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += zeros.length) {
    const piece = bytes.subarray(at, at + zeros.length);
    if (piece.compare(zeros, 0, piece.length) !== 0) return false;
  }
  return true;
}

/** The id in the first bytes, unless the first frame opens only under the one in the name. */
function idOf(keys: CaseKeys, name: string, log: Buffer): Buffer {
  const stated = log.subarray(8, 24);
  const named = Buffer.from(namePattern.exec(name)?.[2] ?? '', 'hex');
  if (named.length === 0 || stated.equals(named)) return stated;
  if (decodeFrame(keys, stated, log, segmentHeadBytes, 0).state === 'whole') return stated;
  return named;
}

/**
 * What was found behind `known` authentic frames. Heads go on over one lost frame, whose hash the next one names; behind two lost in a
 * row nothing tells them. A frame at another place than its own still counts: bytes may have been put in before it.
 */
function laterFrames(
  found: readonly { readonly index: number; readonly json: Buffer; readonly hash: Buffer }[],
  known: number,
  headBefore: Buffer,
  hashBefore: Buffer,
): readonly LaterFrame[] {
  const later: LaterFrame[] = [];
  let head = known > 0 ? headBefore : null;
  let last = { index: known - 1, hash: hashBefore.toString('hex') };
  for (const { index, json, hash } of found) {
    const record = parseRecord(json);
    const missing = index - last.index - 1;
    if (!record || missing < 0 || (missing === 0 && record.prev !== last.hash)) continue;
    if (head && missing === 1) head = nextHead(head, Buffer.from(record.prev, 'hex'));
    head = head && missing < 2 ? nextHead(head, hash) : null;
    later.push({ record, index, head: head ? head.toString('hex') : null });
    last = { index, hash: hash.toString('hex') };
  }
  return later;
}

function parseRecord(json: Buffer): LogRecord | null {
  try {
    return LogRecordSchema.parse(JSON.parse(json.toString('utf8')));
  } catch {
    // Authentic but not understood: written by something that is not this format.
    return null;
  }
}
