import type { Progress } from '#main/usecases/ports/progress.ts';
import { blobFolder } from './blob-layout.ts';
import { checkCopy, isBlobWhole } from './check-copy.ts';
import { type ByteCount, copyBytes, countBytes } from './copy-bytes.ts';
import { type CopiedCase, type CopySource, foldersOf } from './copy-into-folder.ts';
import type { CopiedFile } from './copy-plan.ts';
import type { OpenFile } from './file-system.ts';
import { headerNames } from './header-copies.ts';
import { readTarIndex, tarFileSystem } from './tar-file-system.ts';
import { encodeTarEntry, type TarEntry, tarEnd, upToBlock } from './tar-layout.ts';

/**
 * Writes a case as one tar file whose only folder is `root`, and reads it back. `at` is in milliseconds since 1970. `null` when it does
 * not read back as it was written. Throws disk errors and `CopyCancelled`.
 */
export async function copyIntoTar(source: CopySource, into: OpenFile, root: string, at: number, report: Progress): Promise<CopiedCase | null> {
  const { files, keys, plan } = source;
  const count = countBytes(report, 'writing', plan.bytes);
  const tar = writeTar(into, root, Math.floor(at / 1000), count);
  tar.folder('');
  for (const name of headerNames) await tar.file(inMemory(name, plan.header));
  for (const folder of foldersOf(plan)) tar.folder(folder);
  for (const file of plan.small) await tar.file(file);
  let folder = '';
  for (const { blob, path, bytes } of plan.blobs) {
    if (blobFolder(blob) !== folder) tar.folder(blobFolder(blob));
    folder = blobFolder(blob);
    const file = files.open(path, 'read');
    try {
      await tar.file({ path, bytes, read: file.read });
    } finally {
      file.close();
    }
  }
  tar.end();

  const index = readTarIndex(into);
  if (!index) return null;
  const { faithful, wrongBlobs } = await checkCopy(tarFileSystem(into, index), keys, plan, report);
  if (!faithful) return null;
  for (const blob of wrongBlobs) if (await isBlobWhole(files, keys, blob, report)) return null;
  return { copiedFiles: plan.small.length + plan.blobs.length + headerNames.length, copiedBytes: plan.bytes, wrong: wrongBlobs.length };
}

function writeTar(into: OpenFile, root: string, at: number, count: ByteCount) {
  let size = 0;
  const put = (bytes: Buffer) => {
    into.write(bytes, size);
    size += bytes.length;
  };
  const entry = (path: string, kind: TarEntry['kind'], bytes: number) => put(encodeTarEntry({ path: path === '' ? root : `${root}/${path}`, kind, bytes }, at));
  return {
    folder: (path: string) => entry(path, 'folder', 0),
    file: async ({ path, bytes, read }: CopiedFile) => {
      entry(path, 'file', bytes);
      await copyBytes(read, bytes, into, size, count);
      size += bytes;
      put(Buffer.alloc(upToBlock(bytes)));
    },
    end: () => {
      put(tarEnd);
      into.sync();
    },
  };
}

function inMemory(path: string, bytes: Buffer): CopiedFile {
  return { path, bytes: bytes.length, read: (at, length) => bytes.subarray(at, at + length) };
}
