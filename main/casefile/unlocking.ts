import { equalInConstantTime } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { subkey } from '#main/crypto/subkey.ts';
import type { CaseFinding } from '#main/usecases/ports.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { FileSystem } from './file-system.ts';
import { encodeHeader, type Header, isHeaderGenuine } from './header.ts';
import { readHeaderCopies, type WholeHeader, writeHeaderCopies } from './header-copies.ts';
import {
  emptySlot,
  fillSlot,
  freeSlot,
  isOfKind,
  keyOfSecret,
  openSlots,
  openSlotTable,
  type SlotEntry,
  type SlotSecret,
  sealSlotTable,
  slotEntry,
} from './key-slots.ts';

export type Unlocked = {
  readonly caseKey: Buffer;
  readonly newest: WholeHeader;
  readonly slotIndex: number;
  readonly unequal: boolean;
  readonly findings: readonly CaseFinding[];
};

/** What opens a header: the secret of a slot, or the case key itself where this program has it already. */
export type HeaderProof = SlotSecret | { readonly kind: 'case-key'; readonly bytes: Buffer };

/**
 * Opens the header with a secret. A whole header that no slot of opens is a wrong secret; a header nobody with the key wrote is
 * damage. The two are never mixed up, and the answer takes the same time whichever slot fits.
 */
export async function unlockHeader(files: FileSystem, proof: HeaderProof): Promise<Reply<Unlocked>> {
  const copies = readHeaderCopies(files);
  if (!copies.ok) return copies;
  const findings = [...copies.value.findings];
  for (const copy of copies.value.whole) {
    const opened = proof.kind === 'case-key' ? { caseKey: proof.bytes, index: -1 } : openSlots(copy.header, await keyOfSecret(copy.header, proof));
    if (!opened) return refused({ kind: proof.kind === 'passphrase' ? 'wrong-passphrase' : 'wrong-recovery-code' });
    if (isHeaderGenuine(copy.bytes, opened.caseKey) && openSlotTable(copy.header, subkey(opened.caseKey, 'header')))
      return done({ caseKey: opened.caseKey, newest: copy, slotIndex: opened.index, unequal: copies.value.unequal || findings.length > 0, findings });
    findings.push({ severity: 'damage', code: 'header-copy-damaged', subject: copy.name });
  }
  return refused({ kind: 'case-damaged', part: 'header' });
}

/** Makes both copies equal again after a crash or damage; says so. Throws disk errors. */
export function healHeader(files: FileSystem, unlocked: Unlocked): readonly CaseFinding[] {
  if (!unlocked.unequal) return [];
  writeHeaderCopies(files, unlocked.newest.bytes, unlocked.newest.name);
  return [{ severity: 'info', code: 'header-copy-healed', subject: unlocked.newest.name === 'case.a' ? 'case.b' : 'case.a' }];
}

/** The header of a new case: one slot for the passphrase, one for the recovery code, six that open for nobody. */
export async function newHeader(caseKey: Buffer, caseId: Buffer, cost: Header['cost'], secrets: readonly SlotSecret[], madeAt: number): Promise<Buffer> {
  const salt = randomBytes(16);
  const entries: SlotEntry[] = [];
  const slots: Buffer[] = [];
  for (const secret of secrets) {
    const slotId = randomBytes(16);
    slots.push(fillSlot(await keyOfSecret({ salt, cost }, secret), slots.length, caseId, caseKey, secret.kind, slotId));
    entries.push(slotEntry(secret.kind, slotId, madeAt));
  }
  while (slots.length < 8) {
    slots.push(emptySlot());
    entries.push(freeSlot);
  }
  return encodeHeader({ generation: 1, caseId, cost, salt, slots, slotTable: sealSlotTable(entries, subkey(caseKey, 'header'), caseId) }, caseKey);
}

/**
 * Replaces every passphrase of the case by a new one, proven by `proof` (the old passphrase, or the recovery code's case key). Other slots
 * stay. At every moment one whole header lies on the disk, the old or the new. Answers the new generation. Throws disk errors.
 */
export async function replacePassphrase(files: FileSystem, proof: HeaderProof, next: Uint8Array, caseKey: Buffer, madeAt: number): Promise<Reply<number>> {
  const unlocked = await unlockHeader(files, proof);
  if (!unlocked.ok) return unlocked;
  const { header, name } = unlocked.value.newest;
  const table = openSlotTable(header, subkey(caseKey, 'header'));
  if (!table || !equalInConstantTime(unlocked.value.caseKey, caseKey)) return refused({ kind: 'case-damaged', part: 'header' });
  const wasPassphrase = table.findIndex((entry) => isOfKind(entry, 'passphrase'));
  const into = proof.kind === 'passphrase' ? unlocked.value.slotIndex : wasPassphrase >= 0 ? wasPassphrase : table.findIndex((entry) => entry.number === 0);
  const secret: SlotSecret = { kind: 'passphrase', bytes: next };
  const slotId = randomBytes(16);
  const filled = fillSlot(await keyOfSecret(header, secret), into, header.caseId, caseKey, 'passphrase', slotId);
  const slots = header.slots.map((slot, index) => (index === into ? filled : isPassphrase(table, index) ? emptySlot() : slot));
  const entries = table.map((entry, index) => (index === into ? slotEntry('passphrase', slotId, madeAt) : isPassphrase(table, index) ? freeSlot : entry));
  const generation = header.generation + 1;
  const slotTable = sealSlotTable(entries, subkey(caseKey, 'header'), header.caseId);
  writeHeaderCopies(files, encodeHeader({ ...header, generation, slots, slotTable }, caseKey), name);
  return done(generation);
}

function isPassphrase(table: readonly SlotEntry[], index: number): boolean {
  const entry = table[index];
  return entry !== undefined && isOfKind(entry, 'passphrase');
}
