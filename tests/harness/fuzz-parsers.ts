import { blobContext, blobPath, encodeBlobMeta } from '#main/casefile/blob-layout.ts';
import { openBlob } from '#main/casefile/blob-reader.ts';
import { caseKeys, sealContext, u32 } from '#main/casefile/case-keys.ts';
import { encodeFrame } from '#main/casefile/frame.ts';
import { decodeHeader, encodeHeader, isHeaderGenuine, slotBytes } from '#main/casefile/header.ts';
import { openSlotTable, sealSlotTable } from '#main/casefile/key-slots.ts';
import { padded } from '#main/casefile/padme.ts';
import { readSegment, segmentHead, segmentName } from '#main/casefile/segment.ts';
import { linesOf, readSnapshot } from '#main/casefile/snapshot.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { seal } from '#main/crypto/cobblestone.ts';
import { sha256 } from '#main/crypto/digests.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import { seededRandom } from './crash-session.ts';
import { recordingDisk } from './recording-file-system.ts';

export type Parser = 'header' | 'frame' | 'snapshot' | 'blob';
export const parsers: readonly Parser[] = ['header', 'frame', 'snapshot', 'blob'];
export type FuzzResult = {
  readonly inputs: number;
  readonly answers: ReadonlyMap<string, number>;
  readonly throws: readonly string[];
  readonly slowestMs: number;
};

const keys = caseKeys(Buffer.alloc(32, 5), Buffer.alloc(16, 6));
const segmentId = Buffer.alloc(16, 7);
const blob = 'a'.repeat(52) as BlobId;
const zeros = '0'.repeat(64);

/** Gives a parser `count` inputs from a seed: noise, sound messages that were changed, and messages sealed with the right key that say nonsense. */
export function fuzz(parser: Parser, count: number, seed: number): FuzzResult {
  const random = seededRandom(seed);
  const answers = new Map<string, number>();
  const throws: string[] = [];
  let slowestMs = 0;
  const sound = Array.from({ length: 40 }, () => soundInput[parser](random));
  for (let input = 0; input < count; input += 1) {
    const bytes = random() < 0.1 ? soundInput[parser](random) : changed(sound[Math.floor(random() * sound.length)] ?? Buffer.alloc(0), random);
    if (parser === 'header' && random() < 0.5 && bytes.length > 64) sha256(bytes.subarray(0, -32)).copy(bytes, bytes.length - 32);
    const began = performance.now();
    try {
      const answer = parse[parser](bytes);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    } catch (error) {
      if (throws.length < 20)
        throws.push(`${parser} ${input}: ${error instanceof Error ? `${error.name} ${error.stack?.split('\n')[1]?.trim()}` : 'no error'}`);
    }
    slowestMs = Math.max(slowestMs, performance.now() - began);
  }
  return { inputs: count, answers, throws, slowestMs };
}

const parse: { readonly [P in Parser]: (bytes: Buffer) => string } = {
  header: (bytes) => {
    const read = decodeHeader(bytes);
    if (read.state !== 'whole') return read.state;
    return `${isHeaderGenuine(read.bytes, keys.caseKey) ? 'genuine' : 'forged'}, table ${openSlotTable(read.header, keys.header) ? 'opens' : 'closed'}`;
  },
  frame: (bytes) => {
    const { end, frames, later } = readSegment(keys, segmentName(1, segmentId), bytes);
    return `${end}, ${Math.min(frames.length, 3)} frames, ${Math.min(later.length, 1)} later`;
  },
  snapshot: (bytes) => {
    const disk = recordingDisk({ folders: ['snap'], files: new Map([['snap/00000001-00000000', bytes]]) });
    const read = readSnapshot(disk.fileSystem, keys, '00000001-00000000');
    return read ? `${Math.min([...linesOf(read.body)].length, 3)} lines` : 'unusable';
  },
  blob: (bytes) => {
    const reader = openBlob(recordingDisk({ folders: ['blob'], files: new Map([[blobPath(blob), bytes]]) }).fileSystem, keys, blob);
    if (!reader) return 'damaged';
    const read = reader.read(0, 100_000);
    reader.close();
    return read ? 'read' : 'open, damaged inside';
  },
};

