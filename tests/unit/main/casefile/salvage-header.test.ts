import { describe, expect, it } from 'vitest';
import { decodeHeader, encodeHeader, type Header } from '#main/casefile/header.ts';
import { salvageHeader } from '#main/casefile/salvage-header.ts';
import { newHeader } from '#main/casefile/unlocking.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { recordingDisk } from '#tests/harness/recording-file-system.ts';

const caseKey = Buffer.alloc(32, 1);
const proof = { kind: 'case-key', bytes: caseKey } as const;
const first = await newHeader(caseKey, Buffer.alloc(16, 2), leastKdfCost, [], 5);
const fields = (): Header => {
  const decoded = decodeHeader(first);
  if (decoded.state !== 'whole') throw new Error('the header is not whole');
  return decoded.header;
};
const generation = (number: number, key = caseKey) => encodeHeader({ ...fields(), generation: number }, key);
const spoilt = (bytes: Buffer, ...sectors: readonly number[]) => {
  const copy = Buffer.from(bytes);
  for (const sector of sectors) copy.writeUInt8(copy.readUInt8(sector * 512 + 40) ^ 1, sector * 512 + 40);
  return copy;
};
const diskWith = (copies: { readonly a?: Buffer; readonly b?: Buffer }) =>
  recordingDisk({ folders: [], files: new Map(Object.entries(copies).map(([letter, bytes]) => [`case.${letter}`, bytes])) });
const salvaged = async (copies: { readonly a?: Buffer; readonly b?: Buffer }, given: Buffer | null = null) => {
  const reply = await salvageHeader(diskWith(copies).fileSystem, proof, given);
  return reply.ok ? reply.value.header.generation : reply.problem;
};
const lost = { kind: 'case-damaged', part: 'header' };

describe('the header of a damaged case', () => {
  it('is the newest whole one that the secret opens, with its bytes and the key', async () => {
    const reply = await salvageHeader(diskWith({ a: first, b: generation(3) }).fileSystem, proof, null);
    expect(reply).toMatchObject({ ok: true, value: { caseKey, header: { generation: 3 }, bytes: generation(3) } });
    expect(await salvaged({ a: generation(3), b: first })).toBe(3);
    expect(await salvaged({ a: first, b: first }, generation(2))).toBe(2);
    expect(await salvaged({ a: generation(3), b: first }, generation(2))).toBe(3);
  });

  it.each([
    ['the other copy is damaged', { a: spoilt(first, 3), b: first }],
    ['the first copy is gone', { b: first }],
    ['the second copy is gone', { a: first }],
    ['the second copy is cut', { a: first, b: first.subarray(0, 100) }],
  ])('is found when %s', async (_, copies) => {
    expect(await salvaged(copies)).toBe(1);
  });

  it('is the one kept elsewhere when no copy is whole, and none when that is damaged too', async () => {
    expect(await salvaged({}, first)).toBe(1);
    expect(await salvaged({ a: spoilt(first, 3) }, first)).toBe(1);
    expect(await salvaged({}, spoilt(first, 3))).toEqual(lost);
    expect(await salvaged({}, null)).toEqual(lost);
  });

  it.each([
    ['one sector each', [1], [12]],
    ['the first and the last', [0], [15]],
    ['several, in turns', [0, 2, 4, 6], [1, 3, 5, 7]],
    ['fourteen in all', [0, 1, 2, 3, 4, 5, 6], [7, 8, 9, 10, 11, 12, 13]],
  ])('is put together from two copies that are damaged in different sectors: %s', async (_, left, right) => {
    expect(await salvaged({ a: spoilt(first, ...left), b: spoilt(first, ...right) })).toBe(1);
  });

  it('is put together from a copy that is cut, and from one that is too long', async () => {
    expect(await salvaged({ a: first.subarray(0, 7000), b: spoilt(first, 2) })).toBe(1);
    expect(await salvaged({ a: spoilt(first, 2), b: first.subarray(0, 7000) })).toBe(1);
    expect(await salvaged({ a: spoilt(first, 2), b: Buffer.concat([spoilt(first, 3), Buffer.alloc(700)]) })).toBe(1);
  });

  it.each([
    ['damaged in the same sector', spoilt(first, 3), spoilt(spoilt(first, 3), 4)],
    ['of which more than fourteen sectors differ', spoilt(first, 0, 1, 2, 3, 4, 5, 6, 7), spoilt(first, 8, 9, 10, 11, 12, 13, 14)],
  ])('is lost with two copies %s', async (_, a, b) => {
    expect(await salvaged({ a, b })).toEqual(lost);
  });

  it('is not put together from halves while one is whole, from one copy alone, or with the one kept elsewhere', async () => {
    expect(await salvaged({ a: spoilt(first, 1) })).toEqual(lost);
    expect(await salvaged({ b: spoilt(first, 1) })).toEqual(lost);
    expect(await salvaged({ a: spoilt(first, 1) }, spoilt(first, 2))).toEqual(lost);
  });

  it('that nobody with the key wrote is passed over for an older one, and lost when there is no other', async () => {
    const forged = generation(9, Buffer.alloc(32, 9));
    expect(await salvaged({ a: forged, b: first })).toBe(1);
    expect(await salvaged({ a: forged, b: forged })).toEqual(lost);
  });

  it('that no slot opens is a wrong secret, and not damage', async () => {
    const secret = { kind: 'recovery', bytes: Buffer.alloc(32, 9) } as const;
    expect(await salvageHeader(diskWith({ a: first }).fileSystem, secret, null)).toEqual({ ok: false, problem: { kind: 'wrong-recovery-code' } });
    expect(await salvageHeader(diskWith({}).fileSystem, secret, null)).toEqual({ ok: false, problem: lost });
  });

  it('that the disk cannot read is like one that is not there; a bug is thrown on', async () => {
    const disk = diskWith({ a: first, b: first });
    disk.failWith(() => ({ code: 'EIO', share: 0 }));
    expect(await salvageHeader(disk.fileSystem, proof, first)).toMatchObject({ ok: true });
    expect(await salvageHeader(disk.fileSystem, proof, null)).toEqual({ ok: false, problem: lost });
    const open = () => {
      throw new TypeError('a bug');
    };
    await expect(salvageHeader({ ...disk.fileSystem, open }, proof, null)).rejects.toThrow('a bug');
  });
});
