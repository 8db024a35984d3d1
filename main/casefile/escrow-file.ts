import { sha256 } from '#main/crypto/digests.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import { type FileSystem, partSuffix, readWhole, writeNew } from './file-system.ts';
import type { SlotTable } from './slot-table.ts';
import { isDiskError } from './write-problem.ts';

/** Files in the folder `escrow` of a case: a number (4 digits), then the first 4 bytes of the slot's id in hex. */
const namePattern = /^(\d{4})-([0-9a-f]{8})\.age$/;
export function isEscrowName(name: string): boolean {
  return namePattern.test(name);
}

/** Keeps a sealed escrow in the case, whole or not at all, and durable when it returns; answers its path. Throws disk errors. */
export function writeEscrow(files: FileSystem, slotId: Buffer, sealed: Uint8Array): string {
  if (!files.list('.').includes('escrow')) files.createFolder('escrow');
  const numbers = files.list('escrow').map((name) => Number(namePattern.exec(name)?.[1] ?? 0));
  const path = `escrow/${String(Math.max(0, ...numbers) + 1).padStart(4, '0')}-${slotId.toString('hex', 0, 4)}.age`;
  removeEscrowParts(files);
  writeNew(files, `${path}${partSuffix}`, sealed);
  files.rename(`${path}${partSuffix}`, path);
  files.syncFolder('escrow');
  // Always: the folder may be of a session that was killed before it synced it.
  files.syncFolder('.');
  return path;
}

/** What an interrupted making of an escrow left. Only the holder of the lock may. */
export function removeEscrowParts(files: FileSystem): void {
  for (const name of files.list('escrow')) if (name.endsWith(partSuffix)) files.remove(`escrow/${name}`);
}

/** The escrow file of a slot, or `null` when it lies elsewhere or was taken away. */
export function escrowPath(files: FileSystem, slotId: Buffer): string | null {
  const wanted = slotId.toString('hex', 0, 4);
  const name = files.list('escrow').find((one) => namePattern.exec(one)?.[2] === wanted);
  return name === undefined ? null : `escrow/${name}`;
}

/**
 * Whether every escrow that the header says lies in the folder is there as it was sealed. A missing one may have been carried away on
 * purpose; files that belong to no slot open nothing. Throws disk errors.
 */
export function checkEscrows(files: FileSystem, table: SlotTable): readonly CaseFinding[] {
  const findings: CaseFinding[] = [];
  const known = new Set<string>();
  for (const line of table) {
    if (!line?.fileDigest) continue;
    const path = escrowPath(files, line.slotId);
    if (path === null) {
      findings.push({ severity: 'warning', code: 'escrow-missing', subject: line.slotId.toString('hex', 0, 4) });
      continue;
    }
    known.add(path);
    if (!sha256(readWhole(files, path)).equals(line.fileDigest)) findings.push({ severity: 'damage', code: 'escrow-damaged', subject: path });
  }
  const strangers = files.list('escrow').filter((name) => !known.has(`escrow/${name}`) && !name.endsWith(partSuffix));
  return [...findings, ...strangers.map((name): CaseFinding => ({ severity: 'info', code: 'unknown-file', subject: `escrow/${name}` }))];
}

/** Removes the escrow of a slot that is gone. What the disk does not let go opens nothing any more. */
export function removeEscrow(files: FileSystem, slotId: Buffer): void {
  try {
    const path = escrowPath(files, slotId);
    if (path === null) return;
    files.remove(path);
    files.syncFolder('escrow');
  } catch (error) {
    if (!isDiskError(error)) throw error;
  }
}
