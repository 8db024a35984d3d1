import type { BlobContent, StoredBlob } from '#main/usecases/ports/blobs.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { type BlobId, BlobIdSchema } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type BlobMeta, blobFolder, blobPath } from './blob-layout.ts';
import { type BlobReader, openBlob } from './blob-reader.ts';
import { type BlobToWrite, type Settled, writeBlobs } from './blob-writer.ts';
import type { CaseKeys } from './case-keys.ts';
import { errorCode, type FileSystem, partSuffix } from './file-system.ts';
import { removeQuietly } from './snapshot.ts';

/** Sealed evidence: written once, read at any place, never changed, and removed only when the analyst compacts the case. */
export type BlobVault = {
  readonly store: (content: BlobContent, at: string, report: Progress) => Promise<Reply<StoredBlob>>;
  /** Up to `length` bytes of the content from `offset`. Refused `not-found`, or `case-damaged` (blob). */
  readonly read: (blob: BlobId, offset: number, length: number) => Reply<Uint8Array>;
  readonly meta: (blob: BlobId) => Reply<BlobMeta>;
  /** What this session stored or found to be there already; an import that is not finished may be about to cite it. */
  readonly storedHere: () => ReadonlySet<BlobId>;
  /** Removes sealed bytes for good, except what was stored in this session; answers what is gone. Throws disk errors. */
  readonly remove: (blobs: readonly BlobId[]) => Promise<readonly BlobId[]>;
  readonly letGo: () => void;
};

/** Readers kept open, so that a picture or a recording read in ranges is not opened again for each. */
const keptReaders = 16;

/** Contents taken in together, and their bytes: what is at work at once lies in memory. */
const mostInBatch = 64;
const mostBatchBytes = 8 * 1024 * 1024;

/** How many of those that wait go together: as many small ones as follow each other, or one large one. */
function batchOf(waiting: readonly number[]): number {
  let bytes = 0;
  const beyond = waiting.findIndex((each, place) => {
    bytes += each;
    return place === mostInBatch || (place > 0 && bytes > mostBatchBytes);
  });
  return beyond < 0 ? waiting.length : beyond;
}

export function openBlobVault(files: FileSystem, keys: CaseKeys): BlobVault {
  const readers = new Map<BlobId, BlobReader>();
  const storedHere = new Set<BlobId>();
  const settled: Settled = { folders: new Set(), blobs: new Set() };
  // Imports run one after another: two of the same bytes must not both write them, and the disk is the limit anyway. Small ones that wait
  // at the same time go together.
  let turn: Promise<unknown> = Promise.resolve();
  const waiting: (BlobToWrite & { readonly resolve: (stored: Reply<StoredBlob>) => void; readonly reject: (error: unknown) => void })[] = [];

  const readerFor = (blob: BlobId): Reply<BlobReader> => {
    const kept = readers.get(blob);
    if (kept) {
      readers.delete(blob);
      readers.set(blob, kept);
      return done(kept);
    }
    const opened = tryOpen(files, keys, blob);
    if (opened.ok) {
      readers.set(blob, opened.value);
      const oldest = readers.size > keptReaders ? readers.entries().next().value : undefined;
      if (oldest) {
        oldest[1].close();
        readers.delete(oldest[0]);
      }
    }
    return opened;
  };

  /** A damaged blob may just have been replaced by a sound one. */
  const forget = (blob: BlobId) => {
    readers.get(blob)?.close();
    readers.delete(blob);
  };

  /** What has come together by now. Nothing is left to do when an earlier turn took it along. */
  const storeNext = async () => {
    const batch = waiting.splice(0, batchOf(waiting.map(({ content }) => content.bytes)));
    if (batch.length === 0) return;
    try {
      const replies = await writeBlobs(files, keys, batch, settled);
      for (const [place, stored] of replies.entries()) {
        if (stored.ok) {
          forget(stored.value.blob);
          storedHere.add(stored.value.blob);
        }
        batch[place]?.resolve(stored);
      }
    } catch (error) {
      for (const { reject } of batch) reject(error);
    }
  };

  return {
    store: (content, at, report) =>
      new Promise((resolve, reject) => {
        waiting.push({ content, at, report, resolve, reject });
        turn = turn.then(storeNext);
      }),
    read: (blob, offset, length) => {
      const reader = readerFor(blob);
      if (!reader.ok) return reader;
      const bytes = reader.value.read(offset, length);
      return bytes ? done(bytes) : refused({ kind: 'case-damaged', part: 'blob' });
    },
    meta: (blob) => {
      const reader = readerFor(blob);
      return reader.ok ? done(reader.value.meta) : reader;
    },
    storedHere: () => storedHere,
    remove: (blobs) => {
      // In turn with imports: one that finds its bytes there already must not have them taken away beneath it.
      const mine = turn.then(() => {
        const gone = blobs.filter((blob) => !storedHere.has(blob));
        for (const blob of gone) {
          forget(blob);
          settled.blobs.delete(blob);
          files.remove(blobPath(blob));
        }
        for (const folder of new Set(gone.map(blobFolder))) files.syncFolder(folder);
        return gone;
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
    letGo: () => {
      for (const reader of readers.values()) reader.close();
      readers.clear();
    },
  };
}

function tryOpen(files: FileSystem, keys: CaseKeys, blob: BlobId): Reply<BlobReader> {
  if (!BlobIdSchema.safeParse(blob).success) return refused({ kind: 'not-found', what: 'blob', id: 'unknown' });
  try {
    const reader = openBlob(files, keys, blob);
    return reader ? done(reader) : refused({ kind: 'case-damaged', part: 'blob' });
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return refused({ kind: 'not-found', what: 'blob', id: blob });
    if (errorCode(error) === undefined) throw error;
    return refused({ kind: 'case-damaged', part: 'blob' });
  }
}

/** Removes what an interrupted import, snapshot or writing of the search index left. Only the holder of the lock may. */
export function removeParts(files: FileSystem): void {
  for (const folder of ['blob', 'snap', 'escrow', 'index']) {
    for (const name of files.list(folder)) if (name.endsWith(partSuffix)) removeQuietly(files, `${folder}/${name}`);
  }
}

/** Every blob in the folder, and whatever else lies there that the format does not know. */
export function listBlobs(files: FileSystem): { readonly blobs: readonly BlobId[]; readonly unknown: readonly string[] } {
  const blobs: BlobId[] = [];
  const unknown: string[] = [];
  for (const folder of files.list('blob')) {
    if (!/^[a-z2-7]{2}$/.test(folder)) {
      if (!folder.endsWith(partSuffix)) unknown.push(`blob/${folder}`);
      continue;
    }
    for (const name of files.list(`blob/${folder}`)) {
      const id = BlobIdSchema.safeParse(name);
      if (id.success && blobFolder(id.data) === `blob/${folder}`) blobs.push(id.data);
      else unknown.push(`blob/${folder}/${name}`);
    }
  }
  return { blobs, unknown };
}
