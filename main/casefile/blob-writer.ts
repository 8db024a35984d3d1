import { randomBytes } from '#main/crypto/random.ts';
import type { BlobContent, StoredBlob } from '#main/usecases/ports/blobs.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import type { BlobId } from '#shared/kernel/ids.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { checkBlob } from './blob-check.ts';
import { blobFolder, blobPath } from './blob-layout.ts';
import { isThreadWorth } from './blob-pieces.ts';
import { openBlob } from './blob-reader.ts';
import type { CaseKeys } from './case-keys.ts';
import { type FileSystem, type OpenFile, partSuffix } from './file-system.ts';
import { ReadBackDiffers, sealInto } from './seal-blob.ts';
import { removeQuietly } from './snapshot.ts';
import { SourceFailed } from './source-pieces.ts';
import { writeProblem } from './write-problem.ts';

/** Names of folders and of blobs that this session has seen brought to the medium. */
export type Settled = { readonly folders: Set<string>; readonly blobs: Set<BlobId> };

/** One content to take in, with the time it is noted under. */
export type BlobToWrite = { readonly content: BlobContent; readonly at: string; readonly report: Progress };
type Part = BlobToWrite & {
  readonly path: string;
  file: OpenFile | null;
  /** Whether there is a file under `path`. */
  made: boolean;
  /** The content lies in the case already, whole. */
  there: boolean;
  stored: StoredBlob | null;
  outcome: Reply<StoredBlob> | null;
};

/**
 * Takes contents into the case, each in one pass: the same bytes are sealed under a name that ends in `.part` and digested, which gives
 * the name. Every piece is read back and compared with what was sealed; small content is opened and digested again, of large content the
 * first chunk. The chunk with the meta comes last. Then sync, name, sync of the folder. What a crash leaves behind ends in `.part` and
 * is removed at the next opening. Content that is there already is checked, not kept twice; a damaged copy is replaced.
 *
 * Several go through each step together, so that the disk is asked to sync all of them at once and each folder only once. One that is
 * refused does not stop the others. `settled` is what this session knows to be on the medium, and grows: what another session left, which
 * may have been killed before it synced, is synced before it is built upon.
 */
export async function writeBlobs(files: FileSystem, keys: CaseKeys, asked: readonly BlobToWrite[], settled: Settled): Promise<readonly Reply<StoredBlob>[]> {
  const parts = asked.map((each): Part => {
    const path = `blob/${randomBytes(8).toString('hex')}${partSuffix}`;
    return { ...each, path, file: null, made: false, there: false, stored: null, outcome: null };
  });
  try {
    try {
      await together(parts, (part) => sealPart(files, keys, part, settled));
      await together(firstOfEach(parts), (part) => syncPart(files, part));
    } finally {
      for (const part of parts) closePart(part);
    }
    await together(firstOfEach(parts), ({ stored, there, path, report }) => (stored && !there ? checkPart(files, keys, stored, path, report) : undefined));
    await nameParts(files, firstOfEach(parts), settled);
    return parts.map((part) => outcomeOf(part, parts));
  } finally {
    for (const { made, path } of parts) if (made) removeQuietly(files, path);
  }
}

/** A step for every part; what goes wrong with one is its own refusal. */
async function together(parts: readonly Part[], step: (part: Part) => Promise<void> | undefined): Promise<void> {
  const ended = await Promise.allSettled(
    parts.map(async (part) => {
      try {
        await step(part);
      } catch (error) {
        part.outcome = refused(problemOf(error));
      }
    }),
  );
  for (const end of ended) if (end.status === 'rejected') throw end.reason;
}

function problemOf(error: unknown): Problem {
  if (error instanceof SourceFailed) return error.problem;
  return error instanceof ReadBackDiffers ? { kind: 'write-failed', reason: 'input-output' } : writeProblem(error);
}

