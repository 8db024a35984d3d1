import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { crc32c } from '#main/casefile/crc32c.ts';
import { type DecodedFrame, decodeFrame, encodeFrame, findLaterFrames, frameAlignment, frameLength } from '#main/casefile/frame.ts';
import { sha256 } from '#main/crypto/digests.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const segmentId = Buffer.alloc(16, 3);
const json = (index: number) => JSON.stringify({ t: 'tx', index });
const frame = (index: number, text = json(index)) => encodeFrame(keys, segmentId, index, text).bytes;
const decoded = (log: Buffer, at = 0, index = 0): DecodedFrame => decodeFrame(keys, segmentId, log, at, index);
const textOf = (answer: DecodedFrame) => (answer.state === 'whole' ? answer.json.toString('utf8') : answer.state);
/** The frame with other numbers in its head, and a checksum that fits them, as anyone can make it. */
function withHead(bytes: Buffer, length: number, index = 0): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt32LE(length, 4);
  changed.writeUInt32LE(index, 8);
  changed.writeUInt32LE(crc32c(changed.subarray(0, 12)), 12);
  return changed;
}

describe('a frame', () => {
  it('gives back any record, names where the next begins, and is whole alignments long', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 3_000 }), fc.integer({ min: 0, max: 2 ** 32 - 1 }), (text, index) => {
        const { bytes, hash } = encodeFrame(keys, segmentId, index, text);
        const answer = decoded(bytes, 0, index);
        expect(textOf(answer)).toBe(Buffer.from(text).toString('utf8'));
        expect(answer).toMatchObject({ next: bytes.length, paddingClean: true, hash });
        expect(bytes.length % frameAlignment).toBe(0);
        expect(bytes.length).toBe(frameLength(Buffer.byteLength(text)));
        expect(hash).toEqual(sha256(bytes.subarray(0, 16 + bytes.readUInt32LE(4))));
      }),
      { numRuns: 100 },
    );
  });

  it('shows nothing of the length of a short record', () => {
    expect(new Set([0, 1, 50, 252].map((length) => frame(0, 'x'.repeat(length)).length)).size).toBe(1);
    expect(frame(0, 'x'.repeat(253)).length).toBeGreaterThan(frame(0, 'x'.repeat(252)).length - 1);
  });

  it('is foreign or shows its padding after any one bit was turned over', () => {
    const bytes = frame(0);
    const end = 16 + bytes.readUInt32LE(4);
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      const answer = decoded(changed);
      if (bit >> 3 < end) expect(answer.state, `bit ${bit}`).not.toBe('whole');
      else expect(answer, `bit ${bit}`).toMatchObject({ state: 'whole', paddingClean: false });
    }
  });

  it('cut at any byte is cut, and only its padding may be missing', () => {
    const bytes = frame(0);
    const end = 16 + bytes.readUInt32LE(4);
    for (let length = 0; length < end; length += 1) expect(decoded(bytes.subarray(0, length)).state, `${length} bytes`).toBe('cut');
    for (let length = end; length < bytes.length; length += 1)
      expect(decoded(bytes.subarray(0, length))).toMatchObject({ state: 'whole', paddingClean: false, next: bytes.length });
  });

  it('behind others is cut when less than its head is there', () => {
    for (const length of [0, 3, 10, 15])
      expect(decoded(Buffer.concat([frame(0), frame(1).subarray(0, length)]), frame(0).length, 1), `${length} bytes`).toEqual({ state: 'cut' });
    expect(decoded(Buffer.concat([frame(0), Buffer.alloc(16)]), frame(0).length, 1)).toEqual({ state: 'foreign' });
  });

  it('counts only at its own place: another index, segment, case or key is foreign', () => {
    const bytes = frame(5);
    expect(textOf(decoded(bytes, 0, 5))).toBe(json(5));
    expect(decoded(bytes, 0, 4).state).toBe('foreign');
    expect(decodeFrame(keys, Buffer.alloc(16, 4), bytes, 0, 5).state).toBe('foreign');
    expect(decodeFrame(caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 9)), segmentId, bytes, 0, 5).state).toBe('foreign');
    expect(decodeFrame(caseKeys(Buffer.alloc(32, 9), Buffer.alloc(16, 2)), segmentId, bytes, 0, 5).state).toBe('foreign');
    // The index in the head is plain text; changing it with a fitting checksum does not move the frame.
    expect(decoded(withHead(bytes, bytes.readUInt32LE(4), 4), 0, 4).state).toBe('foreign');
  });

  it('with a length that no record can have is foreign, before anything is read by it', () => {
    const bytes = frame(0);
    const most = 512 * 1024 * 1024;
    for (const length of [0, 71, most + 1, 0xffff_ffff]) expect(decoded(withHead(bytes, length)).state, `${length}`).toBe('foreign');
    for (const length of [bytes.length, most]) expect(decoded(withHead(bytes, length)).state, `${length}`).toBe('cut');
    expect(decoded(withHead(bytes, 72)).state).toBe('foreign');
    expect(decoded(Buffer.alloc(64)).state).toBe('foreign');
    expect(decoded(Buffer.alloc(15)).state).toBe('cut');
    expect(decoded(Buffer.alloc(16)).state).toBe('foreign');
  });

  it('that fills its alignment exactly has no padding and is clean', () => {
    // The plaintext lengths of Padmé are many; one of them ends a frame on a multiple of 64.
    const sizes = Array.from({ length: 60 }, (_, step) => 300 * (step + 1));
    const exact = sizes.map((size) => frame(0, 'x'.repeat(size))).find((bytes) => (16 + bytes.readUInt32LE(4)) % 64 === 0);
    if (exact) expect(decoded(exact)).toMatchObject({ state: 'whole', paddingClean: true, next: exact.length });
    for (const size of sizes) expect(decoded(frame(0, 'x'.repeat(size)))).toMatchObject({ state: 'whole', paddingClean: true });
  });
});

