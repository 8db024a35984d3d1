import { z } from 'zod';
import { canonicalJson } from '#main/crypto/canonical-json.ts';
import { equalInConstantTime, hmacSha512 } from '#main/crypto/digests.ts';
import type { CaseKeys } from './case-keys.ts';
import { errorCode, type FileSystem, partSuffix, readWhole, writeNew } from './file-system.ts';

/**
 * What a backup folder says of itself: where the case stood, and which log and snapshot files the backup put there. Any other such
 * file means that somebody worked in the backup, and bringing it up to date would lose that. Written before the first of these
 * files is, and again when all are, so that an interrupted backup is told from one that was worked in.
 */
export type BackupMark = { readonly head: string; readonly seq: number; readonly generation: number; readonly names: readonly string[] };
export const backupMarkName = 'BACKUP';

const BackupMarkSchema = z.object({
  v: z.literal(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  seq: z.int().min(0),
  generation: z.int().min(0),
  names: z.array(z.string()),
});
const macBytes = 32;
const mostBytes = 4 * 1024 * 1024;

/** On the medium when it returns. Throws disk errors. */
export function writeBackupMark(files: FileSystem, keys: CaseKeys, { head, seq, generation, names }: BackupMark): void {
  const part = `${backupMarkName}${partSuffix}`;
  if (files.list('.').includes(part)) files.remove(part);
  const json = Buffer.from(canonicalJson({ v: 1, head, seq, generation, names: [...names] }));
  writeNew(files, part, macOf(keys, json), json);
  files.rename(part, backupMarkName);
  files.syncFolder('.');
}

/** `null` when there is none, or none that the case's key made. */
export function readBackupMark(files: FileSystem, keys: CaseKeys): BackupMark | null {
  try {
    const bytes = readWhole(files, backupMarkName);
    const json = bytes.subarray(macBytes);
    if (bytes.length > mostBytes || !equalInConstantTime(macOf(keys, json), bytes.subarray(0, macBytes))) return null;
    return BackupMarkSchema.parse(JSON.parse(json.toString('utf8')));
  } catch (error) {
    // Missing, cut, or of a later version: in every case not a mark we can go by.
    if (errorCode(error) !== undefined && errorCode(error) !== 'ENOENT') throw error;
    return null;
  }
}

function macOf(keys: CaseKeys, json: Buffer): Buffer {
  return hmacSha512(keys.anchor, Buffer.from('corroborate/v1/backup\0'), keys.caseId, json).subarray(0, macBytes);
}
