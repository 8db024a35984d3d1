import type { Progress } from '#main/usecases/ports/progress.ts';
import type { OpenFile } from './file-system.ts';

/** Thrown through a copy when the person cancels, so that every `finally` on the way tidies up. */
export class CopyCancelled extends Error {}

/** Bytes done of all, over several files. */
export type ByteCount = {
  readonly add: (bytes: number) => void;
  /** Shows bytes of the file at hand that `add` will count when it is done. */
  readonly show: (bytes: number) => void;
};

const pieceBytes = 1024 * 1024;
/** A large file is flushed as it grows, without waiting: one flush of gigabytes at its end would stop the whole process for seconds. */
const bytesBetweenSyncs = 32 * pieceBytes;

export function countBytes(report: Progress, phase: 'writing' | 'verifying', total: number): ByteCount {
  let now = 0;
  report.step(phase, 0, total);
  return {
    show: (bytes) => report.step(phase, Math.min(now + bytes, total), total),
    add: (bytes) => {
      now += bytes;
      report.step(phase, Math.min(now, total), total);
      if (report.cancelled()) throw new CopyCancelled('cancelled');
    },
  };
}

/** Copies `bytes` bytes, piece by piece; others work in between. Throws disk errors, and `EIO` when the source is shorter than it was. */
export async function copyBytes(read: (at: number, length: number) => Buffer, bytes: number, into: OpenFile, from: number, count: ByteCount): Promise<void> {
  let unsynced = 0;
  for (let at = 0; at < bytes; at += pieceBytes) {
    const piece = read(at, Math.min(pieceBytes, bytes - at));
    if (piece.length < Math.min(pieceBytes, bytes - at)) throw shorter();
    into.write(piece, from + at);
    unsynced += piece.length;
    if (unsynced >= bytesBetweenSyncs) {
      await into.writeBack();
      unsynced = 0;
    }
    count.add(piece.length);
    await breathe();
  }
}

/** Whether two files of one length hold the same bytes. */
export async function sameBytes(
  left: (at: number, length: number) => Buffer,
  right: (at: number, length: number) => Buffer,
  bytes: number,
  count: ByteCount,
): Promise<boolean> {
  for (let at = 0; at < bytes; at += pieceBytes) {
    const length = Math.min(pieceBytes, bytes - at);
    if (!left(at, length).equals(right(at, length))) return false;
    count.add(length);
    await breathe();
  }
  return true;
}

function shorter(): Error {
  return Object.assign(new Error('EIO: a file became shorter while it was copied'), { code: 'EIO', syscall: 'read' });
}

function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
