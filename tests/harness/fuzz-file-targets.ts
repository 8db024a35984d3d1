import { blobContext, blobIdOf, blobPlainBytes, encodeBlobMeta } from '#main/casefile/blob-layout.ts';
import { openBlob } from '#main/casefile/blob-reader.ts';
import { caseKeys, sealContext, u32 } from '#main/casefile/case-keys.ts';
import type { FileSystem } from '#main/casefile/file-system.ts';
import { encodeFrame } from '#main/casefile/frame.ts';
import { decodeHeader, encodeHeader, isHeaderGenuine, slotBytes } from '#main/casefile/header.ts';
import { padded } from '#main/casefile/padme.ts';
import { readSegment, segmentHead, segmentName } from '#main/casefile/segment.ts';
import { openSlotTable, sealSlotTable } from '#main/casefile/slot-table.ts';
import { linesOf, readSnapshot } from '#main/casefile/snapshot.ts';
import { leastKdfCost } from '#main/crypto/argon2id.ts';
import { seal } from '#main/crypto/cobblestone.ts';
import { sha256 } from '#main/crypto/digests.ts';
import { keyKinds } from '#shared/contract/keys.ts';
import type { FuzzTarget } from './fuzz.ts';
import { noise, nonsense, pick } from './fuzz-inputs.ts';
import { tableTarget } from './fuzz-table-target.ts';

const keys = caseKeys(Buffer.alloc(32, 5), Buffer.alloc(16, 6));
const segmentId = Buffer.alloc(16, 7);
const zeros = '0'.repeat(64);
const blob = blobIdOf(keys, Buffer.alloc(32));

/** A disk with one file on it, whatever name is asked for. */
export function oneFile(bytes: Buffer): FileSystem {
  const refuse = () => {
    throw new Error('not part of this');
  };
  const file = {
    read: (at: number, length: number) => Buffer.from(bytes.subarray(at, at + length)),
    size: () => bytes.length,
    close: () => undefined,
    write: refuse,
    resize: refuse,
    sync: refuse,
    syncAside: refuse,
    writeBack: refuse,
  };
  return {
    open: () => file,
    list: () => [],
    createRoot: refuse,
    createFolder: refuse,
    create: refuse,
    rename: refuse,
    remove: refuse,
    removeFolder: refuse,
    syncFolder: refuse,
    syncFolderAside: refuse,
    changedAt: refuse,
    touch: refuse,
  };
}

/** What lies in the folder of a case. */
export const fileTargets: { readonly [parser: string]: FuzzTarget } = {
  header: {
    parse: (bytes) => {
      const read = decodeHeader(bytes);
      if (read.state !== 'whole') return read.state;
      return `${isHeaderGenuine(read.bytes, keys.caseKey) ? 'genuine' : 'forged'}, table ${openSlotTable(read.header, keys.header) ? 'opens' : 'closed'}`;
    },
    mend: (bytes) => {
      if (bytes.length > 64) sha256(bytes.subarray(0, -32)).copy(bytes, bytes.length - 32);
    },
    sound: (random) => {
      const generation = Math.floor(random() * 2 ** 32);
      const slots = Array.from({ length: 8 }, () => noise(slotBytes, random));
      const entry = { kind: pick(random, keyKinds), slotId: noise(16, random), madeAt: Math.floor(random() * 2 ** 50), label: 'ключ', needed: 3, of: 5 };
      const table = Array.from({ length: 8 }, () => entry);
      const slotTable = sealSlotTable(table, keys.header, keys.caseId);
      return encodeHeader({ generation, caseId: keys.caseId, cost: leastKdfCost, salt: noise(16, random), slots, slotTable }, keys.caseKey);
    },
  },
  frame: {
    parse: (bytes) => {
      const { end, frames, later } = readSegment(keys, segmentName(1, segmentId), bytes);
      return `${end}, ${Math.min(frames.length, 3)} frames, ${Math.min(later.length, 1)} later`;
    },
    sound: (random) => {
      const open = JSON.stringify({ t: 'open', prev: zeros, prevHead: zeros, seq: 0, number: 1, generation: 1, writer: '0'.repeat(32), needs: [] });
      const first = encodeFrame(keys, segmentId, 0, random() < 0.2 ? nonsense(random) : open);
      const record = { t: 'tx', prev: first.hash.toString('hex'), seq: 1, body: nonsense(random) };
      const second = encodeFrame(keys, segmentId, 1, random() < 0.5 ? nonsense(random) : JSON.stringify(record));
      return Buffer.concat([segmentHead(segmentId), first.bytes, second.bytes, Buffer.alloc(random() < 0.3 ? 256 : 0)]);
    },
  },
  snapshot: {
    parse: (bytes) => {
      const read = readSnapshot(oneFile(bytes), keys, '00000001-00000000');
      return read ? `${Math.min([...linesOf(read.body)].length, 3)} lines` : 'unusable';
    },
    sound: (random) => {
      const covers = pick(random, [null, [], ['x'], [1]]);
      const head = { v: 1, head: zeros, seq: 1, segmentNumber: 1, ...(covers && { covers }), generation: 1, closed: true };
      const text = `${random() < 0.4 ? nonsense(random) : JSON.stringify(head)}${random() < 0.1 ? '' : '\n'}${nonsense(random)}\n${nonsense(random)}`;
      const plain = random() < 0.1 ? noise(Math.floor(random() * 40), random) : padded(Buffer.from(text), 256);
      return seal(keys.snapshot, sealContext('snapshot', keys.caseId, u32(1)), plain);
    },
  },
  tables: tableTarget(oneFile),
  blob: {
    parse: (bytes) => {
      const reader = openBlob(oneFile(bytes), keys, blob);
      if (!reader) return 'damaged';
      const read = reader.read(0, 100_000);
      reader.close();
      return read ? 'read' : 'open, damaged inside';
    },
    sound: (random) => {
      const bytes = pick(random, [0, 100, 1_000, 1.5, 2 ** 40, 2 ** 53, -1, 12_400]);
      const meta = encodeBlobMeta({ v: 1, name: nonsense(random), mime: 'x', bytes, sha256: zeros as never, at: '' });
      if (random() < 0.2) noise(Math.floor(random() * 60), random).copy(meta, Math.floor(random() * 8));
      const fits = Number.isInteger(bytes) && bytes >= 0 && bytes < 100_000 && random() < 0.7;
      const plain = fits ? padTo(meta, blobPlainBytes(bytes)) : meta.subarray(0, Math.floor(random() * 4_096));
      return seal(keys.blob, blobContext(keys), plain);
    },
  },
};

function padTo(bytes: Buffer, length: number): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(length - bytes.length)]);
}
