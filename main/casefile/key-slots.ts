import { argon2id } from '#main/crypto/argon2id.ts';
import { seal, unseal } from '#main/crypto/cobblestone.ts';
import { hmacSha512 } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { sealContext, u32 } from './case-keys.ts';
import { type Header, slotBytes, slotCount, slotPlainBytes, slotTablePlainBytes } from './header.ts';

/** What opens a slot. The numbers are on disk; 3 (passphrase with key file) and 4 (shares) are kept for those to come. */
export type SlotKind = 'passphrase' | 'recovery';
const kindNumbers = { passphrase: 1, recovery: 2 } as const;

/** A secret offered for a slot: UTF-8 of a passphrase in NFC, or the 32 bytes behind a recovery code. */
export type SlotSecret = { readonly kind: SlotKind; readonly bytes: Uint8Array };

/** One line of the slot table. `number` is the kind as on disk, 0 when the slot is free; `madeAt` in milliseconds since 1970. */
export type SlotEntry = { readonly number: number; readonly slotId: Buffer; readonly madeAt: number };
export const freeSlot: SlotEntry = { number: 0, slotId: Buffer.alloc(16), madeAt: 0 };
export function slotEntry(kind: SlotKind, slotId: Buffer, madeAt: number): SlotEntry {
  return { number: kindNumbers[kind], slotId, madeAt };
}
export function isOfKind(entry: SlotEntry, kind: SlotKind): boolean {
  return entry.number === kindNumbers[kind];
}

/** The key-encrypting key of a secret: one run of Argon2id over its kind and bytes, the same for all eight slots. */
export async function keyOfSecret(header: Pick<Header, 'salt' | 'cost'>, secret: SlotSecret): Promise<Buffer> {
  const password = Buffer.concat([Uint8Array.of(kindNumbers[secret.kind]), secret.bytes]);
  try {
    return Buffer.from(await argon2id(password, header.salt, header.cost));
  } finally {
    password.fill(0);
  }
}

function slotKey(keyOfSecretBytes: Uint8Array, index: number): Buffer {
  return hmacSha512(keyOfSecretBytes, Buffer.from('corroborate/v1/slot'), u32(index)).subarray(0, 32);
}

/** Seals the case key into the slot `index`. */
export function fillSlot(key: Uint8Array, index: number, caseId: Buffer, caseKey: Buffer, kind: SlotKind, slotId: Buffer): Buffer {
  const plain = Buffer.alloc(slotPlainBytes);
  caseKey.copy(plain, 0);
  slotId.copy(plain, 32);
  plain.writeUInt8(kindNumbers[kind], 48);
  const sealed = seal(slotKey(key, index), sealContext('slot', caseId, u32(index)), plain);
  plain.fill(0);
  return sealed;
}

/** A slot that opens for nobody; nothing tells it from a used one. */
export function emptySlot(): Buffer {
  return randomBytes(slotBytes);
}

/** Tries every slot, so that the time does not say which one fits; `null` when none does. */
export function openSlots(header: Header, key: Uint8Array): { readonly caseKey: Buffer; readonly index: number } | null {
  let found: { readonly caseKey: Buffer; readonly index: number } | null = null;
  header.slots.forEach((slot, index) => {
    const plain = unseal(slotKey(key, index), sealContext('slot', header.caseId, u32(index)), slot);
    if (plain && !found) found = { caseKey: plain.subarray(0, 32), index };
  });
  return found;
}

export function sealSlotTable(entries: readonly SlotEntry[], headerKey: Uint8Array, caseId: Buffer): Buffer {
  const plain = Buffer.alloc(slotTablePlainBytes);
  entries.forEach((entry, index) => {
    plain.writeUInt8(entry.number, index * 32);
    entry.slotId.copy(plain, index * 32 + 8);
    plain.writeBigUInt64LE(BigInt(entry.madeAt), index * 32 + 24);
  });
  return seal(headerKey, sealContext('slot-table', caseId), plain);
}

/** Which slot is opened by what; `null` when the table does not open with this key. */
export function openSlotTable(header: Header, headerKey: Uint8Array): readonly SlotEntry[] | null {
  const plain = unseal(headerKey, sealContext('slot-table', header.caseId), header.slotTable);
  if (!plain || plain.length !== slotTablePlainBytes) return null;
  return Array.from({ length: slotCount }, (_, index) => ({
    number: plain.readUInt8(index * 32),
    slotId: plain.subarray(index * 32 + 8, index * 32 + 24),
    madeAt: Number(plain.readBigUInt64LE(index * 32 + 24)),
  }));
}
