import { isKdfCostAllowed, type KdfCost } from '#main/crypto/argon2id.ts';
import { sealedLength } from '#main/crypto/cobblestone.ts';
import { equalInConstantTime, hmacSha512, sha256 } from '#main/crypto/digests.ts';
import { subkey } from '#main/crypto/subkey.ts';

/** The header of a case, 8 KiB, as FORMAT.md §2 lays it out. Two copies of it lie in the folder. */
export const headerBytes = 8192;
export const slotCount = 8;
export const formatMajor = 1;
const formatMinor = 0;
const magic = Buffer.from('CORROCSE', 'latin1');

/** A slot holds the case key (32), the slot's id (16) and 16 bytes that say what opens it; all are the same size, used or not. */
export const slotPlainBytes = 64;
export const slotBytes = sealedLength(slotPlainBytes);
/** One line for every slot (slot-table.ts). Sealed, so that only who opened the case sees kinds and labels. */
export const slotLineBytes = 112;
export const slotTablePlainBytes = slotCount * slotLineBytes;
const slotTableBytes = sealedLength(slotTablePlainBytes);

const at = {
  magic: 0,
  major: 8,
  minor: 10,
  generation: 12,
  caseId: 16,
  kdf: 32,
  salt: 48,
  slots: 64,
  table: 64 + slotCount * slotBytes,
  mac: headerBytes - 64,
  digest: headerBytes - 32,
} as const;

export type Header = {
  /** Grows with every rewrite of the header; the higher of two copies counts. */
  readonly generation: number;
  readonly caseId: Buffer;
  readonly cost: KdfCost;
  readonly salt: Buffer;
  readonly slots: readonly Buffer[];
  readonly slotTable: Buffer;
};

export function encodeHeader(header: Header, caseKey: Uint8Array): Buffer {
  const out = Buffer.alloc(headerBytes);
  magic.copy(out, at.magic);
  out.writeUInt16LE(formatMajor, at.major);
  out.writeUInt16LE(formatMinor, at.minor);
  out.writeUInt32LE(header.generation, at.generation);
  header.caseId.copy(out, at.caseId);
  out.writeUInt8(1, at.kdf); // Argon2id version 1.3
  out.writeUInt8(1, at.kdf + 1); // lanes
  out.writeUInt32LE(header.cost.memoryKiB, at.kdf + 4);
  out.writeUInt32LE(header.cost.passes, at.kdf + 8);
  header.salt.copy(out, at.salt);
  header.slots.forEach((slot, index) => {
    slot.copy(out, at.slots + index * slotBytes);
  });
  header.slotTable.copy(out, at.table);
  headerMac(out, caseKey).copy(out, at.mac);
  sha256(out.subarray(0, at.digest)).copy(out, at.digest);
  return out;
}

export type DecodedHeader =
  | { readonly state: 'whole'; readonly header: Header; readonly bytes: Buffer }
  | { readonly state: 'newer'; readonly major: number }
  | { readonly state: 'damaged' }
  | { readonly state: 'foreign' };

/**
 * Reads one copy without any key. `foreign`: it never was a header of a case. `newer` and `damaged` are told apart by the
 * digest, whose place (the last 32 bytes) is promised for every future version, like the first twelve bytes.
 */
export function decodeHeader(bytes: Buffer): DecodedHeader {
  const ours = bytes.length >= 12 && bytes.subarray(0, magic.length).equals(magic);
  const digestFits = bytes.length > 64 && sha256(bytes.subarray(0, bytes.length - 32)).equals(bytes.subarray(bytes.length - 32));
  if (!ours) return { state: bytes.length === headerBytes ? 'damaged' : 'foreign' };
  if (!digestFits) return { state: 'damaged' };
  const major = bytes.readUInt16LE(at.major);
  if (major > formatMajor) return { state: 'newer', major };
  if (bytes.length !== headerBytes || major !== formatMajor) return { state: 'damaged' };
  const cost = { memoryKiB: bytes.readUInt32LE(at.kdf + 4), passes: bytes.readUInt32LE(at.kdf + 8) };
  if (bytes.readUInt8(at.kdf) !== 1 || bytes.readUInt8(at.kdf + 1) !== 1 || !isKdfCostAllowed(cost)) return { state: 'damaged' };
  const header: Header = {
    generation: bytes.readUInt32LE(at.generation),
    caseId: bytes.subarray(at.caseId, at.caseId + 16),
    cost,
    salt: bytes.subarray(at.salt, at.salt + 16),
    slots: Array.from({ length: slotCount }, (_, index) => bytes.subarray(at.slots + index * slotBytes, at.slots + (index + 1) * slotBytes)),
    slotTable: bytes.subarray(at.table, at.table + slotTableBytes),
  };
  return { state: 'whole', header, bytes };
}

/** Whether a header can be rewritten without losing what a later minor version may have put into it. */
export function isMinorKnown(bytes: Buffer): boolean {
  return bytes.readUInt16LE(at.minor) <= formatMinor;
}

/** Whether the header was written by someone who held the case key; the plain digest anyone could make. */
export function isHeaderGenuine(bytes: Buffer, caseKey: Uint8Array): boolean {
  return equalInConstantTime(headerMac(bytes, caseKey), bytes.subarray(at.mac, at.mac + 32));
}

function headerMac(bytes: Buffer, caseKey: Uint8Array): Buffer {
  return hmacSha512(subkey(caseKey, 'header'), bytes.subarray(0, at.mac)).subarray(0, 32);
}
