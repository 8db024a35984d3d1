import { describe, expect, it } from 'vitest';
import { caseKeys } from '#main/casefile/case-keys.ts';
import { encodeFrame } from '#main/casefile/frame.ts';
import { isSegmentName, nextHead, readSegment, segmentHead, segmentName } from '#main/casefile/segment.ts';

const keys = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 2));
const id = Buffer.alloc(16, 3);
const start = '0'.repeat(64);
const name = segmentName(7, id);
const zeros = Buffer.alloc(32);
type Said = { readonly [field: string]: unknown };
const open: Said = { t: 'open', prevHead: start, seq: 0, number: 7, generation: 1, writer: '1'.repeat(32), needs: [] };
const tx = (seq: number): Said => ({ t: 'tx', seq, body: { label: 'x'.repeat(seq * 20) } });

/** Frames in a chain, as a writer leaves them; `spoil` may say something else of one. */
function frames(
  records: readonly Said[],
  spoil: (said: Said, index: number) => Said = (said) => said,
): readonly { readonly bytes: Buffer; readonly hash: Buffer }[] {
  let previous = zeros;
  return records.map((record, index) => {
    const frame = encodeFrame(keys, id, index, JSON.stringify(spoil({ ...record, prev: previous.toString('hex') }, index)));
    previous = Buffer.from(frame.hash);
    return frame;
  });
}
/** Every sealing has another salt, so what is compared must be made once. */
const joined = (made: readonly { readonly bytes: Buffer }[]) => Buffer.concat([segmentHead(id), ...made.map(({ bytes }) => bytes)]);
const log = (records: readonly Said[], spoil?: (said: Said, index: number) => Said) => joined(frames(records, spoil));
const read = (bytes: Buffer, as = name) => readSegment(keys, as, bytes);
const told = (bytes: Buffer, as = name) => {
  const { frames: known, end, later, outsideDamaged } = read(bytes, as);
  return { frames: known.length, end, later: later.map(({ index }) => index), outsideDamaged };
};
const whole = [open, tx(1), tx(2), tx(3)];

/** Offset and length of frame `index` in {@link whole}. */
function place(index: number): { readonly at: number; readonly length: number } {
  const sizes = frames(whole).map(({ bytes }) => bytes.length);
  return { at: 64 + sizes.slice(0, index).reduce((sum, size) => sum + size, 0), length: sizes[index] ?? 0 };
}
function flipped(bytes: Buffer, at: number): Buffer {
  const changed = Buffer.from(bytes);
  changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
  return changed;
}

