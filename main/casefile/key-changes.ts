import { randomBytes } from '#main/crypto/random.ts';
import { subkey } from '#main/crypto/subkey.ts';
import type { KeyKind } from '#shared/contract/keys.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { FileSystem } from './file-system.ts';
import { encodeHeader, type Header } from './header.ts';
import { writeHeaderCopies } from './header-copies.ts';
import { emptySlot, fillSlot, keyOfSecret, openSlots, type SlotSecret } from './key-slots.ts';
import { type SlotLine, type SlotTable, sealSlotTable } from './slot-table.ts';
import { unlockHeader } from './unlocking.ts';

/** The keys of a case as its header has them, with what is needed to make others. */
export type Keyring = { readonly header: Header; readonly table: SlotTable; readonly caseKey: Buffer };
/** Slots as they are to be; the others stay. */
export type SlotChange = { readonly index: number; readonly slot: Buffer; readonly line: SlotLine | null };
export type KeyChange<T> = { readonly changes: readonly SlotChange[]; readonly value: T };
/** Decides on the keys as they are; nothing is written when it refuses. */
export type DecideKeys<T> = (ring: Keyring) => Promise<Reply<KeyChange<T>>>;

/** The keys of an opened case, read anew. Refuses as unlocking does. */
export async function readKeyring(files: FileSystem, caseKey: Buffer): Promise<Reply<Keyring & { readonly newest: Parameters<typeof writeHeaderCopies>[2] }>> {
  const unlocked = await unlockHeader(files, { kind: 'case-key', bytes: caseKey });
  if (!unlocked.ok) return unlocked;
  const { newest, table } = unlocked.value;
  return done({ header: newest.header, table, caseKey, newest: newest.name });
}

/**
 * Writes another header with the next generation, first over the older copy, then over the other: at every moment one whole header
 * lies on the disk, with the keys before or those after. Answers the new generation. Throws disk errors.
 */
export async function rewriteKeys<T>(
  files: FileSystem,
  caseKey: Buffer,
  decide: DecideKeys<T>,
): Promise<Reply<{ readonly generation: number; readonly value: T }>> {
  const ring = await readKeyring(files, caseKey);
  if (!ring.ok) return ring;
  const { header, table, newest } = ring.value;
  const decided = await decide(ring.value);
  if (!decided.ok) return decided;
  const { changes, value } = decided.value;
  const changeAt = (index: number) => changes.find((change) => change.index === index);
  const slots = header.slots.map((slot, index) => changeAt(index)?.slot ?? slot);
  const lines = table.map((line, index) => {
    const change = changeAt(index);
    return change ? change.line : line;
  });
  const generation = header.generation + 1;
  const slotTable = sealSlotTable(lines, subkey(caseKey, 'header'), header.caseId);
  writeHeaderCopies(files, encodeHeader({ ...header, generation, slots, slotTable }, caseKey), newest);
  return done({ generation, value });
}

/** What a new slot is to be. `slotId` only where it must be known before. */
export type NewKey = {
  readonly secret: SlotSecret;
  readonly kind: KeyKind;
  readonly label: string;
  readonly madeAt: number;
  readonly needed?: number;
  readonly of?: number;
  readonly slotId?: Buffer;
  readonly fileDigest?: Buffer;
};

/** Adds a key into a free slot. Refuses `no-free-key`, and `key-exists` for a secret that opens the case already. */
export function addsKey(wish: NewKey): DecideKeys<SlotLine> {
  return async (ring) => {
    const index = ring.table.indexOf(null);
    if (index < 0) return refused({ kind: 'refused', rule: 'no-free-key' });
    const change = await slotFor(ring, index, wish);
    return change ? done({ changes: [change], value: change.line }) : refused({ kind: 'refused', rule: 'key-exists' });
  };
}

/** Gives the slot with `slotId` another secret of its kind; id and label stay, the date is new. Refuses `key-exists`, `not-found`. */
export function replacesSecret(slotId: Buffer, secret: SlotSecret, madeAt: number): DecideKeys<SlotLine> {
  return async (ring) => {
    const index = ring.table.findIndex((line) => line?.slotId.equals(slotId));
    const line = ring.table[index];
    if (!line) return refused({ kind: 'not-found', what: 'key', id: slotId.toString('hex') });
    const change = await slotFor(ring, index, { secret, kind: line.kind, label: line.label, madeAt, slotId });
    return change ? done({ changes: [change], value: change.line }) : refused({ kind: 'refused', rule: 'key-exists' });
  };
}

/**
 * A new passphrase for who has lost theirs and opened the case otherwise. `keep`: beside those there are. `remove`: in place of every
 * passphrase, with or without key file. Undefined: in place of a single one; with several nobody knows which was lost, so it is
 * refused as `other-passphrases`.
 */
export function setsPassphrase(passphrase: Uint8Array, madeAt: number, others: 'keep' | 'remove' | undefined): DecideKeys<SlotLine> {
  return async (ring) => {
    const secret: SlotSecret = { kind: 'passphrase', bytes: passphrase };
    const there = ring.table.flatMap((line, index) => (line && isTyped(line) ? [{ line, index }] : []));
    if (others === undefined && there.length > 1) return refused({ kind: 'refused', rule: 'other-passphrases' });
    const wish: NewKey = { secret, kind: 'passphrase', label: '', madeAt };
    if (others === 'keep') return addsKey(wish)(ring);
    const into = there[0]?.index ?? ring.table.indexOf(null);
    if (into < 0) return refused({ kind: 'refused', rule: 'no-free-key' });
    const label = there.length === 1 ? (there[0]?.line.label ?? '') : '';
    const replaced = there.map(({ index }) => index);
    const change = await slotFor(ring, into, { ...wish, label }, replaced);
    if (!change) return refused({ kind: 'refused', rule: 'key-exists' });
    return done({ changes: [change, ...replaced.filter((index) => index !== into).map(emptied)], value: change.line });
  };
}

/** Takes keys away. Refuses `not-found` when there are none such, `last-key` when nothing would be left. */
export function removesKeys(which: (line: SlotLine) => boolean): DecideKeys<readonly SlotLine[]> {
  return async ({ table }) => {
    const there = table.flatMap((line, index) => (line ? [{ line, index }] : []));
    const gone = there.filter(({ line }) => which(line));
    if (gone.length === 0) return refused({ kind: 'not-found', what: 'key', id: '' });
    if (gone.length === there.length) return refused({ kind: 'refused', rule: 'last-key' });
    return done({ changes: gone.map(({ index }) => emptied(index)), value: gone.map(({ line }) => line) });
  };
}

/** Whether it is a passphrase, with or without key file. */
export function isTyped({ kind }: SlotLine): boolean {
  return kind === 'passphrase' || kind === 'key-file';
}

function emptied(index: number): SlotChange {
  return { index, slot: emptySlot(), line: null };
}

/** The filled slot, or `null` when its secret opens another one that stays. */
async function slotFor(
  { header, caseKey }: Keyring,
  index: number,
  wish: NewKey,
  leaving: readonly number[] = [index],
): Promise<(SlotChange & { readonly line: SlotLine }) | null> {
  const { secret, kind, label, madeAt, needed = 0, of = 0, slotId = randomBytes(16), fileDigest } = wish;
  const key = await keyOfSecret(header, secret);
  const opened = openSlots(header, key);
  if (opened && !leaving.includes(opened.index)) return null;
  const slot = fillSlot(key, index, header.caseId, caseKey, kind, slotId);
  key.fill(0);
  return { index, slot, line: { kind, slotId, madeAt, label, needed, of, ...(fileDigest ? { fileDigest } : {}) } };
}
