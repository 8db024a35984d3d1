import type { Progress } from '#main/usecases/ports/progress.ts';
import { checkBlob } from './blob-check.ts';
import type { CaseKeys } from './case-keys.ts';
import { CopyCancelled, countBytes, sameBytes } from './copy-bytes.ts';
import type { CopiedBlob, CopyPlan } from './copy-plan.ts';
import { type FileSystem, readWhole } from './file-system.ts';
import { headerNames } from './header-copies.ts';
import { readOpening } from './opening.ts';

/** What reading a copy back found. `faithful` is about the files that make the case; blobs are told one by one. */
export type CopyCheck = { readonly faithful: boolean; readonly wrongBlobs: readonly CopiedBlob[] };

/**
 * Reads a copy from end to end: headers, log and snapshots byte for byte the planned ones, the case in it opens where the plan stood,
 * and every blob authentic under the case's keys. Throws disk errors and {@link CopyCancelled}.
 */
export async function checkCopy(copy: FileSystem, keys: CaseKeys, plan: CopyPlan, report: Progress): Promise<CopyCheck> {
  const count = countBytes(report, 'verifying', plan.bytes);
  for (const name of headerNames) {
    if (!readWhole(copy, name).equals(plan.header)) return { faithful: false, wrongBlobs: [] };
    count.add(plan.header.length);
  }
  for (const { path, bytes, read } of plan.small) {
    const file = copy.open(path, 'read');
    try {
      if (file.size() !== bytes || !(await sameBytes(read, file.read, bytes, count))) return { faithful: false, wrongBlobs: [] };
    } finally {
      file.close();
    }
  }
  const opening = readOpening(copy, keys, plan.position.generation);
  if ('kind' in opening || opening.lineage.head !== plan.position.head || opening.seq !== plan.position.seq) return { faithful: false, wrongBlobs: [] };
  const wrongBlobs: CopiedBlob[] = [];
  for (const copied of plan.blobs) {
    if (!(await isBlobWhole(copy, keys, copied, { step: (_phase, done) => count.show(done), cancelled: report.cancelled }))) wrongBlobs.push(copied);
    count.add(copied.bytes);
  }
  return { faithful: true, wrongBlobs };
}

/** Throws disk errors and {@link CopyCancelled}. */
export async function isBlobWhole(files: FileSystem, keys: CaseKeys, { blob, path }: Omit<CopiedBlob, 'bytes'>, report: Progress): Promise<boolean> {
  const checked = await checkBlob(files, keys, blob, path, report);
  if (checked.state === 'cancelled') throw new CopyCancelled('cancelled');
  return checked.state === 'whole';
}