describe('a segment', () => {
  it('gives its records in order, the heads after them, and a clean end', () => {
    const made = frames(whole);
    const segment = read(joined(made));
    expect(segment.frames.map(({ record }) => record.t)).toEqual(['open', 'tx', 'tx', 'tx']);
    let head: Buffer = zeros;
    const heads = made.map(({ hash }) => {
      head = nextHead(head, hash);
      return head.toString('hex');
    });
    expect(segment.frames.map((frame) => frame.head)).toEqual(heads);
    expect(segment).toMatchObject({ name, number: 7, open: { ...open, prev: start }, end: 'clean', outsideDamaged: false, later: [] });
  });

  it('goes on from the head it names', () => {
    const from = 'ab'.repeat(32);
    const made = frames([{ ...open, prevHead: from }]);
    expect(read(joined(made)).frames[0]?.head).toBe(nextHead(Buffer.from(from, 'hex'), made[0]?.hash ?? zeros).toString('hex'));
  });

  it('may have room of zeros behind its last frame, of any length, but none behind a close', () => {
    for (const room of [1, 63, 64, 4_096, 200_000])
      expect(told(Buffer.concat([log(whole), Buffer.alloc(room)]))).toEqual({ frames: 4, end: 'roomy', later: [], outsideDamaged: false });
    const closed = [...whole, { t: 'close' }];
    expect(told(log(closed))).toEqual({ frames: 5, end: 'clean', later: [], outsideDamaged: false });
    expect(told(Buffer.concat([log(closed), Buffer.alloc(64)]))).toEqual({ frames: 5, end: 'roomy', later: [], outsideDamaged: true });
    expect(told(Buffer.concat([log(whole), Buffer.alloc(100_000), Buffer.from([1])]))).toMatchObject({ frames: 4, end: 'torn' });
    expect(told(Buffer.concat([log(whole), Buffer.alloc(70_000), Buffer.from([1]), Buffer.alloc(10)]))).toMatchObject({ frames: 4, end: 'torn' });
  });

  it('cut at any byte is torn there, and what came before holds', () => {
    const bytes = log(whole);
    for (let length = 0; length < bytes.length; length += 37) {
      const { frames: known, end, later } = told(bytes.subarray(0, length));
      const fit = [0, 1, 2, 3].filter((index) => place(index).at + 16 + bytes.readUInt32LE(place(index).at + 4) <= length).length;
      expect(known, `${length} bytes`).toBe(fit);
      expect(later).toEqual([]);
      const atSeam = length === 64 || [0, 1, 2, 3].some((index) => place(index).at + place(index).length === length);
      if (!atSeam && length > 64 && fit === 0) expect(end, `${length} bytes`).toBe('torn');
      if (length < 64) expect(end, `${length} bytes`).toBe('torn');
    }
  });

  it('with damage in a frame is damaged there, and the frames behind it still hold', () => {
    for (const index of [0, 1, 2]) {
      const { at } = place(index);
      for (const spot of [0, 5, 9, 13, 20, 80, 200])
        expect(told(flipped(log(whole), at + spot)), `byte ${spot} of frame ${index}`).toMatchObject({
          frames: index,
          end: 'damaged',
          later: [1, 2, 3].filter((each) => each > index),
        });
    }
    // Damage in the very last frame: complete and not what was sealed, or its first bytes are no frame's any more.
    expect(told(flipped(log(whole), place(3).at + 100))).toMatchObject({ frames: 3, end: 'damaged', later: [] });
    expect(told(flipped(log(whole), place(3).at))).toMatchObject({ frames: 3, end: 'torn', later: [] });
  });

  it('knows the heads behind one lost frame, and not behind two', () => {
    const bytes = log(whole);
    const heads = read(bytes).frames.map(({ head }) => head);
    const behind = (...spoiled: readonly number[]) =>
      read(spoiled.reduce<Buffer>((so, index) => flipped(so, place(index).at + 100), bytes)).later.map(({ head }) => head);
    expect(behind(1)).toEqual([heads[2], heads[3]]);
    expect(behind(2)).toEqual([heads[3]]);
    expect(behind(1, 2)).toEqual([null]);
    expect(behind(0)).toEqual([null, null, null]);
  });

  it('with changes outside what is sealed reads whole and says so', () => {
    for (const spot of [0, 7, 30, 63])
      expect(told(flipped(log(whole), spot)), `byte ${spot}`).toEqual({ frames: 4, end: 'clean', later: [], outsideDamaged: true });
    const { at, length } = place(1);
    expect(told(flipped(log(whole), at + length - 1))).toMatchObject({ frames: 4, end: 'clean', outsideDamaged: true });
  });

  it('whose first bytes were lost opens by the id in its name; whose name was, by the id in its first bytes', () => {
    const bytes = log(whole);
    for (const spot of [8, 15, 23]) expect(told(flipped(bytes, spot))).toEqual({ frames: 4, end: 'clean', later: [], outsideDamaged: true });
    expect(told(bytes, segmentName(7, Buffer.alloc(16, 9)))).toEqual({ frames: 4, end: 'clean', later: [], outsideDamaged: true });
    expect(told(bytes, segmentName(8, id))).toMatchObject({ frames: 0, end: 'damaged' });
  });

  it.each<readonly [string, (said: Said, index: number) => Said, number]>([
    ['does not begin with an open', (said, index) => (index === 0 ? { ...tx(1), prev: said['prev'] } : said), 0],
    ['has a second open', (said, index) => (index === 2 ? { ...open, prev: said['prev'] } : said), 2],
    ['has a number that is not its name’s', (said, index) => (index === 0 ? { ...said, number: 8 } : said), 0],
    ['has a record that continues from another', (said, index) => (index === 2 ? { ...said, prev: 'ef'.repeat(32) } : said), 2],
    ['has a record of an unknown kind', (said, index) => (index === 1 ? { ...said, t: 'strange' } : said), 1],
    ['has a record without its fields', (said, index) => (index === 1 ? { t: 'tx', prev: said['prev'] } : said), 1],
    ['counts transactions from nothing', (said, index) => (index === 1 ? { ...said, seq: 0 } : said), 1],
  ])('that %s is read up to there', (_, spoil, known) => {
    expect(read(log(whole, spoil)).frames).toHaveLength(known);
    expect(read(log(whole, spoil)).end).toBe('damaged');
  });

  it('of another case is nothing but bytes', () => {
    const other = caseKeys(Buffer.alloc(32, 1), Buffer.alloc(16, 9));
    expect(readSegment(other, name, log(whole))).toMatchObject({ frames: [], open: null, end: 'damaged', later: [], outsideDamaged: false });
    expect(told(Buffer.alloc(0))).toEqual({ frames: 0, end: 'torn', later: [], outsideDamaged: false });
    expect(told(segmentHead(id))).toEqual({ frames: 0, end: 'clean', later: [], outsideDamaged: false });
    expect(told(Buffer.alloc(500))).toMatchObject({ frames: 0, end: 'torn' });
  });

  it('is named by its number and its id, and nothing else is a segment', () => {
    expect(name).toBe(`00000007-${'03'.repeat(16)}.seg`);
    expect(isSegmentName(name)).toBe(true);
    for (const strange of [
      `${name}.part`,
      `x${name}`,
      name.replace('.seg', ''),
      name.replace('00000007', '0000007'),
      name.toUpperCase(),
      '',
      name.replace('03', '3'),
    ])
      expect(isSegmentName(strange), strange).toBe(false);
  });
});
