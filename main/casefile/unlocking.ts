import { randomBytes } from '#main/crypto/random.ts';
import { subkey } from '#main/crypto/subkey.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import type { FileSystem } from './file-system.ts';
import { encodeHeader, type Header, isHeaderGenuine, slotCount } from './header.ts';
import { readHeaderCopies, type WholeHeader, writeHeaderCopies } from './header-copies.ts';
import { emptySlot, fillSlot, keyOfSecret, openSlots, type SlotSecret } from './key-slots.ts';
import { openSlotTable, type SlotLine, type SlotTable, sealSlotTable } from './slot-table.ts';

export type Unlocked = {
  readonly caseKey: Buffer;
  readonly newest: WholeHeader;
  /** The slot that the secret opened; -1 when the case key itself was given. */
  readonly slotIndex: number;
  readonly table: SlotTable;
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
    if (!opened) return refused(wrongSecret(proof.kind));
    const table = isHeaderGenuine(copy.bytes, opened.caseKey) ? openSlotTable(copy.header, subkey(opened.caseKey, 'header')) : null;
    if (table) {
      return done({ caseKey: opened.caseKey, newest: copy, slotIndex: opened.index, table, unequal: copies.value.unequal, findings });
    }
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

export function wrongSecret(kind: HeaderProof['kind']): Problem {
  switch (kind) {
    case 'passphrase':
      return { kind: 'wrong-passphrase' };
    case 'key-file':
      return { kind: 'wrong-key-file' };
    case 'shares':
      return { kind: 'wrong-shares' };
    case 'recovery':
    case 'case-key':
      return { kind: 'wrong-recovery-code' };
  }
}

/** A secret of a new case, with the label its slot gets. */
export type LabelledSecret = SlotSecret & { readonly label?: string };

/** The header of a new case: a slot for each secret, the others open for nobody. */
export async function newHeader(caseKey: Buffer, caseId: Buffer, cost: Header['cost'], secrets: readonly LabelledSecret[], madeAt: number): Promise<Buffer> {
  const salt = randomBytes(16);
  const table: (SlotLine | null)[] = [];
  const slots: Buffer[] = [];
  for (const { label, ...secret } of secrets) {
    const slotId = randomBytes(16);
    slots.push(fillSlot(await keyOfSecret({ salt, cost }, secret), slots.length, caseId, caseKey, secret.kind, slotId));
    table.push({ kind: secret.kind, slotId, madeAt, label: label ?? '', needed: 0, of: 0 });
  }
  while (slots.length < slotCount) {
    slots.push(emptySlot());
    table.push(null);
  }
  return encodeHeader({ generation: 1, caseId, cost, salt, slots, slotTable: sealSlotTable(table, subkey(caseKey, 'header'), caseId) }, caseKey);
}
