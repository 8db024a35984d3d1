import { createReadStream } from 'node:fs';
import { lstat, realpath } from 'node:fs/promises';
import { basename } from 'node:path';
import { type AgeLock, sealAgeStream } from '#main/crypto/age-stream.ts';
import { startSha256 } from '#main/crypto/digests.ts';
import type { HandOver } from '#main/usecases/ports/dossier.ts';
import type { StoredFile } from '#main/usecases/ports/files.ts';
import type { Progress } from '#main/usecases/ports/progress.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { writePackage } from '../package-dossier.ts';
import { type PackageFile, wholeFile } from '../package-file.ts';
import { listFolder } from '../read-folder.ts';
import { isDossierFolder, verifyDossier } from '../verify-dossier.ts';
import type { WrittenFiles } from '../written-files.ts';
import { handOverReadMe } from './hand-over-read-me.ts';
import { intoParts, partName } from './parts.ts';
import { FileChanged, tarStream } from './tar-stream.ts';

/**
 * `from` is an exported dossier, or the tar that a backup of a case wrote. `partBytes` null: one file.
 * Seals a dossier or a backup to an age file in a new folder, split for media of a limited size, with checksums and how to open it; every
 * file is read back. A dossier that does not verify is not handed on: refused `invalid-input` at `from`. Whole or not at all.
 */
export async function handOver({ from, to, lock, partBytes, workFactor }: HandOver, report: Progress): Promise<Reply<readonly StoredFile[]>> {
  const content = await contentOf(from, report);
  if (!content.ok) return content;
  const sealed = await sealAgeStream(lock, whileWanted(content.value.pieces(), report), workFactor);
  if (!sealed) return refused({ kind: 'invalid-input', where: 'recipients', reason: 'a recipient of age, such as age1…' });
  const name = `${content.value.name}.age`;
  try {
    return await writePackage(to, (written) => files(name, sealed, { partBytes, lock }, written), report);
  } catch (cause) {
    if (cause instanceof FileChanged) return refused({ kind: 'unreadable-file', item: 1, reason: 'changed-while-reading' });
    throw cause;
  }
}

type Content = { readonly name: string; readonly pieces: () => AsyncIterable<Uint8Array> };

async function contentOf(from: string, report: Progress): Promise<Reply<Content>> {
  const place = await realpath(from).catch(() => from);
  const found = await lstat(place).catch(() => null);
  if (found?.isFile() && place.endsWith('.tar'))
    return done({ name: plainName(basename(place)), pieces: () => createReadStream(place, { highWaterMark: 1024 * 1024 }) });
  if (!found?.isDirectory() || !(await isDossierFolder(place)))
    return refused({ kind: 'invalid-input', where: 'from', reason: 'the folder of a dossier, or the tar of a backup' });
  const verified = await verifyDossier(place, report);
  if (!verified.ok) return verified;
  if (!verified.value.sound) return refused({ kind: 'invalid-input', where: 'from', reason: 'a dossier that is as it was signed' });
  const there = await listFolder(place, () => undefined);
  const root = plainName(basename(place));
  return done({ name: `${root}.tar`, pieces: () => tarStream({ folder: place, root, paths: [...(there ?? new Map()).keys()] }) });
}

/** Names on a stick are seen by whoever finds it and must suit every system. */
function plainName(name: string): string {
  return name.replace(/[^A-Za-z0-9_.-]+/g, '-').replace(/^[-.]+/, '') || 'dossier';
}

async function* whileWanted(pieces: AsyncIterable<Uint8Array>, report: Progress): AsyncIterable<Uint8Array> {
  for await (const piece of pieces) {
    if (report.cancelled()) return;
    yield piece;
  }
}

async function* files(
  name: string,
  sealed: AsyncIterable<Uint8Array>,
  about: { readonly partBytes: number | null; readonly lock: AgeLock },
  written: WrittenFiles,
): AsyncIterable<Reply<PackageFile>> {
  let count = 0;
  for await (const pieces of intoParts(sealed, about.partBytes ?? Number.POSITIVE_INFINITY)) {
    count += 1;
    yield done({ path: about.partBytes === null ? name : partName(name, count), pieces });
  }
  const parts = written.list();
  // What the medium gives back, before the folder gets its name.
  for (const { path, sha256 } of parts) {
    const digest = startSha256();
    for await (const piece of written.open(path)) digest.update(piece);
    if (digest.finish().hex !== sha256) yield refused({ kind: 'write-failed', reason: 'input-output' });
  }
  yield done(wholeFile('SHA256SUMS', parts.map(({ path, sha256 }) => `${sha256}  ${path}\n`).join('')));
  yield done(
    wholeFile(
      'README.txt',
      handOverReadMe(
        name,
        parts.map(({ path }) => path),
        'passphrase' in about.lock,
      ),
    ),
  );
}
