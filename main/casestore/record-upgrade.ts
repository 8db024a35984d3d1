import type { CaseFile } from '#main/casefile/case-file.ts';
import { standsOnSnapshots } from '#main/casefile/compact-case.ts';
import { textsOf } from '#main/casefile/snapshot-tables.ts';
import { isDiskError, writeProblem } from '#main/casefile/write-problem.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import type { CustodyAct } from '#shared/domain/custody/custody-entry.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { NewerLayout } from './record-layouts.ts';
import type { SealedRegister } from './sealed-register.ts';
import type { StoredRecord } from './stored-objects.ts';

/** Reads the record; a problem when a later version of the program wrote it. */
export async function readUnlessNewer(read: () => Promise<void>): Promise<Problem | null> {
  try {
    await read();
    return null;
  } catch (error) {
    if (!(error instanceof NewerLayout)) throw error;
    return { kind: 'newer-format', found: error.found, known: error.known };
  }
}

/** Told before anything is written: from the first edit on, older versions of the program cannot open the case. */
export function upgradeFindings(register: SealedRegister): readonly CaseFinding[] {
  return register.upgradedFrom() === null ? [] : [{ severity: 'warning', code: 'record-older', subject: 'record' }];
}

/**
 * A case of an older layout is in the current one in memory only, until something is written. Then it goes first into a snapshot that is
 * read back and compared; the snapshot before it, and the log since, stay until there is another newer one. Answers the custody act
 * that tells of it, once.
 */
export function upgradeBeforeWriting(file: CaseFile, register: SealedRegister, record: () => StoredRecord): () => Reply<readonly CustodyAct[]> {
  let pending = true;
  return () => {
    const from = register.upgradedFrom();
    if (!pending || from === null) return done([]);
    try {
      const taken = file.snapshot(register.lines(record()));
      if (!taken.ok) return taken;
      if (!standsOnSnapshots(file, () => textsOf(register.lines(record())), 1)) return refused({ kind: 'write-failed', reason: 'input-output' });
    } catch (error) {
      if (!isDiskError(error)) throw error;
      return refused(writeProblem(error));
    }
    pending = false;
    return done([{ action: 'migrated', evidenceId: null, reason: `from record layout ${from}`, sha256Before: null, sha256After: null }]);
  };
}
