import { z } from 'zod';
import { seal, unseal } from '#main/crypto/cobblestone.ts';
import { randomBytes } from '#main/crypto/random.ts';
import type { CaseFinding } from '#main/usecases/ports.ts';
import { type CaseKeys, sealContext, u32 } from './case-keys.ts';
import { type FileSystem, partSuffix, readWhole, writeNew } from './file-system.ts';
import { padded, unpadded } from './padme.ts';

/** First line of a snapshot: where in the log it stands. The lines after it are the store's. */
const SnapshotHeadSchema = z.object({
  v: z.literal(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  seq: z.int().min(0),
  segmentNumber: z.int().min(0),
  generation: z.int().min(0),
  /** Whether the session that took it was closing. */
  closed: z.boolean(),
});
export type SnapshotHead = z.infer<typeof SnapshotHeadSchema>;
export type Snapshot = { readonly name: string; readonly number: number; readonly head: SnapshotHead; readonly body: Buffer; readonly bytes: number };

const namePattern = /^(\d{8})-[0-9a-f]{8}$/;
const leastPlainBytes = 1024;

export function isSnapshotName(name: string): boolean {
  return namePattern.test(name);
}
export function snapshotNumber(name: string): number {
  return Number(namePattern.exec(name)?.[1] ?? 0);
}

/**
 * Seals and writes a snapshot; on the medium when it returns. It has a name of its own only when it is whole, so that a damaged one
 * is damage and never the trace of a crash. Throws disk errors.
 */
export function writeSnapshot(files: FileSystem, keys: CaseKeys, number: number, head: SnapshotHead, lines: Iterable<string>): Snapshot {
  const body = Buffer.from([...lines].join('\n'));
  const plain = padded(Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), body]), leastPlainBytes);
  const sealed = seal(keys.snapshot, sealContext('snapshot', keys.caseId, u32(number)), plain);
  plain.fill(0);
  const name = `${String(number).padStart(8, '0')}-${randomBytes(4).toString('hex')}`;
  const part = `snap/${name}${partSuffix}`;
  try {
    writeNew(files, part, sealed);
    files.rename(part, `snap/${name}`);
    files.syncFolder('snap');
  } catch (error) {
    removeQuietly(files, part);
    throw error;
  }
  return { name, number, head, body: Buffer.alloc(0), bytes: sealed.length };
}

/** Opens one snapshot; `null` when it is damaged or not the one its name says. Throws disk errors. */
export function readSnapshot(files: FileSystem, keys: CaseKeys, name: string): Snapshot | null {
  const sealed = readWhole(files, `snap/${name}`);
  const number = snapshotNumber(name);
  const plain = unseal(keys.snapshot, sealContext('snapshot', keys.caseId, u32(number)), sealed);
  const text = plain && unpadded(plain);
  const firstEnd = text?.indexOf(0x0a) ?? -1;
  if (!text || firstEnd < 0) return null;
  const head = parseHead(text.toString('utf8', 0, firstEnd));
  return head && { name, number, head, body: text.subarray(firstEnd + 1), bytes: sealed.length };
}

function parseHead(line: string): SnapshotHead | null {
  try {
    return SnapshotHeadSchema.parse(JSON.parse(line));
  } catch {
    // Authentic but not understood: written by something that is not this format.
    return null;
  }
}

/** The newest snapshot that opens, with a finding for every newer one that does not. */
export function newestSnapshot(
  files: FileSystem,
  keys: CaseKeys,
): { readonly snapshot: Snapshot | null; readonly newestNumber: number; readonly findings: readonly CaseFinding[] } {
  const names = files.list('snap').filter(isSnapshotName).toReversed();
  const findings: CaseFinding[] = [];
  for (const name of names) {
    const snapshot = readSnapshot(files, keys, name);
    if (snapshot) return { snapshot, newestNumber: snapshotNumber(names[0] ?? name), findings };
    findings.push({ severity: 'damage', code: 'snapshot-unusable', subject: name });
  }
  return { snapshot: null, newestNumber: snapshotNumber(names[0] ?? ''), findings };
}

/** The lines of a snapshot, one at a time, so that no second copy of the whole is held. */
export function* linesOf(body: Buffer): Iterable<string> {
  for (let from = 0; from < body.length; ) {
    const end = body.indexOf(0x0a, from);
    const to = end < 0 ? body.length : end;
    yield body.toString('utf8', from, to);
    from = to + 1;
  }
}

export function removeQuietly(files: FileSystem, path: string): void {
  try {
    files.remove(path);
  } catch {
    // Nothing was made, or the disk refuses that too; a reader ignores what is left.
  }
}