describe('looking for frames behind damage', () => {
  const found = (log: Buffer, from: number) => findLaterFrames(keys, segmentId, log, from).frames.map(({ index }) => index);

  it('finds every authentic frame at an alignment, whatever lies between, and no other', () => {
    const garbage = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.concat([bytes, Buffer.alloc((64 - (bytes.length % 64)) % 64)]));
    fc.assert(
      fc.property(fc.array(fc.tuple(garbage, fc.integer({ min: 0, max: 50 })), { maxLength: 8 }), garbage, (parts, end) => {
        const log = Buffer.concat([...parts.flatMap(([bytes, index]) => [bytes, frame(index)]), end]);
        const answer = findLaterFrames(keys, segmentId, log, 0);
        expect(answer.frames.map(({ index }) => index)).toEqual(parts.map(([, index]) => index));
        expect(answer.frames.map((each) => each.json.toString('utf8'))).toEqual(parts.map(([, index]) => json(index)));
        expect(answer.complete).toBe(parts.length > 0);
      }),
      { numRuns: 60 },
    );
  });

  it('begins at the next alignment, and sees one that is complete but not authentic', () => {
    const log = Buffer.concat([frame(0), frame(1), frame(2)]);
    const length = frame(0).length;
    expect(found(log, 0)).toEqual([0, 1, 2]);
    expect(found(log, 1)).toEqual([1, 2]);
    expect(found(log, length)).toEqual([1, 2]);
    expect(found(log, length + 1)).toEqual([2]);
    expect(found(log.subarray(0, log.length - 64), 0)).toEqual([0, 1]);
    expect(found(Buffer.concat([Buffer.alloc(32), log]), 0)).toEqual([]);
    const strange = frame(7);
    strange.writeUInt8(strange.readUInt8(100) ^ 1, 100);
    expect(findLaterFrames(keys, segmentId, strange, 0)).toEqual({ frames: [], complete: true });
    expect(findLaterFrames(keys, segmentId, strange.subarray(0, 200), 0)).toEqual({ frames: [], complete: false });
    expect(findLaterFrames(keys, segmentId, Buffer.alloc(0), 0)).toEqual({ frames: [], complete: false });
    expect(findLaterFrames(keys, segmentId, withHead(frame(0), 71), 0)).toEqual({ frames: [], complete: false });
    // A head alone, whole, that promises no bytes to come.
    expect(findLaterFrames(keys, segmentId, withHead(frame(0), 72).subarray(0, 88), 0)).toEqual({ frames: [], complete: true });
  });

  it('knows the hash of what it finds', () => {
    const { bytes, hash } = encodeFrame(keys, segmentId, 3, json(3));
    expect(findLaterFrames(keys, segmentId, bytes, 0).frames[0]?.hash).toEqual(hash);
  });
});
