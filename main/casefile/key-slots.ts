import { argon2id } from '#main/crypto/argon2id.ts';
import { seal, unseal } from '#main/crypto/cobblestone.ts';
import { hmacSha512 } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import type { KeyKind } from '#shared/contract/keys.ts';
import { sealContext, u32 } from './case-keys.ts';
import { type Header, slotBytes, slotPlainBytes } from './header.ts';

/** What a slot is opened by. The numbers are on disk. */
export const slotKindNumbers = { passphrase: 1, recovery: 2, 'key-file': 3, shares: 4, escrow: 5 } as const satisfies { readonly [K in KeyKind]: number };

/**
 * A secret offered for a slot. `passphrase`: its UTF-8 in NFC. `recovery`: the 32 bytes behind 24 words, wherever they were kept, so
 * that words from an escrow file are tried in the same run. `key-file`: passphrase and digest of the file (crypto/key-file.ts).
 * `shares`: the 32 bytes that shares were joined to.
 */
export type SlotSecret = { readonly kind: Exclude<KeyKind, 'escrow'>; readonly bytes: Uint8Array };

/** The key-encrypting key of a secret: one run of Argon2id over its kind and bytes, the same for all eight slots. */
export async function keyOfSecret(header: Pick<Header, 'salt' | 'cost'>, secret: SlotSecret): Promise<Buffer> {
  const password = Buffer.concat([Uint8Array.of(slotKindNumbers[secret.kind]), secret.bytes]);
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
export function fillSlot(key: Uint8Array, index: number, caseId: Buffer, caseKey: Buffer, kind: KeyKind, slotId: Buffer): Buffer {
  const plain = Buffer.alloc(slotPlainBytes);
  caseKey.copy(plain, 0);
  slotId.copy(plain, 32);
  plain.writeUInt8(slotKindNumbers[kind], 48);
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
