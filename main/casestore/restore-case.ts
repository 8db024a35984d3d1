import { resolve } from 'node:path';
import { copyToNewFolder } from '#main/casefile/backup.ts';
import { openCaseFile } from '#main/casefile/case-file.ts';
import { liesInside } from '#main/casefile/copy-place.ts';
import { openBackup } from '#main/casefile/copy-source.ts';
import { sixWords } from '#main/crypto/recovery-code.ts';
import type { Facts } from '#main/usecases/ports/facts.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type CaseSecret, slotSecret } from './case-secret.ts';
import { citedBlobs } from './cited-blobs.ts';
import { openRecord } from './open-case.ts';

/** `damaged`: exhibits' bytes that are damaged or missing in the backup, and so in what was restored. */
export type Restored = {
  readonly folder: string;
  readonly files: number;
  readonly bytes: number;
  readonly edits: number;
  readonly headWords: readonly string[];
  readonly damaged: number;
  /** What opening the backup noticed. */
  readonly findings: readonly CaseFinding[];
};

/**
 * Unpacks a backup, folder or tar file, into a new folder and authenticates every byte of it there. The secret is one of the case as
 * it was when the backup was made. Refuses what opening refuses, `refused` (`not-a-backup`), `folder-not-empty`, `write-failed`, `cancelled`.
 */
export async function restoreCase(from: string, to: string, secret: CaseSecret, facts: Facts, report: Progress): Promise<Reply<Restored>> {
  if (liesInside(from, to)) return refused({ kind: 'invalid-input', where: 'to', reason: 'a place outside the backup' });
  const backup = openBackup(from);
  if (!backup.ok) return backup;
  const { files, close } = backup.value;
  try {
    const offered = await slotSecret(secret, files);
    if (!offered.ok) return offered;
    const file = await openCaseFile(files, offered.value, 'read');
    if (!file.ok) return file;
    const open = await openRecord(file.value, resolve(from), facts);
    if (!open.ok) return open;
    try {
      if (report.cancelled()) return refused({ kind: 'cancelled' });
      const copied = await copyToNewFolder(files, file.value.keys, resolve(to), citedBlobs(open.value.record()), report);
      if (!copied.ok) return copied;
      const { plan, copiedFiles, wrong } = copied.value;
      const headWords = sixWords(Buffer.from(plan.position.head, 'hex'));
      return done({
        folder: resolve(to),
        files: copiedFiles + 2,
        bytes: plan.bytes,
        edits: plan.position.seq,
        headWords,
        damaged: wrong,
        findings: open.value.openingFindings,
      });
    } finally {
      await open.value.abandon();
    }
  } finally {
    close();
  }
}
