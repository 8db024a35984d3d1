import type { BlobContent, Progress, StoredBlob } from '#main/usecases/ports.ts';
import { type BlobId, BlobIdSchema } from '#shared/kernel/ids.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { type BlobMeta, blobFolder } from './blob-layout.ts';
import { type BlobReader, openBlob } from './blob-reader.ts';
import { writeBlob } from './blob-writer.ts';
import type { CaseKeys } from './case-keys.ts';
import { errorCode, type FileSystem, partSuffix } from './file-system.ts';
import { removeQuietly } from './snapshot.ts';

/** Sealed evidence: written once, read at any place, never changed and never removed by the product. */
export type BlobVault = {
  readonly store: (content: BlobContent, at: string, report: Progress) => Promise<Reply<StoredBlob>>;
  /** Up to `length` bytes of the content from `offset`. Refused `not-found`, or `case-damaged` (blob). */
  readonly read: (blob: BlobId, offset: number, length: number) => Reply<Uint8Array>;
  readonly meta: (blob: BlobId) => Reply<BlobMeta>;
  readonly letGo: () => void;
};

/** Readers kept open, so that a picture or a recording read in ranges is not opened again for each. */
const keptReaders = 16;

export function openBlobVault(files: FileSystem, keys: CaseKeys): BlobVault {
  const readers = new Map<BlobId, BlobReader>();
  // Imports run one after another: two of the same bytes must not both write them, and the disk is the limit anyway.
  let turn: Promise<unknown> = Promise.resolve();

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

  return {
    store: (content, at, report) => {
      const mine = turn.then(async () => {
        const stored = await writeBlob(files, keys, content, at, report);
        if (stored.ok) forget(stored.value.blob);
        return stored;
      });
      turn = mine.catch(() => undefined);
      return mine;
    },
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

/** Removes what an interrupted import or snapshot left. Only the holder of the lock may. */
export function removeParts(files: FileSystem): void {
  for (const folder of ['blob', 'snap']) {
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
