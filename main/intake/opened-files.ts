import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { PieceRoom } from '#main/usecases/ports/blobs.ts';
import type { FilesPort, GivenFile, OpenedFile } from '#main/usecases/ports/files.ts';
import type { Problem } from '#shared/kernel/problem.ts';
import { done, type Reply, refused } from '#shared/kernel/reply.ts';
import { findCompanions } from './companions.ts';
import { readPieceBytes } from './limits.ts';

type Unreadable = Extract<Problem, { readonly kind: 'unreadable-file' }>['reason'];

/** Size and times of a file when it was first opened; a later pass must find the same file. */
type Identity = { readonly size: number; readonly changedMs: number; readonly device: number; readonly node: number };

/**
 * Opens what the user gave. A link that the user names is followed, as every program does; a folder, a device or a pipe is
 * refused. Nothing is held open between passes, so that a thousand files need one descriptor.
 */
export const openGivenFile: FilesPort['open'] = async (file: GivenFile, item: number): Promise<Reply<OpenedFile>> => {
  if (file.from === 'path') return openPath(file.path, item);
  const bytes = file.from === 'bytes' ? file.bytes : new TextEncoder().encode(file.text);
  return done({ name: file.name, bytes: bytes.length, pieces: () => piecesOf(bytes), companions: async () => [] });
};

async function openPath(path: string, item: number): Promise<Reply<OpenedFile>> {
  const handle = await openForReading(path).catch((error: NodeJS.ErrnoException) => error);
  if (handle instanceof Error) return refused({ kind: 'unreadable-file', item, reason: reasonOf(handle) });
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) return refused({ kind: 'unreadable-file', item, reason: 'is-folder' });
    if (!stat.isFile()) return refused({ kind: 'unreadable-file', item, reason: 'input-output' });
    const identity = { size: stat.size, changedMs: stat.mtimeMs, device: stat.dev, node: stat.ino };
    return done({ name: basename(path), bytes: stat.size, pieces: (room) => readPieces(path, identity, room), companions: () => findCompanions(path) });
  } finally {
    await handle.close();
  }
}

/** Without O_NONBLOCK, opening a named pipe that nobody writes to would wait for ever. Windows has neither the flag nor the trouble. */
function openForReading(path: string): Promise<FileHandle> {
  return open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
}

/** Throws {@link FileChangedError} when the file is not the one that was opened, or not as long; throws the system's error when it cannot be read. */
async function* readPieces(path: string, identity: Identity, room?: PieceRoom): AsyncGenerator<Uint8Array> {
  const handle = await openForReading(path);
  try {
    refuseChanged(await identityOf(handle), identity);
    let at = 0;
    while (at < identity.size) {
      const left = identity.size - at;
      const piece = room ? room().subarray(0, left) : new Uint8Array(Math.min(readPieceBytes, left));
      const { bytesRead } = await handle.read(piece, 0, piece.length, at);
      if (bytesRead === 0) throw new FileChangedError();
      at += bytesRead;
      yield bytesRead === piece.length ? piece : piece.subarray(0, bytesRead);
    }
    refuseChanged(await identityOf(handle), identity);
  } finally {
    await handle.close();
  }
}

/** The file became another one between or during two passes. Holds no name. */
export class FileChangedError extends Error {
  readonly code = 'FILE_CHANGED';
  constructor() {
    super('the file changed while it was read');
  }
}

async function identityOf(handle: FileHandle): Promise<Identity> {
  const stat = await handle.stat();
  return { size: stat.size, changedMs: stat.mtimeMs, device: stat.dev, node: stat.ino };
}

function refuseChanged(now: Identity, then: Identity): void {
  if (now.size !== then.size || now.changedMs !== then.changedMs || now.device !== then.device || now.node !== then.node) throw new FileChangedError();
}

async function* piecesOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += readPieceBytes) yield bytes.subarray(at, at + readPieceBytes);
}

function reasonOf({ code }: NodeJS.ErrnoException): Unreadable {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ELOOP':
    case 'ENAMETOOLONG':
    case 'ERR_INVALID_ARG_VALUE': // a path with a zero byte names nothing
      return 'missing';
    case 'EACCES':
    case 'EPERM':
      return 'no-permission';
    case 'EISDIR':
      return 'is-folder';
    default:
      return 'input-output';
  }
}