const soundInput: { readonly [P in Parser]: (random: () => number) => Buffer } = {
  header: (random) => {
    const generation = Math.floor(random() * 2 ** 32);
    const slots = Array.from({ length: 8 }, () => noise(slotBytes, random));
    const entry = { number: Math.floor(random() * 256), slotId: noise(16, random), madeAt: Math.floor(random() * 2 ** 50) };
    const slotTable = sealSlotTable(
      Array.from({ length: 8 }, () => entry),
      keys.header,
      keys.caseId,
    );
    return encodeHeader({ generation, caseId: keys.caseId, cost: leastKdfCost, salt: noise(16, random), slots, slotTable }, keys.caseKey);
  },
  frame: (random) => {
    const open = JSON.stringify({ t: 'open', prev: zeros, prevHead: zeros, seq: 0, number: 1, generation: 1, writer: '0'.repeat(32), needs: [] });
    const first = encodeFrame(keys, segmentId, 0, random() < 0.2 ? nonsense(random) : open);
    const second = encodeFrame(
      keys,
      segmentId,
      1,
      random() < 0.5 ? nonsense(random) : JSON.stringify({ t: 'tx', prev: first.hash.toString('hex'), seq: 1, body: nonsense(random) }),
    );
    return Buffer.concat([segmentHead(segmentId), first.bytes, second.bytes]);
  },
  snapshot: (random) => {
    const head = { v: 1, head: zeros, seq: 1, segmentNumber: 1, generation: 1, closed: true };
    const text = `${random() < 0.5 ? nonsense(random) : JSON.stringify(head)}${random() < 0.1 ? '' : '\n'}${nonsense(random)}\n${nonsense(random)}`;
    return seal(
      keys.snapshot,
      sealContext('snapshot', keys.caseId, u32(1)),
      random() < 0.1 ? noise(Math.floor(random() * 40), random) : padded(Buffer.from(text), 256),
    );
  },
  blob: (random) => {
    const bytes = pick(random, [0, 100, 1.5, 2 ** 40, 2 ** 53, -1, 12_000]);
    const meta = encodeBlobMeta({ v: 1, name: nonsense(random), mime: 'x', bytes, sha256: zeros as never, at: '' });
    if (random() < 0.3) noise(Math.floor(random() * 60), random).copy(meta, Math.floor(random() * 8));
    const plain = pick(random, [
      Buffer.concat([meta, Buffer.alloc(100)]),
      padTo(meta, 4_224),
      meta.subarray(0, Math.floor(random() * 4096)),
      padTo(meta, 16_384),
    ]);
    return seal(keys.blob, blobContext(keys, blob), plain);
  },
};

const sayings = [
  'null',
  '1',
  '""',
  '[]',
  '{}',
  '{"t":"tx"}',
  '{"t":"open"}',
  '[null]',
  '{"__proto__":null}',
  '{',
  '\u0000',
  '"\ud800"',
  `${'['.repeat(400)}`,
  '1e999',
  '{"v":1,"head":""}',
];
function nonsense(random: () => number): string {
  return pick(random, sayings);
}

/** Bits turned, ranges overwritten, cut, repeated, lengthened; sometimes only noise. */
function changed(bytes: Buffer, random: () => number): Buffer {
  if (random() < 0.05) return noise(Math.floor(random() * 700), random);
  let out = Buffer.from(bytes);
  for (let times = 1 + Math.floor(random() * 3); times > 0 && out.length > 0; times -= 1) {
    const at = Math.floor(random() ** 2 * out.length);
    const kind = Math.floor(random() * 6);
    if (kind < 2) out.writeUInt8(out.readUInt8(at) ^ (1 << Math.floor(random() * 8)), at);
    else if (kind === 2) out.fill(pick(random, [0, 0xff, 0x7f]), at, Math.min(at + 1 + Math.floor(random() * 8), out.length));
    else if (kind === 3) out = Buffer.from(out.subarray(0, at));
    else if (kind === 4) out = Buffer.concat([out, out.subarray(at, at + 200)]);
    else if (at + 4 <= out.length) out.writeUInt32LE(pick(random, [0, 1, 0xffff_ffff, 0x7fff_ffff, 0x8000_0000, 16_384]), at);
  }
  return out;
}

function noise(length: number, random: () => number): Buffer {
  return Buffer.from(Uint8Array.from({ length }, () => Math.floor(random() * 256)));
}
function padTo(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);
}
function pick<T>(random: () => number, from: readonly T[]): T {
  const picked = from[Math.floor(random() * from.length)];
  if (picked === undefined) throw new Error('nothing to pick from');
  return picked;
}
