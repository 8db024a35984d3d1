import type { BlobId } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import type { Anchor } from './anchor.ts';
import { blobPath } from './blob-layout.ts';
import { listBlobs } from './blob-vault.ts';
import type { CaseKeys } from './case-keys.ts';
import { isEscrowName } from './escrow-file.ts';
import { type FileSystem, type OpenFile, readWhole } from './file-system.ts';
import { isHeaderGenuine } from './header.ts';
import { headerNames, readHeaderCopies } from './header-copies.ts';
import { type Opening, readOpening } from './opening.ts';
import { isSegmentName } from './segment.ts';
import { isSnapshotName } from './snapshot.ts';

/** One file of a copy. `read` gives the bytes it had when the plan was made, whatever has happened to the case since. */
export type CopiedFile = { readonly path: string; readonly bytes: number; readonly read: (at: number, length: number) => Buffer };
export type CopiedBlob = { readonly blob: BlobId; readonly path: string; readonly bytes: number };

/** What a copy of the case as it is now consists of. Small files are held open or in memory, blobs are opened when their turn comes. */
export type CopyPlan = {
  readonly header: Buffer;
  /** README, escrows, snapshots, log: in the order in which a reader of a half-finished copy loses nothing. */
  readonly small: readonly CopiedFile[];
  readonly blobs: readonly CopiedBlob[];
  readonly bytes: number;
  readonly position: Anchor;
  /** Every head that the files of the case still tell, and the edit from which on they are all known. */
  readonly heads: ReadonlySet<string>;
  readonly headsFrom: number;
  readonly forked: boolean;
  readonly letGo: () => void;
};

/**
 * Notes what a copy consists of before its first `await`, so that no edit of this process comes in between. The writer may go on at
 * once: the log at work is taken into memory; every other file is never changed and stays readable through its handle even when a
 * snapshot makes it superfluous. Throws disk errors, `ENOENT` when another process removed something meanwhile.
 */
export async function planCopy(files: FileSystem, keys: CaseKeys): Promise<CopyPlan | Problem> {
  const copies = readHeaderCopies(files);
  if (!copies.ok) return copies.problem;
  const genuine = copies.value.whole.find(({ bytes }) => isHeaderGenuine(bytes, keys.caseKey));
  if (!genuine) return { kind: 'case-damaged', part: 'header' };
  const open: OpenFile[] = [];
  const letGo = () => {
    for (const file of open.splice(0)) file.close();
  };
  try {
    const held = (path: string): CopiedFile => {
      const file = files.open(path, 'read');
      open.push(file);
      return { path, bytes: file.size(), read: file.read };
    };
    const segments = files.list('log').filter(isSegmentName);
    const small = [
      ...files.list('.').flatMap((name) => (name === 'README.txt' ? [held(name)] : [])),
      ...files.list('escrow').flatMap((name) => (isEscrowName(name) ? [held(`escrow/${name}`)] : [])),
      ...files.list('snap').flatMap((name) => (isSnapshotName(name) ? [held(`snap/${name}`)] : [])),
      ...segments.map((name) => (name === segments.at(-1) ? inMemory(`log/${name}`, readWhole(files, `log/${name}`)) : held(`log/${name}`))),
    ];
    const opening = readOpening(files, keys, genuine.header.generation);
    if ('kind' in opening) {
      letGo();
      return opening;
    }
    const ids = listBlobs(files).blobs;
    const blobs = await sizesOf(files, ids);
    return {
      header: genuine.bytes,
      small,
      blobs,
      bytes: [...small, ...blobs].reduce((sum, { bytes }) => sum + bytes, headerNames.length * genuine.bytes.length),
      position: { head: opening.lineage.head, seq: opening.seq, generation: genuine.header.generation },
      ...headsIn(opening),
      forked: opening.forked,
      letGo,
    };
  } catch (error) {
    letGo();
    throw error;
  }
}

function headsIn({ segments, snapshot, lineage }: Opening): { readonly heads: ReadonlySet<string>; readonly headsFrom: number } {
  const heads = new Set([lineage.head, ...(snapshot ? [snapshot.head.head] : [])]);
  let headsFrom = snapshot?.head.seq ?? 0;
  for (const { open, frames } of segments) {
    if (!open) continue;
    heads.add(open.prevHead);
    headsFrom = Math.min(headsFrom, open.seq);
    for (const { head } of frames) heads.add(head);
  }
  return { heads, headsFrom };
}

function inMemory(path: string, bytes: Buffer): CopiedFile {
  return { path, bytes: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
}

async function sizesOf(files: FileSystem, ids: readonly BlobId[]): Promise<readonly CopiedBlob[]> {
  const blobs: CopiedBlob[] = [];
  for (const [index, blob] of ids.entries()) {
    const path = blobPath(blob);
    const file = files.open(path, 'read');
    blobs.push({ blob, path, bytes: file.size() });
    file.close();
    if (index % 200 === 199) await new Promise((resolve) => setImmediate(resolve));
  }
  return blobs;
}