async function sealPart(files: FileSystem, keys: CaseKeys, part: Part, settled: Settled): Promise<void> {
  part.file = files.create(part.path);
  part.made = true;
  part.stored = await sealInto(part.file, keys, part.content, part.at, part.report);
  part.there = await isThere(files, keys, part.stored.blob, part.report);
  if (part.there && settled.blobs.has(part.stored.blob)) part.outcome = done(part.stored);
}

async function syncPart(files: FileSystem, { file, stored, there }: Part): Promise<void> {
  if (!there || !stored) return file?.syncAside();
  const known = files.open(blobPath(stored.blob), 'write');
  try {
    await known.syncAside();
  } finally {
    known.close();
  }
}

function closePart(part: Part): void {
  try {
    part.file?.close();
  } catch (error) {
    part.outcome ??= refused(problemOf(error));
  }
}

/** Undecided parts without those whose content another one before them has as well. */
function firstOfEach(parts: readonly Part[]): readonly Part[] {
  const open = parts.filter(({ outcome, stored }) => !outcome && stored);
  return open.filter((part) => open.find(({ stored }) => stored?.blob === part.stored?.blob) === part);
}

/** Names for all, then a sync of each folder: none of them is acknowledged before. */
async function nameParts(files: FileSystem, parts: readonly Part[], settled: Settled): Promise<void> {
  const named = parts.flatMap((part) => (part.stored ? [{ part, stored: part.stored, folder: blobFolder(part.stored.blob) }] : []));
  const attempt = async (of: readonly { readonly part: Part }[], step: () => unknown) => {
    try {
      await step();
    } catch (error) {
      for (const { part } of of) part.outcome ??= refused(problemOf(error));
    }
  };
  const unsettled = named.filter(({ folder }) => !settled.folders.has(folder));
  for (const each of unsettled) await attempt([each], () => files.createFolder(each.folder));
  if (unsettled.length > 0) await attempt(unsettled, () => files.syncFolder('blob'));
  for (const { part, folder } of unsettled) if (!part.outcome) settled.folders.add(folder);
  for (const each of named)
    if (!each.part.outcome && !each.part.there)
      await attempt([each], () => {
        files.rename(each.part.path, blobPath(each.stored.blob));
        each.part.made = false;
      });
  const folders = [...new Set(named.flatMap((each) => (each.part.outcome ? [] : [each.folder])))];
  await Promise.all(
    folders.map((folder) =>
      attempt(
        named.filter((each) => each.folder === folder),
        () => files.syncFolderAside(folder),
      ),
    ),
  );
  for (const { part, stored } of named) {
    part.outcome ??= done(stored);
    if (part.outcome.ok) settled.blobs.add(stored.blob);
  }
}

/** That of the part itself, or of the one that had the same content first. */
function outcomeOf(part: Part, parts: readonly Part[]): Reply<StoredBlob> {
  const outcome = part.outcome ?? parts.find(({ stored, outcome: decided }) => decided && stored?.blob === part.stored?.blob)?.outcome;
  if (!outcome) throw new Error('a blob was neither stored nor refused');
  return outcome;
}

async function isThere(files: FileSystem, keys: CaseKeys, blob: BlobId, report: Progress): Promise<boolean> {
  if (files.changedAt(blobPath(blob)) === null) return false;
  const check = await checkBlob(files, keys, blob, blobPath(blob), report);
  if (check.state === 'cancelled') throw new SourceFailed({ kind: 'cancelled' });
  return check.state === 'whole';
}

async function checkPart(files: FileSystem, keys: CaseKeys, { blob, bytes }: StoredBlob, part: string, report: Progress): Promise<void> {
  if (isThreadWorth(bytes)) {
    const reader = openBlob(files, keys, blob, part);
    reader?.close();
    if (!reader) throw new ReadBackDiffers();
    return;
  }
  const check = await checkBlob(files, keys, blob, part, report);
  if (check.state === 'cancelled') throw new SourceFailed({ kind: 'cancelled' });
  if (check.state === 'damaged') throw new ReadBackDiffers();
}
