import { headBytes, sealedLength, sealInto, startSealing, tagBytes, unseal } from '#main/crypto/cobblestone.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { type CaseKeys, sealContext, u32 } from './case-keys.ts';
import { crc32c } from './crc32c.ts';
import { padded, paddedText, unpadded } from './padme.ts';

/** A frame is `CFRM`, u32 sealed length, u32 index in its segment, u32 CRC-32C of these twelve bytes, the sealed record, zeros to 64. */
const magic = Buffer.from('CFRM', 'latin1');
const frameHeadBytes = 16;
export const frameAlignment = 64;
/** Sealed length beyond which a frame is taken for damage: no edit comes near it. */
const mostSealedBytes = 512 * 1024 * 1024;
const leastPlainBytes = 256;

export type EncodedFrame = { readonly bytes: Buffer; readonly hash: Buffer };

/** Seals `json` as frame `index` of the segment `segmentId`. Every edit waits for this, so nothing is copied twice. */
export function encodeFrame(keys: CaseKeys, segmentId: Uint8Array, index: number, json: string): EncodedFrame {
  const plain = paddedText(json, leastPlainBytes);
  const sealedBytes = sealedLength(plain.length);
  const length = frameHeadBytes + sealedBytes;
  const bytes = Buffer.allocUnsafe(aligned(length)).fill(0, length);
  magic.copy(bytes, 0);
  bytes.writeUInt32LE(sealedBytes, 4);
  bytes.writeUInt32LE(index, 8);
  bytes.writeUInt32LE(crc32c(bytes.subarray(0, 12)), 12);
  sealInto(startSealing(keys.log, frameContext(keys, segmentId, index)), plain, bytes, frameHeadBytes);
  return { bytes, hash: sha256(bytes.subarray(0, length)) };
}

export type DecodedFrame =
  | { readonly state: 'whole'; readonly json: Buffer; readonly hash: Buffer; readonly next: number; readonly paddingClean: boolean }
  /** `cut`: the file ends first, as after a crash. `foreign`: complete, but not what was sealed at this place. */
  | { readonly state: 'cut' | 'foreign' };

/** Reads the frame at `at`, which must be the `index`th of its segment. Never throws for damage. */
export function decodeFrame(keys: CaseKeys, segmentId: Uint8Array, log: Buffer, at: number, index: number): DecodedFrame {
  const sealedBytes = frameHeadAt(log, at);
  if (sealedBytes === null) return { state: log.length - at < frameHeadBytes ? 'cut' : 'foreign' };
  const end = at + frameHeadBytes + sealedBytes.length;
  if (end > log.length) return { state: 'cut' };
  if (sealedBytes.index !== index) return { state: 'foreign' };
  const plain = unseal(keys.log, frameContext(keys, segmentId, index), log.subarray(at + frameHeadBytes, end));
  const json = plain && unpadded(plain);
  if (!json) return { state: 'foreign' };
  const next = at + aligned(end - at);
  const padding = log.subarray(end, next);
  return {
    state: 'whole',
    json,
    hash: sha256(log.subarray(at, end)),
    next,
    paddingClean: padding.length === next - end && padding.every((byte) => byte === 0),
  };
}

/** Looks for authentic frames from `from` on, at every alignment; for telling damage in the middle from a torn end. */
export function findLaterFrames(
  keys: CaseKeys,
  segmentId: Uint8Array,
  log: Buffer,
  from: number,
): { readonly frames: readonly { readonly index: number; readonly json: Buffer; readonly hash: Buffer }[]; readonly complete: boolean } {
  const frames: { readonly index: number; readonly json: Buffer; readonly hash: Buffer }[] = [];
  let complete = false;
  for (let at = Math.ceil(from / frameAlignment) * frameAlignment; at + frameHeadBytes <= log.length; at += frameAlignment) {
    const head = frameHeadAt(log, at);
    if (!head || at + frameHeadBytes + head.length > log.length) continue;
    complete = true;
    const frame = decodeFrame(keys, segmentId, log, at, head.index);
    if (frame.state === 'whole') frames.push({ index: head.index, json: frame.json, hash: frame.hash });
  }
  return { frames, complete };
}

function frameHeadAt(log: Buffer, at: number): { readonly length: number; readonly index: number } | null {
  if (log.length - at < frameHeadBytes || !log.subarray(at, at + 4).equals(magic)) return null;
  if (crc32c(log.subarray(at, at + 12)) !== log.readUInt32LE(at + 12)) return null;
  const length = log.readUInt32LE(at + 4);
  if (length < headBytes + tagBytes || length > mostSealedBytes) return null;
  return { length, index: log.readUInt32LE(at + 8) };
}

/** Bytes one frame takes on disk for a record of `jsonBytes`, for the benchmark and the tests. */
export function frameLength(jsonBytes: number): number {
  return aligned(frameHeadBytes + sealedLength(padded(Buffer.alloc(jsonBytes), leastPlainBytes).length));
}

function aligned(length: number): number {
  return Math.ceil(length / frameAlignment) * frameAlignment;
}

function frameContext(keys: CaseKeys, segmentId: Uint8Array, index: number): Buffer {
  return sealContext('frame', keys.caseId, segmentId, u32(index));
}
