import { unlinkSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256 } from '#main/crypto/digests.ts';
import { randomBytes } from '#main/crypto/random.ts';
import { errorCode, type FileSystem, readWhole } from './file-system.ts';
import { removeQuietly } from './snapshot.ts';

/** A held lock. `release` never throws. */
export type CaseLock = { readonly release: () => Promise<void> };
export type LockAttempt = { readonly state: 'held'; readonly lock: CaseLock } | { readonly state: 'in-use' } | { readonly state: 'read-only-folder' };

const noteName = 'LOCK';
const heartbeatMs = 60_000;
/** A note of another machine older than this is left from a crash. Generous, since the clocks of a share may differ. */
const staleAfterMs = 10 * 60_000;

/**
 * One writer at a time. On this machine the operating system holds the lock and frees it when the process dies: a listening
 * name no program outside the machine can reach (Linux: abstract socket; Windows: named pipe; macOS: socket in the user's
 * temporary folder). Node has no flock. For other machines that share the folder there is a note in it, which is only advice:
 * when both fail, the log keeps both branches and the next opening reports a fork.
 */
export async function lockCase(files: FileSystem, caseId: Buffer): Promise<LockAttempt> {
  const server = await listen(lockName(caseId));
  if (!server) return { state: 'in-use' };
  const note = noteInFolder(files, caseId);
  if (note.state !== 'written') {
    await close(server);
    return note;
  }
  return {
    state: 'held',
    lock: {
      release: async () => {
        note.remove();
        await close(server);
      },
    },
  };
}

function lockName(caseId: Buffer): string {
  const id = caseId.toString('hex');
  if (process.platform === 'linux') return `\0corroborate-${id}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\corroborate-${id}`;
  return join(tmpdir(), `corroborate-${id.slice(0, 16)}.sock`);
}

/** `null` when the name is taken by a living process. */
async function listen(name: string): Promise<Server | null> {
  const first = await tryListen(name);
  if (first || name.startsWith('\0') || process.platform === 'win32') return first;
  // A socket file outlives a killed process; nobody answers on it then.
  if (await answers(name)) return null;
  unlinkSync(name);
  return tryListen(name);
}

function tryListen(name: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error) => (errorCode(error) === 'EADDRINUSE' || errorCode(error) === 'EACCES' ? resolve(null) : reject(error)));
    server.listen(name, () => {
      server.unref();
      resolve(server);
    });
  });
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(name, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

type Note = { readonly state: 'written'; readonly remove: () => void } | { readonly state: 'in-use' } | { readonly state: 'read-only-folder' };

function noteInFolder(files: FileSystem, caseId: Buffer): Note {
  // A digest, so that the name of the machine is not written into the folder.
  const machine = sha256(Buffer.from('corroborate/v1/machine\0'), caseId, Buffer.from(hostname())).toString('hex', 0, 8);
  const text = `corroborate lock 1\n${machine}\n${randomBytes(8).toString('hex')}\n`;
  try {
    const changedAt = files.changedAt(noteName);
    if (changedAt !== null) {
      const theirs = readWhole(files, noteName).toString('utf8').split('\n')[1];
      if (theirs !== machine && Math.abs(Date.now() - changedAt) < staleAfterMs) return { state: 'in-use' };
      files.remove(noteName);
    }
    const file = files.create(noteName);
    file.write(Buffer.from(text), 0);
    file.close();
  } catch (error) {
    const code = errorCode(error);
    if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') return { state: 'read-only-folder' };
    // A full or failing disk must not keep a case from being opened; the lock of this machine is held.
    if (code === undefined) throw error;
  }
  const heartbeat = setInterval(() => touchQuietly(files), heartbeatMs);
  heartbeat.unref();
  return {
    state: 'written',
    remove: () => {
      clearInterval(heartbeat);
      removeQuietly(files, noteName);
    },
  };
}

function touchQuietly(files: FileSystem): void {
  try {
    files.touch(noteName);
  } catch {
    // The note is advice; a share that is gone for a moment must not end the session.
  }
}
