import { z } from 'zod';
import { startSealing, unseal } from '#main/crypto/cobblestone.ts';
import { randomBytes } from '#main/crypto/random.ts';
import type { CaseFinding } from '#shared/domain/case/case-finding.ts';
import { CareStateSchema } from './care-state.ts';
import { type CaseKeys, sealContext, u32 } from './case-keys.ts';
import { type FileSystem, partSuffix, readWhole } from './file-system.ts';
import { contentStart, type IndexedSnapshot, indexedSnapshot } from './indexed-snapshot.ts';
import { unpadded } from './padme.ts';
import { writeNewSealed } from './sealed-file.ts';
import { openSealedFile, type SealedReader } from './sealed-reader.ts';
import { buildTables, type SnapshotLine, type TablesBuilder } from './snapshot-tables.ts';

/** First line of a snapshot: where in the log it stands. The lines after it are the store's. */
const SnapshotHeadSchema = z.object({
  v: z.literal(1),
  head: z.string().regex(/^[0-9a-f]{64}$/),
  seq: z.int().min(0),
  segmentNumber: z.int().min(0),
  /** Names of the segments that led to it and were there: any other with a number up to `segmentNumber` was written beside it. */
  covers: z.array(z.string()).optional(),
  generation: z.int().min(0),
  /** Whether the session that took it was closing. */
  closed: z.boolean(),
  /** As in the log; left out when there is nothing to keep in mind. */
  care: CareStateSchema.optional(),
});
export type SnapshotHead = z.infer<typeof SnapshotHeadSchema>;
/** `body` are its lines, unless it is `indexed`: then they are read from there. */
export type Snapshot = {
  readonly name: string;
  readonly number: number;
  readonly head: SnapshotHead;
  readonly body: Buffer;
  readonly bytes: number;
  readonly indexed?: IndexedSnapshot;
};

const namePattern = /^(\d{8})-[0-9a-f]{8}$/;
const leastPlainBytes = 1024;
/** What is up to this size is opened to the last byte at once, so that damage shows at opening; of more it shows when it is met, or checked for. */
export const openedWhole = 1024 * 1024;

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
export function writeSnapshot(files: FileSystem, keys: CaseKeys, number: number, head: SnapshotHead, lines: Iterable<SnapshotLine>): Snapshot {
  const name = `${String(number).padStart(8, '0')}-${randomBytes(4).toString('hex')}`;
  const part = `snap/${name}${partSuffix}`;
  const sealer = startSealing(keys.snapshot, sealContext('snapshot', keys.caseId, u32(number)));
  try {
    const tables = buildTables();
    const bytes = writeNewSealed(files, part, sealer, leastPlainBytes, textOf(head, lines, tables), tables.pieces);
    files.rename(part, `snap/${name}`);
    files.syncFolder('snap');
    return { name, number, head, body: Buffer.alloc(0), bytes };
  } catch (error) {
    removeQuietly(files, part);
    throw error;
  }
}

function* textOf(head: SnapshotHead, lines: Iterable<SnapshotLine>, tables: TablesBuilder): Iterable<string> {
  const first = `${JSON.stringify(head)}\n`;
  yield first;
  let at = Buffer.byteLength(first);
  let between = '';
  for (const line of lines) {
    if (between !== '') yield between;
    const text = typeof line === 'string' ? line : line.text;
    yield text;
    at += between.length;
    between = '\n';
    const bytes = Buffer.byteLength(text);
    tables.add(line, at, bytes);
    at += bytes;
  }
}

/**
 * {@link readSnapshot}, but one with tables is only opened as far as its head and directory; it is to be closed. Throws disk errors.
 */
export function openSnapshot(files: FileSystem, keys: CaseKeys, name: string): Snapshot | null {
  const number = snapshotNumber(name);
  const reader = openSealedFile(files, `snap/${name}`, keys.snapshot, sealContext('snapshot', keys.caseId, u32(number)));
  if (!reader) return null;
  let found: ReturnType<typeof indexedIn> = null;
  try {
    found = indexedIn(reader, name);
    reader.settle();
  } finally {
    if (!found) reader.close();
  }
  return found ? { name, number, body: Buffer.alloc(0), bytes: reader.bytes, ...found } : readSnapshot(files, keys, name);
}

function indexedIn(reader: SealedReader, name: string): { readonly head: SnapshotHead; readonly indexed: IndexedSnapshot } | null {
  const length = reader.read(0, contentStart);
  if (length?.length !== contentStart) return null;
  const contentBytes = length.readUInt32LE(0);
  const indexed = indexedSnapshot(name, reader, contentBytes);
  const head = indexed && parseHead(firstLine(reader, contentBytes));
  if (!indexed || !head || (reader.bytes <= openedWhole && !reader.read(0, reader.plainBytes))) return null;
  return { head, indexed };
}

function firstLine(reader: SealedReader, contentBytes: number): string {
  for (let bytes = Math.min(4_096, contentBytes); ; bytes = Math.min(bytes * 4, contentBytes)) {
    const read = reader.read(contentStart, bytes);
    const end = read?.indexOf(0x0a) ?? -1;
    if (end >= 0) return read?.toString('utf8', 0, end) ?? '';
    if (!read || bytes === contentBytes) return '';
  }
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
  open: (files: FileSystem, keys: CaseKeys, name: string) => Snapshot | null = readSnapshot,
): { readonly snapshot: Snapshot | null; readonly newestNumber: number; readonly findings: readonly CaseFinding[] } {
  const names = files.list('snap').filter(isSnapshotName).toReversed();
  const findings: CaseFinding[] = [];
  for (const name of names) {
    const snapshot = open(files, keys, name);
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
